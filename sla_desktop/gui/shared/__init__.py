"""What pages share: theme, icons, jobs, tables, prompts, banner."""

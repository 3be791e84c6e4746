"""What is true of members, events, attendance, groups and feedback."""

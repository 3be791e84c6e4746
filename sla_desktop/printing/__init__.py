"""Values in, PDF out: certificates, badges, lists for the desk and the tables, and the summary pack."""

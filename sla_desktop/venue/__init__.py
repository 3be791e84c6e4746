"""What this laptop serves to phones on the venue's own network."""

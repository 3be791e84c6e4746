"""The Check-in page: the door desk."""

"""The one kind of error that people are meant to read."""


class SlaError(Exception):
    """Something in the world went wrong; the message is one plain sentence saying what, where and what to do.

    A bug is never an SlaError: bugs stay loud.
    """

"""Crashes before and after any statement, commit or call: the process is gone, what was committed stays."""

from math import inf

from sqlalchemy import Engine, event


class Crash(BaseException):
    """The power went. A BaseException, so that nothing in the program can catch it."""


class Crashes:
    """Counts the steps of whatever runs, and crashes at the one that was drawn."""

    def __init__(self):
        self.left = None
        self.count = 0
        names = ("before_cursor_execute", "after_cursor_execute", "commit")
        self._hooks = [(Engine, name, self._hook) for name in names]

    def arm(self, steps):
        """Crash after so many steps; None for never, and then nothing is asked of each statement."""
        if (steps is None) != (self.left is None):
            for hook in self._hooks:
                (event.remove if steps is None else event.listen)(*hook)
        self.left = steps

    def step(self):
        """One place at which the power may go."""
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left = inf  # one at a time: what tidies up behind it goes on
            self.count += 1
            raise Crash

    def _hook(self, *_):
        self.step()

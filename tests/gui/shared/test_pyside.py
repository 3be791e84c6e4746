"""The PySide6 that is locked does not eat None."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_leave_nones_count_alone(qapp):
    thing = QObject()
    thing.setObjectName("a")
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < 50

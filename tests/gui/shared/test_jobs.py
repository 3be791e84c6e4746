"""Long work runs in order on one thread, tells how far it is, and stops when asked to."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.shared.jobs import Heard


def test_the_result_comes_home_to_the_window_thread(qtbot, jobs):
    home, threads = QThread.currentThread(), []
    job = jobs.prepare(lambda report: threading.get_ident())
    job.succeeded.connect(lambda ident: threads.append((ident, QThread.currentThread())))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert threads[0][0] != threading.get_ident()
    assert threads[0][1] is home


def test_progress_is_told_in_order(qtbot, jobs):
    told = []

    def work(report):
        for done in range(3):
            report(done, 3, f"step {done}")

    job = jobs.prepare(work)
    job.progressed.connect(lambda *heard: told.append(heard))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert told == [(0, 3, "step 0"), (1, 3, "step 1"), (2, 3, "step 2")]


def test_a_cancelled_job_stops_at_its_next_report(qtbot, jobs):
    started, go = threading.Event(), threading.Event()

    def work(report):
        started.set()
        go.wait(5)
        report(1, 2)
        raise AssertionError("it went on")

    job = jobs.prepare(work)
    with qtbot.waitSignals([job.cancelled, job.finished]):
        jobs.start(job)
        assert started.wait(5)
        job.cancel()
        go.set()


def test_a_job_cancelled_while_it_waits_never_starts(qtbot, jobs):
    go, ran = threading.Event(), []
    first = jobs.prepare(lambda report: go.wait(5))
    second = jobs.prepare(lambda report: ran.append(1))
    with qtbot.waitSignals([first.succeeded, second.cancelled]):
        jobs.start(first)
        jobs.start(second)
        second.cancel()
        go.set()
    assert not ran


def test_jobs_run_one_after_the_other(qtbot, jobs):
    order = []
    queue = [jobs.prepare(lambda report, number=number: order.append(number)) for number in range(5)]
    with qtbot.waitSignals([job.finished for job in queue]):
        for job in queue:
            jobs.start(job)
    assert order == [0, 1, 2, 3, 4]
    assert not jobs.busy


def test_the_worlds_faults_are_told_in_their_own_sentence(qtbot, jobs):
    def work(report):
        raise SlaError("The disk is full.")

    job = jobs.prepare(work)
    with qtbot.waitSignal(job.failed) as heard:
        jobs.start(job)
    assert heard.args == ["The disk is full."]


def test_a_bug_is_loud_in_the_window_thread(qtbot, jobs):
    def work(report):
        raise KeyError("no such thing")

    job = jobs.prepare(work)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert raised[0][0] is KeyError


def test_work_that_ends_with_what_is_no_exception_ends_the_job_too(qtbot, jobs):
    class Panic(BaseException):
        pass

    def work(report):
        raise Panic

    job = jobs.prepare(work)
    with qtbot.captureExceptions() as raised, qtbot.waitSignals([job.failed, job.finished]):
        jobs.start(job)
    assert raised[0][0] is Panic


def test_closing_waits_for_the_work_to_stop(qtbot, jobs):
    started = threading.Event()
    stopped = []

    def work(report):
        started.set()
        while not report.stopped:
            pass
        stopped.append(True)

    jobs.start(jobs.prepare(work))
    assert started.wait(5)
    jobs.close()
    assert stopped == [True]


@pytest.mark.parametrize("total", [0, 7])
def test_the_work_box_follows_a_job_and_goes_away(qtbot, jobs, total):
    from sla_desktop.gui.shared.work import WorkBox

    box = WorkBox()
    qtbot.addWidget(box)
    seen = []
    job = jobs.prepare(lambda report: report(3, total, "Halfway"))
    job.progressed.connect(lambda *_: seen.append((box.isHidden(), box.words.text(), box.bar.maximum())))
    box.follow(job, "Starting")
    assert not box.isHidden()
    job.progressed.connect(lambda *_: seen.append((box.isHidden(), box.words.text(), box.bar.maximum())))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert seen[-1] == (False, "Halfway", total)
    assert box.isHidden()


def test_nobody_hears_of_a_job_after_their_window_has_gone(qtbot, jobs):
    heard, alive, gone = [], QWidget(), QWidget()
    qtbot.addWidget(alive)
    job = jobs.prepare(lambda report: "done")
    for owner in (alive, gone):
        job.succeeded.connect(Heard(owner, heard.append).hear)
    shiboken6.delete(gone)
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert heard == ["done"]

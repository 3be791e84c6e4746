"""Long work away from the UI thread: one job at a time, in order, with progress and cancel."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sla_desktop.domain.errors import SlaError


class Cancelled(Exception):
    """The work stopped because somebody asked it to; nothing went wrong."""


class Report:
    """What the work is given: call it with (done, total, what) now and then; it raises Cancelled when asked to stop.

    Work that can end early with a useful result looks at `stopped` instead.
    """

    def __init__(self, tell: Callable[[int, int, str], None], show: Callable[[object], None]) -> None:
        self._tell, self._show, self._stop = tell, show, Event()

    @property
    def stopped(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def show(self, part: object) -> None:
        """Hand over a part of the result that can be looked at before the rest is done."""
        self._show(part)

    def __call__(self, done: int, total: int, what: str = "") -> None:
        if self.stopped:
            raise Cancelled
        self._tell(done, total, what)


Work = Callable[[Report], object]


class Job(QObject):
    """One piece of work. Signals arrive on the UI thread; a bug in the work is raised there."""

    progressed = Signal(int, int, str)
    shown = Signal(object)
    succeeded = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    finished = Signal()
    _ended = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._report = Report(self.progressed.emit, self.shown.emit)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._report.stop()

    def run(self) -> None:
        """Do the work; called on the worker thread."""
        outcome: object
        try:
            if self._report.stopped:
                raise Cancelled
            outcome = _Success(self._work(self._report))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            # Libraries that are not written in Python may raise what is no Exception; a job ends all the same.
            outcome = error
        self._ended.emit(outcome)

    @Slot(object)
    def _on_ended(self, outcome: object) -> None:
        try:
            if isinstance(outcome, _Success):
                self.succeeded.emit(outcome.value)
            elif isinstance(outcome, Cancelled):
                self.cancelled.emit()
            elif isinstance(outcome, SlaError):
                self.failed.emit(str(outcome))
            elif isinstance(outcome, BaseException):
                self.failed.emit("Something went wrong inside the program. Nothing was lost; please try again.")
                raise outcome
        finally:
            self.finished.emit()
            self.deleteLater()


class Heard(QObject):
    """Does something about an outcome while `owner` is there: a bare function is called after its window has gone."""

    def __init__(self, owner: QObject, act: Callable[..., object]) -> None:
        super().__init__(owner)
        self._act = act

    def hear(self, *outcome: object) -> None:
        """Take what a signal of a job carries."""
        self._act(*outcome)
        self.deleteLater()


class Jobs(QObject):
    """The queue of one: jobs run one after the other on a single worker thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._waiting: set[Job] = set()

    def prepare(self, work: Work) -> Job:
        """A job that has not started, so that its signals can be connected first."""
        return Job(work, self)

    def start(self, job: Job) -> None:
        """Queue a prepared job."""
        self._waiting.add(job)
        job.finished.connect(lambda: self._waiting.discard(job))
        self._pool.submit(job.run)

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._waiting)

    def close(self) -> None:
        """Ask all jobs to stop and wait for the thread to end."""
        for job in self._waiting:
            job.cancel()
        self._pool.shutdown(wait=True)


class _Success:
    def __init__(self, value: object) -> None:
        self.value = value

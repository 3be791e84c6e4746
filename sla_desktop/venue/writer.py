"""Saving what many phones send at once: all that wait go to the disk together, and each is told once it is there."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from queue import Queue
from threading import Thread

from sla_desktop.domain.ids import ResponseId

Answers = tuple[ResponseId, Mapping[str, str]]
Save = Callable[[list[Answers]], object]
_MOST_TOGETHER = 256


class Writer:
    """One thread that saves; a commit for each answer would let two hundred phones wait for two hundred disks."""

    def __init__(self, save: Save) -> None:
        self._save = save
        self._waiting: Queue[tuple[Answers, Future[None]] | None] = Queue()
        self._thread = Thread(target=self._run, name="phone answers", daemon=True)
        self._thread.start()

    async def keep(self, answers: Answers) -> None:
        """Return once the answers are on the disk. Raises what went wrong there."""
        done: Future[None] = Future()
        self._waiting.put((answers, done))
        await asyncio.wrap_future(done)

    def close(self) -> None:
        """Save what waits, then end."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch, over = [first], False
            while not self._waiting.empty() and len(batch) < _MOST_TOGETHER:
                following = self._waiting.get()
                if following is None:
                    over = True
                    break
                batch.append(following)
            self._keep(batch)
            if over:
                return

    def _keep(self, batch: list[tuple[Answers, Future[None]]]) -> None:
        try:
            self._save([answers for answers, _ in batch])
        except Exception as error:
            for _, done in batch:
                done.set_exception(error)
            return
        for _, done in batch:
            done.set_result(None)

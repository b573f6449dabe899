"""Checks articles in this process or, when there are enough of them, in several; the results come in order."""

from __future__ import annotations

import datetime as dt
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Self

import msgspec

from factlint.cache import keep
from factlint.config import Config
from factlint.problem import SettingsError
from factlint.proof import Edited, packed, unpacked

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from factlint.desk import Desk

CHUNK = 25
"""Articles that are sent to a process at once, at most."""
CHUNK_BYTES = 150_000
WORTHWHILE = 400_000
"""Bytes of articles that take longer to check than other processes take to start."""
AHEAD = 3
"""Chunks that wait for each process, so that none stands idle."""


class Task(msgspec.Struct, frozen=True, eq=False):
    """One article to check. ``config`` is encoded as MessagePack; ``place`` is where the result may be kept."""

    config: bytes
    data: bytes
    path: str
    document_id: str | None = None
    date: dt.date | None = None
    sidecar: bytes | None = None
    place: str | None = None


Draft = Edited | Task
"""An article that is done, or one that is still to be checked."""


class Press:
    """The processes that check. Started only when they are worth it."""

    def __init__(self, jobs: int, total: int) -> None:
        """``total`` is the size of all articles in bytes."""
        self._jobs = jobs
        self._total = total
        self._seen = self._missed = 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._pool is None:
            return
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None:
            import multiprocessing

            for worker in multiprocessing.active_children():
                worker.terminate()

    def edited(self, drafts: Iterable[tuple[int, Draft]]) -> Iterator[Edited]:
        """Every article, checked, in the order given; each comes with its size in bytes."""
        waiting: deque[tuple[Sequence[Draft], Future[list[bytes]] | None]] = deque()
        for chunk, size, missed in _chunks(drafts):
            self._seen += size
            self._missed += missed
            waiting.append((chunk, self._sent([draft for draft in chunk if isinstance(draft, Task)])))
            while len(waiting) > (AHEAD * self._jobs if self._pool else 0):
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())

    def _sent(self, tasks: list[Task]) -> Future[list[bytes]] | None:
        if not tasks:
            return None
        wanted = self._jobs > 1 and self._total * self._missed >= WORTHWHILE * self._seen
        if self._pool is None and not wanted:
            return None
        with _uninterrupted():
            self._pool = self._pool or _pool(self._jobs)
            return self._pool.submit(_checked_packed, tasks)


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def checked(task: Task) -> Edited:
    """Check one article, and keep the result where it may be kept."""
    desk = desk_of(task.config)
    edited = desk.edit(task.data, task.path, date=task.date, document_id=task.document_id, sidecar=task.sidecar)
    if task.place and not edited.problems and not desk.registry.problems and _lasting(edited):
        data = packed(edited)
        if data:
            keep(task.place, data)
    return edited


def _lasting(edited: Edited) -> bool:
    """Whether the same article would give the same result again: a failure of ours is tried anew."""
    return edited.report.error is None or edited.report.error.kind != "internal"


def _checked_packed(tasks: Sequence[Task]) -> list[bytes]:
    return [packed(checked(task)) for task in tasks]


@cache
def desk_of(config: bytes) -> Desk:
    """The desk for an encoded configuration. Raises SettingsError."""
    from factlint.desk import Desk

    return Desk(msgspec.msgpack.decode(config, type=Config))


def _chunks(drafts: Iterable[tuple[int, Draft]]) -> Iterator[tuple[Sequence[Draft], int, int]]:
    """Groups of articles with their size, and the size of those that are still to be checked."""
    chunk: list[Draft] = []
    size = missed = 0
    for bytes_of_it, draft in drafts:
        chunk.append(draft)
        size += bytes_of_it
        missed += bytes_of_it if isinstance(draft, Task) else 0
        if len(chunk) >= CHUNK or missed >= CHUNK_BYTES:
            yield chunk, size, missed
            chunk, size, missed = [], 0, 0
    if chunk:
        yield chunk, size, missed


def _finished(chunk: Sequence[Draft], sent: Future[list[bytes]] | None) -> Iterator[Edited]:
    results = iter(_received(sent)) if sent else None
    for draft in chunk:
        if isinstance(draft, Edited):
            yield draft
            continue
        data = next(results) if results else b""
        yield unpacked(data) if data else checked(draft)


def _received(sent: Future[list[bytes]]) -> list[bytes]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return sent.result()
    except BrokenProcessPool:
        raise SettingsError(
            "a worker process was ended from outside, perhaps for want of memory. Try --jobs 1."
        ) from None


def _pool(jobs: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(["factlint.warm"])
    return ProcessPoolExecutor(jobs, context, initializer=_ignore_interrupts)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Holds back an interrupt while processes start: they would answer it with a traceback, or miss their parent."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # its start lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore_interrupts() -> None:
    """An interrupt is the affair of the process that the user sees."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

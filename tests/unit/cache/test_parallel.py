"""Forks do what this process would do, and what they leave undone is done here."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from handrail.cache import parallel

NUMBERS = range(parallel.MANY)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without forks does all in one process")


@pytest.fixture(autouse=True)
def _alone(monkeypatch) -> None:
    """As in a command: a test runner has threads of its own, and a machine may have one core."""
    monkeypatch.setattr("handrail.cache.parallel.threading.active_count", lambda: 1)
    monkeypatch.setattr("handrail.cache.parallel.os.cpu_count", lambda: 3)
    monkeypatch.setattr("handrail.cache.parallel.sys.platform", "linux")


def _process(number: int) -> bytes:
    return b"%d %d" % (number, os.getpid())


def test_results_come_in_the_order_of_the_items_from_as_many_processes_as_there_are_cores() -> None:
    made = [found.split() for found in parallel.each(_process, NUMBERS)]
    assert [int(number) for number, _ in made] == list(NUMBERS)
    processes = {int(process) for _, process in made}
    assert len(processes) == 3
    assert os.getpid() not in processes


def test_few_items_are_left_to_this_process() -> None:
    assert list(parallel.each(_process, NUMBERS[1:])) == []


def test_a_process_with_threads_is_not_forked(monkeypatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    assert list(parallel.each(_process, NUMBERS)) == []
    done.set()
    thread.join()


def test_results_end_where_a_process_dies() -> None:
    def work(number: int) -> bytes:
        if number == 31:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"%d" % number

    assert [int(found) for found in parallel.each(work, NUMBERS)] == list(range(31))


def test_a_process_ends_once_nobody_reads_what_it_makes() -> None:
    def long() -> Iterator[int]:
        yield from parallel.each(_process, range(10**7))

    some = long()
    process = int(next(some).split()[1])
    some.close()
    assert os.waitpid(process, 0)[0] == process

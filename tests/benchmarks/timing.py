"""Timing in one run: cases take turns, so that a busy machine slows all of them alike."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter, process_time
from typing import Any

__all__ = ["in_turns", "ms", "seconds", "worked"]


def seconds(action: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def worked(action: Callable[[], Any]) -> float:
    """How long one call keeps a processor busy, whatever else runs: for what can be measured only once."""
    start = process_time()
    action()
    return process_time() - start


def in_turns(cases: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Median seconds of each case over *rounds* rounds in which every case has one turn."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, action in cases.items():
            taken[name].append(seconds(action))
    return {name: median(times) for name, times in taken.items()}


def ms(time: float) -> str:
    """Seconds as milliseconds with three significant digits."""
    return f"{time * 1000:.3g}" if time < 1 else f"{time * 1000:.0f}"

"""How long something takes and how many queries it asks: medians, because a machine has other things to do as well."""

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client

WARM_UP, RUNS, ROUNDS = 5, 30, 3
OK = 200


def milliseconds(act: Callable[[], Any], *, runs: int = RUNS) -> float:
    """The time of one call after warming up: the lowest of three medians, since others on the machine only add to it."""
    for _ in range(WARM_UP):
        act()
    return round(min(median(_timed(act) for _ in range(runs)) for _ in range(ROUNDS)), 1)


def each_of(act: Callable[[str], Any], asked: Sequence[str]) -> float:
    """The median over what was asked, each answered as often as makes thirty runs and more of all of them."""
    times = -(-RUNS // len(asked)) + 1
    for one in asked:
        act(one)
    return round(min(median(_timed(lambda one=one: act(one)) for one in asked for _ in range(times)) for _ in range(ROUNDS)), 1)


def queries(act: Callable[[], Any]) -> int:
    """How many queries one call asks, savepoints and all."""
    asked = []

    def count(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        act()
    return len(asked)


def visit(client: Client, address: str) -> None:
    """Ask for a page, which must be there."""
    answer = client.get(address)
    if answer.status_code != OK:
        raise RuntimeError(f"{address} answers {answer.status_code}")


def _timed(act: Callable[[], Any]) -> float:
    gc.collect(0)
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000

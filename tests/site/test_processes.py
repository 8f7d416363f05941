"""Processes leave as they should, however the one that started them went."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tarazy.site.processes import undisturbed

HAND = """
import os, time
from tarazy.site.processes import leave_with
leave_with(os.getppid())
print(os.getpid(), flush=True)
time.sleep(60)
"""
SERVER = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HAND!r}])"


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_the_hands_of_a_killed_server_do_not_stay_behind():
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE)
    hand = int(server.stdout.readline())
    assert lives(hand)
    server.kill()
    server.communicate()
    until = time.monotonic() + 10
    while lives(hand) and time.monotonic() < until:
        time.sleep(0.1)
    assert not lives(hand)


@pytest.fixture
def minded():
    """Ctrl-C reaches this process, also where the tests were started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("minded")
def test_what_must_be_whole_is_finished_and_then_ctrl_c_is_minded():
    done = []

    def work():
        with undisturbed(later=True):
            signal.raise_signal(signal.SIGINT)
            done.append("whole")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["whole"]


@pytest.mark.usefixtures("minded")
def test_a_second_ctrl_c_does_not_break_the_leaving():
    with undisturbed():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)

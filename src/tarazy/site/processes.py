"""Several processes that live and end together.

Each stands in a group of its own, so that Ctrl-C reaches only the one who waits here, who then ends them in order. Each
holds the far end of a pipe: when the one who waits is killed outright, the pipe closes and they leave by themselves.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

GRACE = 12.0  # seconds a process has to finish what it has begun
LIFELINE = "TARAZY_LIFELINE"
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Together:
    """The processes started here, in order."""

    def __init__(self) -> None:
        self._far, self._near = os.pipe()
        self._children: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str) -> None:
        """Start one command of `tarazy`."""
        self._children.append(
            subprocess.Popen(  # noqa: S603 (our own command line)
                [sys.executable, "-m", "tarazy.site.cli", *words],
                env={**os.environ, LIFELINE: str(self._far)},
                pass_fds=[self._far],
                start_new_session=True,
            ),
        )

    def fallen(self) -> int | None:
        """The exit code of the first one that has ended, if any has."""
        codes = [child.poll() for child in self._children]
        return next((code for code in codes if code is not None), None)

    def wait(self) -> int:
        """Wait until one of them ends, and give its exit code."""
        while (code := self.fallen()) is None:
            time.sleep(0.2)
        return code

    def stop(self) -> None:
        """End them all, those that do not listen by force, and whatever they have left behind."""
        for child in self._children:
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + GRACE
        for child in self._children:
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
        os.close(self._far)
        os.close(self._near)


@contextmanager
def together() -> Iterator[Together]:
    """Processes that have all ended when the block is left; a second Ctrl-C cannot break the leaving."""
    all_of_them = Together()
    try:
        yield all_of_them
    finally:
        with undisturbed():
            all_of_them.stop()


@contextmanager
def undisturbed(*, later: bool = False) -> Iterator[None]:
    """Finish the block whatever signal comes; `later` minds the last one that came, at the end of the block."""
    if threading.current_thread() is not threading.main_thread():  # signals come to the main one alone
        yield
        return
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)

    before: list[tuple[int, Any]] = [(number, signal.signal(number, note)) for number in ENDS]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
    if later and came:
        signal.raise_signal(came[-1])


def leave_with(parent: int) -> None:
    """Leave, with what has begun finished, as soon as the process that started this one is gone."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)  # it did not listen

    threading.Thread(target=watch, daemon=True).start()

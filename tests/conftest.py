"""Commands run as an editor runs them: arguments in, two streams and an exit code out."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest
from commands import Done, Run
from factlint.cli import main


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in this process."""

    def call(*arguments: str) -> Done:
        code = main(list(arguments))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started by a shell in the background would not hear an interrupt, and hand that on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)

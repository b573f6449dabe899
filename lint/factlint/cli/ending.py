"""How a command ends: its exit code, and every error as a line on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from factlint.problem import SettingsError

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


def say(message: str) -> None:
    """Tell people something that is no part of a report."""
    print(f"factlint: {message}", file=sys.stderr, flush=True)


def ended(command: Callable[[], int]) -> int:
    """Carry out a command and return its exit code."""
    try:
        code = command()
        sys.stdout.flush()
        return code
    except SettingsError as error:
        return failed(str(error))
    except KeyboardInterrupt:
        say("interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _give_up_stdout()
        return EXIT_BAD_INPUT
    except OSError as error:
        _give_up_stdout()
        return failed(f"{error.filename or 'the report'}: cannot be written: {error.strerror}.")


def failed(message: str) -> int:
    """Tell why a command cannot be carried out."""
    say(message)
    return EXIT_BAD_INPUT


def _give_up_stdout() -> None:
    """Nothing more can be said there, not even on shutdown."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

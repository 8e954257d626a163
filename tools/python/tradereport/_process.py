"""Runs the program in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ._errors import Error

_HELPER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_helper.py")


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    status: int
    output: bytes
    messages: list[str]
    """The lines of standard error."""


def run(function: str, arguments: Sequence[str], standard_input: bytes | None = None) -> Outcome:
    """Calls the function of the module _native there.

    -I and -S: the process takes no code from the folder that it is in, the environment or site-packages.
    """
    command = [sys.executable, "-I", "-S", _HELPER, function, *arguments]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL if standard_input is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except (OSError, ValueError) as error:
        raise Error(f"{sys.executable!r} cannot be started: {error}") from error
    try:
        output, errors = process.communicate(standard_input)
    except BaseException:  # Ctrl-C: the run ends in order, with its workers
        process.terminate()
        process.communicate()
        raise
    if process.returncode < 0:
        raise Error(f"the process that reads was ended by signal {-process.returncode}")
    return Outcome(process.returncode, output, errors.decode("utf-8", "replace").splitlines())

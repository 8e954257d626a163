from collections.abc import Sequence

def run_program(arguments: Sequence[bytes]) -> int:
    """Runs the program with these arguments on the standard streams. Returns its exit status."""

def check_records(arguments: Sequence[bytes]) -> int:
    """The same for the command check, whose arguments these are, with records as its output."""

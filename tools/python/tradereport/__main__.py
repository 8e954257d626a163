"""The program: ``python3 -m tradereport check report.pdf``, or ``tradereport check report.pdf``."""

import os
import sys

from . import _native


def main() -> int:
    """Runs the program with the arguments of this process. Returns its exit status."""
    return _native.run_program([os.fsencode(argument) for argument in sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())

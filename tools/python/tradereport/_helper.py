"""What the process runs that opens files for the caller: a bare interpreter with nothing else in it.

    python3 -I -S _helper.py FUNCTION ARGUMENT...
"""

import os
import sys

sys.path.append(os.path.dirname(os.path.abspath(__file__)))

import _native  # type: ignore[import]  # noqa: E402

function, *arguments = sys.argv[1:]
sys.exit(getattr(_native, function)([os.fsencode(argument) for argument in arguments]))

"""Gives a PDF written by LibreOffice a fixed date and file identifier.

Usage: fix_pdf_dates.py FILE.pdf

Every replacement has the length of what it replaces, so the offsets in the
cross-reference table stay right.
"""

import pathlib
import re
import sys


def refill(pattern, filler, data):
    """Replaces the middle one of the pattern's three groups by the filler,
    cut or padded with zeros to the same length."""
    def same_length(match):
        before, changed, after = match.groups()
        return before + filler[:len(changed)].ljust(len(changed), b"0") + after

    data, count = re.subn(pattern, same_length, data)
    if not count:
        sys.exit(f"not found in the PDF: {pattern.decode()}")
    return data


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    path = pathlib.Path(sys.argv[1])
    data = path.read_bytes()
    data = refill(rb"(/CreationDate\(D:)(\d{14}[^)]*)(\))", b"20240701000000Z", data)
    data = refill(rb"(/DocChecksum /)([0-9A-F]{32})(\b)", b"0", data)
    data = refill(rb"(/ID \[ <)([0-9A-F]{32})(>)", b"0", data)
    data = refill(rb"(<0{32}>\s*<)([0-9A-F]{32})(>)", b"0", data)
    path.write_bytes(data)


if __name__ == "__main__":
    main()

"""LaTeX with ctex, set by XeLaTeX."""

import dataclasses

from ..spelling import limited
from .latex import typeset


def restrict(layout):
    """One Latin and one Chinese font, and no other to fall back on."""
    layout.spelling = limited(layout.spelling, ["minus", "hyphen", "en dash", "full-width"],
                              radicals=False)
    if layout.spelling.wide_digits:         # TeX sets blanks between full-width digits and ASCII
        layout.spelling = dataclasses.replace(layout.spelling, wide_points=True, thousands="none")
    if layout.missing in ("–", "--"):       # TeX joins hyphens
        layout.missing = "—"


def make(document, path, rng):
    typeset(document, path, "xelatex")

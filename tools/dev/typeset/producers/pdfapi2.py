"""Perl's PDF::API2, with two TrueType fonts."""

from ..recorded import draw, restrict  # noqa: F401


def make(document, path, rng):
    draw(document, path, ["perl"], "pdfapi2.pl")

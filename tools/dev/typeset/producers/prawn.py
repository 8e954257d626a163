"""Ruby's Prawn, with two TrueType fonts."""

from ..recorded import draw, restrict  # noqa: F401


def make(document, path, rng):
    draw(document, path, ["ruby"], "prawn.rb")

"""Java's iText, with two TrueType fonts."""

from ..recorded import draw, restrict  # noqa: F401


def make(document, path, rng):
    draw(document, path, ["java", "-cp", "/usr/share/java/itext5.jar"], "Itext.java")

"""An OpenDocument text, made a PDF by LibreOffice."""

from . import libreoffice
from .odt_writer import write


def make(document, path, rng):
    source = path.with_suffix(".fodt")
    write(document, source)
    libreoffice.convert(source, path)
    source.unlink()

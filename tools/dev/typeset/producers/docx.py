"""A Word document written by python-docx, made a PDF by LibreOffice."""

from . import libreoffice
from .docx_writer import write


def make(document, path, rng):
    source = path.with_suffix(".docx")
    write(document, source)
    libreoffice.convert(source, path)
    source.unlink()

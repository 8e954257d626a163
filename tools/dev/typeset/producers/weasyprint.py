"""HTML set by WeasyPrint."""

import subprocess

from ..html import render


def make(document, path, rng):
    page = path.with_suffix(".html")
    page.write_text(render(document, native_footnotes=True), encoding="utf-8")
    subprocess.run(["/usr/bin/weasyprint", "-q", page, path], check=True, capture_output=True)
    page.unlink()

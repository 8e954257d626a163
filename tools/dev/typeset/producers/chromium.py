"""HTML printed by Chromium."""

import subprocess
import tempfile

from ..html import render

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-pdf-header-footer"]


def make(document, path, rng):
    page = path.with_suffix(".html")
    page.write_text(render(document, native_footnotes=False), encoding="utf-8")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", *FLAGS, f"--user-data-dir={profile}",
                        f"--print-to-pdf={path}", page.resolve().as_uri()],
                       check=True, capture_output=True, timeout=120)
    page.unlink()

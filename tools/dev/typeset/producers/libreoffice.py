"""LibreOffice's conversion to PDF, each call with a user profile of its own."""

import subprocess
import tempfile


def convert_text(text, suffix, path):
    """A flat OpenDocument file (.fods, .fodg), given as its text."""
    source = path.with_suffix(suffix)
    source.write_text(text, encoding="utf-8")
    convert(source, path)
    source.unlink()


def convert(source, path):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                        "--convert-to", "pdf", "--outdir", str(path.parent), str(source)],
                       check=True, capture_output=True, timeout=180)
    if not path.exists():
        raise RuntimeError(f"LibreOffice made no {path.name}")

"""Programs that rewrite a finished PDF."""

import collections
import os
import subprocess
import unicodedata


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)


def qpdf(*options):
    return lambda source, target: run("qpdf", *options, source, target)


def ghostscript(*options):
    return lambda source, target: run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER",
                                      "-sDEVICE=pdfwrite", *options, f"-sOutputFile={target}",
                                      source)


def through_postscript(source, target):
    middle = target.with_suffix(".ps")
    run("pdftops", "-level3", source, middle)
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={target}", middle)
    os.unlink(middle)


PROCESSORS = {
    "gs": ghostscript(),
    "gs-prepress": ghostscript("-dPDFSETTINGS=/prepress"),
    "ps": through_postscript,
    "qpdf-linear": qpdf("--linearize", "--deterministic-id"),
    "qpdf-objects": qpdf("--object-streams=generate", "--recompress-flate", "--deterministic-id"),
    "qpdf-plain": qpdf("--qdf", "--object-streams=disable", "--deterministic-id"),
    "qpdf-rc4": qpdf("--allow-weak-crypto", "--encrypt", "", "owner", "128", "--"),
    "qpdf-aes256": qpdf("--encrypt", "", "owner", "256", "--"),
    "mutool-clean": lambda source, target: run("mutool", "clean", "-gggg", "-z", source, target),
    "pdftocairo": lambda source, target: run("pdftocairo", "-pdf", source, target),
    "rotate-90": qpdf("--rotate=+90", "--deterministic-id"),
    "rotate-180": qpdf("--rotate=+180", "--deterministic-id"),
    "rotate-270": qpdf("--rotate=+270", "--deterministic-id"),
}

TEXTS = ["text-layout", "text-raw", "text-plain"]


def characters(path):
    """The characters of a PDF's text, as Poppler tells them, whatever their order."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True,
                          text=True).stdout
    return collections.Counter(unicodedata.normalize("NFKC", "".join(text.split())))


def extract(name, path):
    """Puts NAME.txt in the place of NAME.pdf."""
    options = {"text-layout": ["-layout"], "text-raw": ["-raw"], "text-plain": []}[name]
    run("pdftotext", *options, path, path.with_suffix(".txt"))
    path.unlink()


def restrict_text(layout):
    """What plain text cannot tell: which line a half label belongs to, which cell is empty, what
    is printed over something else."""
    layout.broken_labels = layout.watermark = layout.stamp = layout.bold_twice = False
    layout.missing = layout.missing or "—"


def apply(name, path):
    """Rewrites `path` in place. True if the program damaged the text: an ideograph, a digit or a
    sign is another one or gone."""
    if name in TEXTS:
        extract(name, path)
        return name == "text-plain"     # it tells tables column by column, or half and half
    before = characters(path)
    done = path.with_suffix(".post.pdf")
    PROCESSORS[name](path, done)
    os.replace(done, path)
    after = characters(path)
    after["-"] += after["\u2010"]          # two names of the same stroke
    return any(c.isalnum() or c in "-−." for c in before - after)

"""Programs that rewrite a finished PDF."""

import collections
import os
import pathlib
import shutil
import subprocess
import tempfile
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


def two_on_a_sheet(source, target):
    """Two pages beside one another on a sheet of the same size, as print dialogues offer."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = pathlib.Path(folder) / "sheet.tex"
        sheet.write_text(r"\documentclass[a4paper,landscape]{article}\usepackage{pdfpages}"
                         rf"\begin{{document}}\includepdf[pages=-,nup=2x1]{{{source.resolve()}}}"
                         r"\end{document}")
        subprocess.run(["pdflatex", "-interaction=batchmode", sheet.name], cwd=folder, check=True,
                       capture_output=True, timeout=300)
        shutil.move(sheet.with_suffix(".pdf"), target)


def through_print_filter(source, target):
    """Two pages on a sheet by the filter of CUPS: "number-up=2"."""
    with open(target, "wb") as out:
        subprocess.run(["/usr/lib/cups/filter/pdftopdf", "1", "user", "report", "1", "number-up=2",
                        source], check=True, stdout=out, stderr=subprocess.DEVNULL, timeout=300,
                       env=dict(os.environ, FINAL_CONTENT_TYPE="application/pdf"))


def under_a_picture(source, target):
    """A picture of each page, and under it the text that nobody sees, word by word, in a font whose
    characters are all half an em wide and stretched to the words' boxes, as OCR programs write it."""
    from . import hidden_text  # needs python3-reportlab, the other processors do not

    boxes = subprocess.run(["pdftotext", "-bbox", source, "-"], check=True, capture_output=True,
                           text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "60", "-gray", "-jpeg", source, f"{folder}/page")
        pictures = sorted(pathlib.Path(folder).glob("*.jpg"))
        hidden_text.write(boxes, pictures, target)


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
    "two-up": two_on_a_sheet,
    "cups-two-up": through_print_filter,
    "under-picture": under_a_picture,
}

TEXTS = ["text-layout", "text-raw", "text-plain"]


def characters(path):
    """The characters of a PDF's text, as Poppler tells them, whatever their order. The two hyphens are
    two names of the same stroke."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True,
                          text=True).stdout
    folded = unicodedata.normalize("NFKC", "".join(text.split())).replace("\u2010", "-")
    return collections.Counter(folded)


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
    if name == "under-picture":
        before["-"] += before.pop("\u2212", 0)
    return any(c.isalnum() or c in "-−." for c in before - after)

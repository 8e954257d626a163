"""LaTeX with the CJK package, set by pdfLaTeX: a Chinese font in Type 1 pieces of 256 characters each,
whose boxes differ, and bold made by printing thrice."""

from ..spelling import limited
from . import latex


class Source(latex.Source):
    def preamble(self):
        before, after = super().preamble().split(r"\begin{document}")
        kept = [line for line in before.splitlines()
                if not line.startswith((r"\documentclass", r"\setmainfont", r"\setCJKmainfont"))]
        options = "twoside," if self.layout.running_head == "some" else ""
        family = r"\renewcommand{\familydefault}{\sfdefault}" if self.layout.font == "sans" else ""
        head = [rf"\documentclass[{options}]{{article}}", r"\usepackage{CJKutf8}", family,
                r"\input{glyphtounicode}\pdfgentounicode=1",
                r"\DeclareUnicodeCharacter{2212}{\ensuremath{-}}", r"\setlength{\headheight}{15pt}"]
        return "\n".join(head + kept) + "\n\\begin{document}\n\\begin{CJK*}{UTF8}{gbsn}\n" + after

    def text(self):
        return super().text().replace(r"\end{document}", "\\clearpage\\end{CJK*}\n\\end{document}")


def restrict(layout):
    """Western Type 1 fonts and one Chinese one without radicals or circled digits."""
    layout.spelling = limited(layout.spelling, ["minus", "hyphen", "en dash", "full-width"],
                              ("none", "space"), radicals=False)
    layout.watermark = False
    layout.marker = "1"
    if layout.missing in ("–", "--", "…"):
        layout.missing = "—"


def make(document, path, rng):
    latex.typeset(document, path, "pdflatex", Source)

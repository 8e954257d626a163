"""A document as LaTeX source for XeLaTeX and LuaLaTeX, with longtable and ctex."""

import os
import pathlib
import re
import subprocess
import tempfile

from ..document import BREAK, STAMP, WATERMARK
from ..html import spans
from ..narrative import FOOTNOTE

SPECIAL = {"%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$", "-": r"{-}",
           "\u2009": r"\,", "\u202f": r"\,", "\u00a0": "~", "\u2011": r"{-}", "[": "{[}"}
FONTS = {"serif": ("Liberation Serif", "AR PL SungtiL GB"),
         "sans": ("Liberation Sans", "WenQuanYi Zen Hei")}


def tex(text):
    return re.sub("|".join(map(re.escape, SPECIAL)), lambda m: SPECIAL[m.group()], text)


class Source:
    def __init__(self, document):
        self.document, self.layout = document, document.layout
        self.late = False

    # ------------------------------------------------------------ preamble

    def preamble(self):
        layout = self.layout
        latin, chinese = FONTS[layout.font]
        head = rf"\small {tex(self.document.running_head)}"
        odd = {"all": rf"\fancyhead[C]{{{head}}}", "none": r"\renewcommand{\headrulewidth}{0pt}",
               "some": rf"\fancyhead[CE]{{{head}}}"}[layout.running_head]
        number = "" if layout.page_numbers == "none" else tex(layout.page_numbers).replace(
            "{n}", r"\thepage{}").replace("{N}", r"\pageref{LastPage}")
        sides = "twoside," if layout.running_head == "some" else ""
        mark = ""
        if layout.watermark:
            mark = (r"\AddToHook{shipout/background}{\put(120,-560){\rotatebox{45}{\fontsize{56}{60}"
                    rf"\selectfont\textcolor[gray]{{0.85}}{{{WATERMARK}}}}}}}}}")
        one_side = "twoside=false," if sides else ""
        ragged = "" if layout.justified else r"\raggedright\setlength{\parindent}{2em}"
        return rf"""\documentclass[{sides}fontset=none,UTF8]{{ctexart}}
\usepackage[a4paper,{one_side}hmargin={layout.margin_mm}mm,vmargin=25mm]{{geometry}}
\usepackage{{longtable,multirow,array,fancyhdr,lastpage,xcolor,graphicx}}
\setmainfont{{{latin}}}
\setCJKmainfont[AutoFakeBold=2]{{{chinese}}}
\setlength{{\parindent}}{{2em}}
\setlength{{\LTpre}}{{4pt}}\setlength{{\LTpost}}{{4pt}}
\setlength{{\tabcolsep}}{{{1.5 if layout.tight_columns else 3}pt}}
\renewcommand{{\arraystretch}}{{1.25}}
\newcommand{{\thick}}{{\noalign{{\hrule height 1.2pt}}}}
\pagestyle{{fancy}}\fancyhf{{}}
{odd}
\fancyfoot[C]{{{number}}}
\newcommand{{\twice}}[1]{{\rlap{{\kern0.25pt #1}}#1}}
{mark}
\begin{{document}}
\fontsize{{{layout.font_pt}}}{{{layout.font_pt * (1.2 * layout.line_spacing):.1f}}}\selectfont
{ragged}
"""

    # ------------------------------------------------------------ text

    def note(self):
        return rf"{tex(self.document.footnote)}{tex(self.document.link)}。"

    def mark(self):
        return r"\textsuperscript{1}" if self.layout.marker == "1" else tex(self.layout.marker)

    def paragraph(self, kind, text):
        shown = tex(text)
        key = tex(FOOTNOTE)
        if key in shown:
            if self.layout.footnote == "page":
                shown = shown.replace(key, rf"\footnote{{{self.note()}}}")
            else:
                shown = shown.replace(key, self.mark())
                self.late = True
        return {
            "title": rf"\begin{{center}}\LARGE\bfseries {shown}\end{{center}}",
            "subtitle": rf"\begin{{center}}{shown}\end{{center}}",
            "caption": rf"\par\vspace{{4pt}}{{\centering\bfseries {shown}\par}}\nopagebreak",
            "unit": rf"{{\raggedleft {shown}\par}}\nopagebreak",
            "note": rf"\par\noindent{{\small {shown}\par}}",
            "body": shown,
        }.get(kind, rf"\par\textbf{{{shown}}}\par") + "\n\n"

    # ------------------------------------------------------------ tables

    def column(self, align, width):
        how = {"left": r"\raggedright", "center": r"\centering", "right": r"\raggedleft"}[align]
        kind = {"top": "p", "middle": "m", "bottom": "b"}[self.layout.vertical_align]
        return rf">{{{how}\arraybackslash}}{kind}{{{width:.2f}mm}}"

    def table(self, content):
        layout = self.layout
        bar = "|" if layout.rules == "ruled" else ""
        gap = 2 * (1.5 if layout.tight_columns else 3) * 0.3515
        whole = (210 - 2 * layout.margin_mm) * (0.75 if layout.tight_columns else 1) \
            - gap * len(content.widths) - 2
        widths = [whole * width / sum(content.widths) for width in content.widths]
        columns = bar + bar.join(
            self.column(layout.label_align if i in content.labels else layout.number_align, width)
            for i, width in enumerate(widths)) + bar
        heads = content.kinds.count("head")
        line = {"ruled": r"\hline", "three-line": "", "none": ""}[layout.rules]
        thick = r"\thick" if layout.rules == "three-line" else line
        out = [rf"{{\fontsize{{{layout.table_pt}}}{{{layout.table_pt * 1.2:.1f}}}\selectfont"
               rf"\begin{{longtable}}{{{columns}}}", thick]
        for top in range(len(content.rows)):
            out.append(self.row(content, top, widths, gap, bar))
            if top == heads - 1:
                out.append(r"\hline" if layout.rules == "three-line" else line)
                if content.repeat_heads:
                    out.append(r"\endhead")
            elif layout.rules == "ruled" and top < heads - 1:
                pieces = [left for left, text in enumerate(content.rows[top + 1]) if text != "^"]
                out.append("".join(rf"\cline{{{left + 1}-{left + 1}}}" for left in pieces))
            elif line:
                out.append(line)
        out += [r"\thick" if layout.rules == "three-line" else "", r"\end{longtable}}"]
        return "\n".join(out) + "\n\n"

    def row(self, content, top, widths, gap, bar):
        kind, cells = content.kinds[top], []
        for left, text in enumerate(content.rows[top]):
            if text == "<":
                continue
            if text == "^":
                cells.append("")
                continue
            rows, columns = spans(content, top, left)
            lines = [tex(part) for part in text.split(BREAK)]
            if kind == "total":
                bold = [rf"\textbf{{{part}}}" for part in lines]
                lines = [rf"\twice{{{part}}}" if self.layout.bold_twice and part else part
                         for part in bold]
            shown = r"\newline ".join(lines) if len(lines) > 1 else lines[0]
            if kind == "total" and len(lines) == 1:
                shown = rf"\mbox{{{shown}}}"
            if rows > 1:
                shown = rf"\multirow{{{rows}}}{{*}}{{{shown}}}"
            width = sum(widths[left:left + columns]) + gap * (columns - 1)
            if columns > 1:
                first = bar if left == 0 else ""
                shown = rf"\multicolumn{{{columns}}}{{{first}{self.column('center', width)}{bar}}}{{{shown}}}"
            elif kind == "head":
                first = bar if left == 0 else ""
                shown = rf"\multicolumn{{1}}{{{first}{self.column('center', width)}{bar}}}{{{shown}}}"
            cells.append(shown)
        return " & ".join(cells) + r" \\*" if kind == "head" else " & ".join(cells) + r" \\"

    # ------------------------------------------------------------ whole

    def text(self):
        out = [self.preamble()]
        for block in self.document.blocks:
            if block.kind == "page":
                out.append(r"\clearpage" + "\n")
            elif block.kind == "table":
                out.append(self.table(block.table))
            else:
                out.append(self.paragraph(block.kind, block.text))
        if self.late:
            out.append(rf"\par\noindent {{\small {self.mark()} {self.note()}}}")
        if self.layout.stamp:
            out.append(rf"\par\hfill\rotatebox{{10}}{{\textcolor{{red}}{{\fbox{{{STAMP}}}}}}}")
        return "".join(out) + "\n\\end{document}\n"


def typeset(document, path, program, source_of=Source):
    """Runs `program` twice (page counts) in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "report.tex"
        source.write_text(source_of(document).text(), encoding="utf-8")
        for _ in range(2):
            run = subprocess.run([program, "-interaction=nonstopmode", source.name], cwd=folder,
                                 capture_output=True, timeout=300)
        made = source.with_suffix(".pdf")
        if not made.exists() or b"\n! " in run.stdout:
            errors = re.findall(rb"\n(! .*(?:\n.*){0,4})", run.stdout)
            raise RuntimeError(b"\n".join(errors[:2]).decode("utf-8", "replace"))
        os.replace(made, path) if made.stat().st_dev == path.parent.stat().st_dev \
            else path.write_bytes(made.read_bytes())

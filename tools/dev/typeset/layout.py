"""The layout switches of one document, and drawing them at random."""

import dataclasses

from .spelling import GAPS, MINUSES, Spelling

RULES = ["ruled", "three-line", "none"]
RUNNING_HEADS = ["all", "some", "none"]
PAGE_NUMBERS = ["none", "{n}", "- {n} -", "第{n}页", "第{n}页 共{N}页", "{n}/{N}", "— {n} —",
                "第 {n} 页，共 {N} 页"]
FOOTNOTES = ["page", "end", "none"]
MARKERS = ["1", "①", "[1]"]
MISSING = ["–", "—", "…", "", "*", "-", "--"]


@dataclasses.dataclass
class Layout:
    """Every switch has a value that leaves the report as it was published (the default)."""
    rules: str = "ruled"
    repeat_heads: bool = True
    split_caption: int = 0          # the number of the table that starts a page without its caption
    rows_break: bool = True         # a table may go over a page
    running_head: str = "all"
    page_numbers: str = "{n}"
    footnote: str = "page"
    marker: str = "1"
    title: bool = True
    margin_mm: int = 25
    font_pt: float = 12
    table_pt: float = 10.5
    line_spacing: float = 1.5
    justified: bool = True
    label_align: str = "center"
    number_align: str = "center"
    vertical_align: str = "middle"
    broken_labels: bool = False     # names broken over two lines within a cell
    broken_heads: bool = False      # heads broken over two lines within a cell
    bold_twice: bool = False        # bold totals printed twice, a little aside
    tight_columns: bool = False     # columns hardly wider than their numbers
    watermark: bool = False
    stamp: bool = False
    unit_line: bool = False         # 单位：亿美元 above the table in place of the caption
    missing: str | None = None      # what a cell without a figure shows
    name_variants: bool = False
    strange_partner: bool = False   # one partner that the family file does not name
    january_once: bool = False      # January without the year to date, which says the same
    varied_wording: bool = False
    font: str = "serif"             # serif, sans or mono
    emission: str = "line"          # how a drawing producer hands over text: line, word or character
    spelling: Spelling = dataclasses.field(default_factory=Spelling)


def draw(rng, plain=0.0):
    """A layout at random. With probability `plain`, a switch keeps its default."""

    def choose(default, options):
        return default if rng.random() < plain else rng.choice(options)

    def rarely(share):
        return rng.random() < share * (1 - plain)

    font_pt = choose(12, [10, 10.5, 11, 12, 14])
    return Layout(
        rules=choose("ruled", RULES),
        repeat_heads=choose(True, [True, False]),
        split_caption=rng.choice([1, 2, 3, 4, 5]) if rarely(0.25) else 0,
        rows_break=choose(True, [True, True, False]),
        running_head=choose("all", RUNNING_HEADS),
        page_numbers=choose("{n}", PAGE_NUMBERS),
        footnote=choose("page", FOOTNOTES),
        marker=choose("1", MARKERS),
        title=choose(True, [True, True, False]),
        margin_mm=choose(25, [15, 20, 25, 32]),
        font_pt=font_pt,
        table_pt=min(font_pt, choose(10.5, [9, 10, 10.5, 12])),
        line_spacing=choose(1.5, [1.0, 1.15, 1.5, 2.0]),
        justified=choose(True, [True, False]),
        label_align=choose("center", ["left", "center", "right"]),
        number_align=choose("center", ["left", "center", "right", "right"]),
        vertical_align=choose("middle", ["top", "middle", "bottom"]),
        broken_labels=rarely(0.25),
        broken_heads=rarely(0.5),
        bold_twice=rarely(0.2),
        tight_columns=rarely(0.15),
        watermark=rarely(0.2),
        stamp=rarely(0.2),
        unit_line=rarely(0.15),
        missing=rng.choice(MISSING) if rarely(0.2) else None,
        name_variants=rarely(0.2),
        strange_partner=rarely(0.1),
        january_once=rng.random() < 0.5,
        varied_wording=rarely(0.6),
        font=choose("serif", ["serif", "sans"]),
        emission=rng.choice(["line", "word", "character"]),
        spelling=draw_spelling(rng, rarely),
    )


def draw_spelling(rng, rarely):
    wide = rarely(0.12)
    return Spelling(
        gap=rng.choice(list(GAPS)) if rarely(0.6) else "none",
        gap_share=rng.choice([1.0, 0.5]),
        minus=rng.choice(list(MINUSES)) if rarely(0.6) else "hyphen",
        wide_digits=wide,
        wide_points=wide and rng.random() < 0.5,
        wide_percent=rarely(0.15),
        narrow_brackets=rarely(0.2),
        narrow_commas=rarely(0.1),
        thousands=rng.choice(["comma", "comma", "thin"]) if rarely(0.3) else "none",
        radicals=rng.choice(["kangxi", "cjk", "both"]) if rarely(0.15) else "none",
    )


def switches(layout):
    """The switches as plain data, one level deep, for the JSON beside a document."""
    plain = dataclasses.asdict(layout)
    plain.update({f"spelling_{key}": value for key, value in plain.pop("spelling").items()})
    return plain

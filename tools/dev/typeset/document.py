"""A report as a list of blocks, before any program sets it, and the figures that it prints."""

import dataclasses

from . import issue as issues
from .narrative import FLOWS, OVERVIEW_ROWS, Narrative
from .spelling import spell

RUNNING_HEAD = "对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告"
FOOTNOTE_TEXT = "本报告采用的产品分类详见《中国总体贸易月度监测报告技术文档》："
FOOTNOTE_LINK = "http://delab.uibe.edu.cn/zlxz/index.htm"
WATERMARK = "数字经济实验室"
STAMP = "对外经济贸易大学数字经济实验室"
BREAK = "\n"                          # a line break within a cell


@dataclasses.dataclass
class Table:
    """Cells row by row; "<" is merged with the cell to its left, "^" with the one above."""
    rows: list
    kinds: list                       # for each row: head, group, total or data
    widths: list                      # relative
    labels: list                      # the columns that hold names
    repeat_heads: bool = True


@dataclasses.dataclass
class Block:
    """kind: title, subtitle, heading1, heading2, body, caption, unit, table, note or page (a page
    break). `body` text may hold one narrative.FOOTNOTE."""
    kind: str
    text: str = ""
    table: Table | None = None


@dataclasses.dataclass
class Document:
    blocks: list
    layout: object
    truth: list                       # (Figure, printed)
    running_head: str
    footnote: str
    link: str
    title: str



class Builder:
    def __init__(self, issue, layout, rng):
        self.issue, self.layout, self.rng = issue, layout, rng
        self.blocks = []
        self.truth = []
        self.tables = 0
        self.narrative = Narrative(issue, rng, layout.varied_wording)
        if layout.name_variants:
            self.narrative.renamed = self.rename()
        self.missing = set()

    def rename(self):
        names = {f.row for f in self.issue.figures}
        others = issues.other_names()
        return {name: self.rng.choice(others[name]) for name in sorted(names)
                if others.get(name) and self.rng.random() < 0.5 and name not in OVERVIEW_ROWS.values()}

    def spell(self, text):
        return spell(text, self.layout.spelling, self.rng)

    def add(self, kind, text):
        self.blocks.append(Block(kind, self.spell(text)))

    # ------------------------------------------------------------ parts

    def month_head(self, span):
        m = self.issue.month
        if span == "month":
            return f"{m}月当月"
        if m == 1:
            return "1月累计"
        return f"1至{m}月累计"

    def issue_name(self):
        y, m = self.issue.year, self.issue.month
        return f"{y}年{m}月" if self.issue.has_month else f"{y}年1-{m}月"

    def caption(self, title):
        self.tables += 1
        unit = "" if self.layout.unit_line else "（亿美元）"
        self.add("caption", f"表{self.tables}：{self.issue_name()}{title}{unit}")
        if self.layout.unit_line:
            self.add("unit", "单位：亿美元")
        if self.layout.split_caption == self.tables:
            self.blocks.append(Block("page"))

    def figure(self, place, span, row, measure, group):
        """What the cell shows; the figure goes into the truth, unless it is left out."""
        for f in self.issue.figures:
            if (f.place, f.span, f.row, f.measure, f.group) != (place, span, row, measure, group):
                continue
            if f in self.missing:
                return self.layout.missing
            self.truth.append((f, f.value))
            return f.value
        net = row == OVERVIEW_ROWS["net"]
        return "" if net else self.layout.missing or ""

    def leave_out(self):
        """Chooses a few table cells without figures: growth or share, not spoken of in the text."""
        if self.layout.missing is None:
            return
        said = {(f.span, f.flow, f.row, f.measure) for f, _ in self.narrative.mentions}
        free = [f for f in self.issue.figures if f.measure in ("growth", "share")
                and f.place != "table1" and (f.span, f.flow, f.row, f.measure) not in said]
        self.missing = set(self.rng.sample(free, min(3, len(free))))

    def label(self, name):
        name = self.narrative.name(name)
        if self.layout.broken_labels and len(name) >= 4:
            middle = (len(name) + 1) // 2
            name = name[:middle] + BREAK + name[middle:]
        return name

    def head(self, text):
        if self.layout.broken_heads and text.endswith("（%）"):
            return text[:-3] + BREAK + "（%）"
        return text

    def table(self, rows, kinds, widths, labels):
        spelled = [[cell if cell in ("<", "^") else self.spell(cell) for cell in row]
                   for row in rows]
        self.blocks.append(Block("table", table=Table(spelled, kinds, widths, labels,
                                                      self.layout.repeat_heads)))

    def value_table(self, place, names, heads, corner):
        """Tables 1 to 3: one label column, then value, share and growth for each span."""
        spans = self.issue.spans
        top, second = [corner], ["^"]
        for span in spans:
            top += [self.month_head(span), "<", "<"]
            second += [self.head(text) for text in heads]
        rows, kinds = [top, second], ["head", "head"]
        for name in names:
            row = [self.label(name)]
            for span in spans:
                third = "change" if name == OVERVIEW_ROWS["net"] else "growth"
                row += [self.figure(place, span, name, measure, "")
                        for measure in ("value", "share", third)]
            if name == OVERVIEW_ROWS["net"]:
                row[0] = self.label(name) + "（亿美元）"
            rows.append(row)
            kinds.append("total" if place == "table1" and len(rows) == 3 else "data")
        self.table(rows, kinds, [30] + [20, 20, 20] * len(spans), [0])

    def partner_table(self, place, flow):
        """Tables 4 and 5: for each span names, value and growth side by side, in groups."""
        spans = self.issue.spans
        top, second = [], []
        for span in spans:
            top += ["区域", self.month_head(span), "<"]
            second += ["^", FLOWS[flow] + "额", self.head("同比变化（%）")]
        rows, kinds = [top, second], ["head", "head"]
        for group in self.issue.groups(place):
            title = "排名前10地区" if group.startswith("排名") else group
            rows.append([title] + ["<"] * (3 * len(spans) - 1))
            kinds.append("group")
            columns = [self.issue.rows(place, span, group) for span in spans]
            for position in range(max(map(len, columns))):
                row = []
                for span, names in zip(spans, columns):
                    if position >= len(names):
                        row += ["", "", ""]
                        continue
                    row += [self.label(names[position])]
                    row += [self.figure(place, span, names[position], measure, group)
                            for measure in ("value", "growth")]
                rows.append(row)
                kinds.append("data")
        self.table(rows, kinds, [32, 22, 22] * len(spans), [0, 3][:len(spans)])

    # ------------------------------------------------------------ whole

    def paragraphs(self):
        """Written before the tables: only figures not spoken of may be left out of these."""
        n, spans = self.narrative, self.issue.spans
        said = {"overview": [n.overview(span) for span in spans]}
        for flow in ("export", "import"):
            first = flow == "export" and self.layout.footnote != "none"
            said[flow, "products"] = [n.products(span, flow, first and span == spans[0])
                                      for span in spans]
        for flow in ("export", "import"):
            said[flow, "partners"] = [n.partners(span, flow) for span in spans]
        return said

    def notes(self):
        y, m = self.issue.year, self.issue.month
        now = f"{m}月（或1-{m}月）" if m > 1 else "1月"
        if not self.issue.has_month:
            now = f"1-{m}月"
        self.add("note", "数据来源：中国海关总署，下文同。")
        self.add("note", "注：1. 贸易份额为北京市该类贸易额占中国贸易总额的比重，"
                         "下文提及“份额”处为同一含义。")
        self.add("note", f"2. 净出口额同比变化为绝对额数据，即{y}年{now}的净出口额"
                         f"减去{y - 1}年{now}的净出口额。")

    def build(self):
        said = self.paragraphs()
        self.leave_out()
        title = "北京市货物贸易月度监测报告"
        if self.layout.title:
            self.add("title", title)
            self.add("subtitle", self.issue_name())
        self.add("heading1", "一、贸易总体情况")
        for text in said["overview"]:
            self.add("body", text)
        self.caption("北京市货物贸易进出口概况")
        self.value_table("table1", OVERVIEW_ROWS.values(), ["绝对值", "份额（%）", "同比变化（%）"], "")
        self.notes()
        self.add("heading1", "二、产品结构情况")
        for number, flow, place in (("一", "export", "table2"), ("二", "import", "table3")):
            word = FLOWS[flow]
            self.add("heading2", f"（{number}）{word}产品结构")
            for text in said[flow, "products"]:
                self.add("body", text)
            self.caption(f"北京市分产品{word}情况")
            self.value_table(place, self.issue.rows(place, self.issue.spans[-1]),
                             [word + "额", "贸易份额（%）", "同比变化（%）"], "产品")
        self.add("heading1", "三、区域分布及变化情况")
        for number, flow, place in (("一", "export", "table4"), ("二", "import", "table5")):
            word = FLOWS[flow]
            self.add("heading2", f"（{number}）{word}区域分布及变化")
            for text in said[flow, "partners"]:
                self.add("body", text)
            where = "出口目的地" if flow == "export" else "进口来源地"
            self.caption(f"北京市主要货物贸易{where}")
            self.partner_table(place, flow)
            self.add("note", f"注：排名前10地区按照{word}额大小由上（最大）向下（最小）排列。")
        return Document(self.blocks, self.layout, self.truth + self.narrative.mentions,
                        self.spell(RUNNING_HEAD), self.spell(FOOTNOTE_TEXT), FOOTNOTE_LINK,
                        self.spell(title))


def build(issue, layout, rng):
    """The document of one issue in one layout."""
    return Builder(issue, layout, rng).build()

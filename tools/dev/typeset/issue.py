"""One issue's figures: the rows of a figures.csv whose place is a table."""

import csv
import dataclasses
import io
import pathlib
import tomllib

FAMILY_FILE = (pathlib.Path(__file__).resolve().parents[3]
               / "schemas" / "families" / "uibe-beijing-goods.toml")

# Partners that the family file does not know.
STRANGERS = ["格陵兰", "法罗群岛", "库克群岛", "圣马丁", "科科斯(基林)群岛", "托克劳"]

TRUTH_COLUMNS = ["family", "period", "place", "span", "flow", "group", "rank", "row", "measure",
                 "value", "unit", "printed"]


@dataclasses.dataclass(frozen=True)
class Figure:
    """One row of figures.csv; `value` keeps its decimals ("24.0")."""
    place: str
    span: str
    flow: str
    group: str
    rank: str
    row: str
    measure: str
    value: str
    unit: str


class Issue:
    """The table figures of one report, in the order of the tables."""

    def __init__(self, family, period, figures):
        self.family = family
        self.period = period
        self.figures = figures
        self.year, self.month = (int(part) for part in period.split("-"))

    @property
    def has_month(self):
        """False for a joint issue (January to February), which prints the year to date alone."""
        return any(figure.span == "month" for figure in self.figures)

    @property
    def spans(self):
        printed = {figure.span for figure in self.figures}
        return [span for span in ("month", "ytd") if span in printed]

    def month_alone(self):
        """The same issue without the year to date, as January may print it."""
        return Issue(self.family, self.period, [f for f in self.figures if f.span == "month"])

    def find(self, place, span, row, measure, group=""):
        """The printed value, or None where the table leaves the cell blank."""
        for f in self.figures:
            if (f.place, f.span, f.row, f.measure) == (place, span, row, measure) \
                    and f.group.startswith(group):
                return f.value
        return None

    def rows(self, place, span, group=""):
        """The names in one table (and group), from top to bottom."""
        names = []
        for f in self.figures:
            if f.place == place and f.span == span and f.group == group and f.row not in names:
                names.append(f.row)
        return names

    def renamed(self, name, rng):
        """The same issue with one of the listed partners under another name."""
        partners = sorted({f.row for f in self.figures if f.group.startswith("排名")})
        old = rng.choice(partners)
        return Issue(self.family, self.period,
                     [dataclasses.replace(f, row=name) if f.row == old else f
                      for f in self.figures])

    def groups(self, place):
        groups = []
        for f in self.figures:
            if f.place == place and f.group and f.group not in groups:
                groups.append(f.group)
        return groups

    def largest(self, place, span, count, group=""):
        """The names of the `count` largest values, the largest first; ties as the table has them."""
        names = self.rows(place, span, group)
        if not group:
            names.sort(key=lambda name: -float(self.find(place, span, name, "value")))
        return names[:count]


def load(path):
    """Reads the table figures of a figures.csv."""
    return parse(pathlib.Path(path).read_text(encoding="utf-8"))


def parse(text):
    """The table figures of a figures.csv's text."""
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["place"] != "text"]
    fields = [field.name for field in dataclasses.fields(Figure)]
    figures = [Figure(**{name: row[name] for name in fields}) for row in rows]
    return Issue(rows[0]["family"], rows[0]["period"], figures)


def other_names():
    """What else the family calls each name: {"中国香港": ["香港", …]}."""
    family = tomllib.loads(FAMILY_FILE.read_text(encoding="utf-8"))
    return {names[0]: names[1:] for lists in family["names"].values() for names in lists}


def write_truth(path, issue, figures):
    """Writes figures (Figure, printed) as the truth of one document."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TRUTH_COLUMNS)
        for f, printed in figures:
            writer.writerow([issue.family, issue.period, *dataclasses.astuple(f), printed])

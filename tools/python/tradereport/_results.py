"""What calls return. Names and meanings of the values are those of the data files and of the JSON
that the program writes: docs/data.md, schemas/check.schema.json."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._errors import ReadError

if TYPE_CHECKING:
    import pandas

Record = dict[str, Any]
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the page's top left corner."""

T = TypeVar("T")

_NUMBERS = ("value", "possible_min", "possible_max")
_INTEGERS = ("rank", "page", "line", "number")


@dataclass(frozen=True)
class Figure:
    """A figure of a report, of a table or of the text: a row of figures.csv."""

    family: str
    """The id of the family of reports."""
    period: str
    """Month of the report: "2024-05"."""
    place: str
    """Id of the table ("table1"), or "text"."""
    span: str
    """What it covers: "month", or "ytd", the year up to and including it."""
    flow: str
    """Direction of trade: "total", "export", "import", "net"."""
    group: str | None
    """Group of rows within the table."""
    rank: int | None
    """Position in a ranked list, from 1."""
    row: str
    """Name of the row as the tables spell it."""
    measure: str
    """What is measured, as in figures.csv: "value", "share", "growth" and others (docs/data.md)."""
    value: Decimal
    """With its sign; all printed decimals are there, zeros too."""
    unit: str
    page: int | None
    """From 1."""
    printed: str
    """The digits as printed."""
    file: str
    box: str | None
    """Where it stands, as text: see boxes."""
    number: int
    """Position among the figures of its report, from 1."""
    finding: str | None
    """The findings that take it for wrong: fingerprint and certainty, separated by ";"."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where it stands on the page."""
        texts = self.box.split(";") if self.box else []
        return tuple(_box(text.split()) for text in texts)


@dataclass(frozen=True)
class Unread:
    """A numeral that could not be read as a figure: a row of unread.csv."""

    file: str
    period: str
    page: int | None
    printed: str
    context: str | None
    """The sentence or line around it."""
    number: int


@dataclass(frozen=True)
class Finding:
    """What cannot be right, or is odd. From place to boxes: the figure or word to blame, None where
    nothing tells which of the candidates it is."""

    family: str | None
    period: str | None
    file: str
    rule: str
    """Its id: explain() tells what it is."""
    severity: str
    """ "error", "warning" or "note"."""
    certainty: str | None
    """Which of the candidates is wrong: "proved", "likely" or "undetermined"."""
    fingerprint: str
    """Names it, whatever file or page it is found in."""
    message: str
    place: str | None
    span: str | None
    flow: str | None
    group: str | None
    rank: int | None
    row: str | None
    measure: str | None
    word: bool
    """A word is to blame, not a figure."""
    value: Decimal | None
    unit: str | None
    printed: str | None
    suggested: str | None
    """What is probably right."""
    possible_min: Decimal | None
    """The least that could stand there; None: there is no bound, or it is not known."""
    possible_max: Decimal | None
    page: int | None
    line: int | None
    boxes: tuple[Box, ...]
    candidates: list[Record] = field(repr=False)
    """All that may be wrong, the one to blame first."""
    evidence: list[Record] = field(repr=False)
    """The figures that the proof rests on."""
    relations: list[Record] = field(repr=False)
    proof: list[str] = field(repr=False)
    """The proof, in words."""

    @property
    def box(self) -> str | None:
        """The boxes as text, as data files have them."""
        return ";".join(" ".join(_length(part) for part in box) for box in self.boxes) or None


_FINDING_COLUMNS = (
    "family period rule severity certainty fingerprint message place span flow group rank row "
    "measure unit printed suggested possible_min possible_max page line file box"
).split()


class Records(list[T], Generic[T]):
    """A list, and ``to_pandas()`` is the same as a table."""

    def _columns(self) -> Mapping[str, str]:
        """Names and kinds of the columns."""
        raise NotImplementedError

    def to_pandas(self) -> pandas.DataFrame:
        """The same as a DataFrame: numbers as float64, ranks and pages as Int64, months as
        period[M], what is missing as None, NaN or <NA>. The exact decimals are in the list."""
        import pandas

        frame = pandas.DataFrame(index=range(len(self)))
        for name, kind in self._columns().items():
            values = [_value(item, name) for item in self]
            if kind == "number":
                frame[name] = pandas.Series(values, dtype="float64")
            elif kind == "integer":
                frame[name] = pandas.array(values, dtype="Int64")
            elif kind == "yearmonth":
                frame[name] = pandas.PeriodIndex(values, freq="M")
            else:
                frame[name] = pandas.Series(values, dtype="object")
        return frame


class _Figures(Records[Figure]):
    def _columns(self) -> Mapping[str, str]:
        return _kinds(column.name for column in fields(Figure))


class _Findings(Records[Finding]):
    def _columns(self) -> Mapping[str, str]:
        return _kinds(_FINDING_COLUMNS)


class _UnreadNumerals(Records[Unread]):
    def _columns(self) -> Mapping[str, str]:
        return _kinds(column.name for column in fields(Unread))


class Table(Records[Record]):
    """A table as printed: each row a dictionary, by the names that ``columns`` has."""

    def __init__(self, title: str, columns: Mapping[str, str], rows: Iterable[Record]) -> None:
        super().__init__(rows)
        self.title = title
        self.columns = dict(columns)
        """Names and kinds: "text", "number", "integer" or "yearmonth"."""

    def _columns(self) -> Mapping[str, str]:
        return self.columns


@dataclass
class Report:
    """A report that was read and checked."""

    file: str
    family: str
    period: str
    verdict: str
    """ "consistent", "rounding" (consistent only through rounding) or "impossible"."""
    checked: bool
    """False: something that is to be there is missing or unread, so nothing is known of it."""
    numerals: dict[str, int]
    """How many numerals are printed, and what became of them: total, read, unread, declared."""
    figures: Records[Figure] = field(repr=False)
    findings: Records[Finding] = field(repr=False)
    unread: Records[Unread] = field(repr=False)
    tables: dict[str, Table] = field(repr=False)
    """As printed, by id: ``report.tables["table1"].to_pandas()``."""
    errors: list[ReadError]
    """Its pages that could not be read."""


@dataclass
class Checked:
    """What check() has found."""

    status: int
    """The exit status of the program: 0 checked, and no error; 1 errors; 2 something could not be
    read or checked."""
    reports: list[Report]
    across: Records[Finding]
    """What only the comparison of several editions shows."""
    errors: list[ReadError]
    """What could not be read."""

    @property
    def figures(self) -> Records[Figure]:
        """Those of all reports."""
        return _Figures(figure for report in self.reports for figure in report.figures)

    @property
    def findings(self) -> Records[Finding]:
        """Those of all reports, and what their comparison shows."""
        own = [finding for report in self.reports for finding in report.findings]
        return _Findings([*own, *self.across])


def checked_from(records: Iterable[Record], status: int) -> Checked:
    """From the lines of tools/writers/check/record_output.h."""
    checked = Checked(status, [], _Findings(), [])
    reports: dict[str, Report] = {}
    for record in records:
        ((kind, content),) = record.items()
        if kind == "report":
            report = _report(content)
            reports[report.file] = report
            checked.reports.append(report)
        elif kind == "figures":
            report.figures.extend(Figure(**_exact(row, ["value"])) for row in content)
        elif kind == "unread":
            report.unread.extend(Unread(**row) for row in content)
        elif kind == "table":
            report.tables[content["name"]] = _table(content)
        elif kind == "across":
            of = reports.get(content["file"])
            checked.across.append(_finding(content["finding"], content["file"], of))
        elif kind == "error":
            checked.errors.append(_error(content))
    for report in checked.reports:
        report.errors = [error for error in checked.errors if error.file == report.file]
    return checked


def _report(content: Record) -> Report:
    report = Report(
        **{name: content[name] for name in ("file", "family", "period", "verdict", "checked")},
        numerals=content["numerals"],
        figures=_Figures(),
        findings=_Findings(),
        unread=_UnreadNumerals(),
        tables={},
        errors=[],
    )
    report.findings.extend(_finding(found, report.file, report) for found in content["findings"])
    return report


def _finding(content: Record, file: str, report: Report | None) -> Finding:
    names = {column.name for column in fields(Finding)}
    values = {name: value for name, value in content.items() if name in names}
    possible = content["possible"] or {}
    values.update(
        file=file,
        family=report.family if report else None,
        period=report.period if report else None,
        value=_decimal(content["value"]),
        possible_min=_decimal(possible.get("min")),
        possible_max=_decimal(possible.get("max")),
        boxes=tuple(_box(box) for box in content["boxes"]),
    )
    return Finding(**values)


def _table(content: Record) -> Table:
    columns = content["columns"]
    numbers = [name for name, kind in columns.items() if kind == "number"]
    title = content["title"]
    return Table(title, columns, (_exact(row, numbers) for row in content["rows"]))


def _error(content: Record) -> ReadError:
    page = content["page"] or ""
    number = int(page) if page.isdigit() else None
    return ReadError(content["code"], content["file"], number, content["message"])


def _exact(row: Record, names: Iterable[str]) -> Record:
    return {**row, **{name: _decimal(row[name]) for name in names}}


def _decimal(number: str | int | Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _box(parts: Iterable[str | float]) -> Box:
    x0, y0, x1, y1 = (float(part) for part in parts)
    return x0, y0, x1, y1


def _length(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _value(item: object, name: str) -> Any:
    value = item.get(name) if isinstance(item, dict) else getattr(item, name)
    return float(value) if isinstance(value, Decimal) else value


def _kinds(names: Iterable[str]) -> dict[str, str]:
    kinds = {name: "number" for name in _NUMBERS} | {name: "integer" for name in _INTEGERS}
    kinds["period"] = "yearmonth"
    return {name: kinds.get(name, "text") for name in names}

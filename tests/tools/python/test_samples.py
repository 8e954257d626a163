"""What the package gives of every sample, against what the program writes of it."""

import json
import os
import subprocess
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import tradereport

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("TRADEREPORT_PROGRAM", "tradereport")
PDFS = sorted(str(path) for path in (ROOT / "samples").glob("*.pdf"))
TEXT = str(ROOT / "samples" / "beijing-goods-2024-05.txt")
Record = dict[str, Any]

# Of a finding: what the JSON of check has under the same name and in the same form.
SHARED = (
    "rule severity certainty fingerprint message place span flow group rank row measure word unit printed "
    "suggested page line candidates evidence relations proof"
).split()


def program(*arguments: str) -> str:
    return subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def as_written(record: Any) -> Record:
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in vars(record).items()}


def chosen(found: Record) -> Record:
    possible = found["possible"] or {"min": None, "max": None}
    return {name: found[name] for name in (*SHARED, "value", "boxes")} | possible


def as_listed(finding: tradereport.Finding) -> Record:
    values = as_written(finding)
    listed = {name: values[name] for name in (*SHARED, "value")}
    return listed | {
        "boxes": [list(box) for box in finding.boxes],
        "min": values["possible_min"],
        "max": values["possible_max"],
    }


def as_numbers(column: pandas.Series) -> pandas.Series:
    return column.astype(int) if column.name == "number" else column


class Samples(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.data = Path(folder.name)
        # All at once: then what they say of each other is there as well.
        program("convert", *PDFS, "-o", str(cls.data / "json"), "--format", "json")
        program("convert", *PDFS, "-o", str(cls.data / "csv"))
        cls.listed = json.loads(program("check", "--format", "json", "--lang", "en", *PDFS))
        cls.checked = tradereport.check(PDFS, lang="en")

    def written(self, name: str, **numbers: Any) -> dict[str, list[Record]]:
        rows = json.loads((self.data / "json" / f"{name}.json").read_text("utf-8"), **numbers)
        by_file: dict[str, list[Record]] = {path: [] for path in PDFS}
        for row in rows:
            by_file[row["file"]].append(row)
        return by_file

    def test_all_are_read(self) -> None:
        self.assertGreater(len(PDFS), 20)
        self.assertEqual([report.file for report in self.checked.reports], PDFS)
        self.assertEqual(self.checked.errors, [])
        self.assertEqual([report["file"] for report in self.listed["reports"]], PDFS)

    def test_figures(self) -> None:
        rows = self.written("figures", parse_float=str, parse_int=str)
        for report in self.checked.reports:
            for row in rows[report.file]:
                row.update({name: row[name] and int(row[name]) for name in ("rank", "page", "number")})
            with self.subTest(report.file):
                self.assertGreater(len(report.figures), 0)
                self.assertEqual([as_written(figure) for figure in report.figures], rows[report.file])
        self.assertTrue(any(figure.finding for figure in self.checked.figures))

    def test_text_file(self) -> None:
        program("convert", TEXT, "-o", str(self.data / "text"), "--format", "json")
        rows = json.loads((self.data / "text" / "figures.json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
        self.assertEqual([vars(figure) for figure in tradereport.read(TEXT).figures], rows)

    def test_unread_numerals(self) -> None:
        rows = self.written("unread")
        for report in self.checked.reports:
            with self.subTest(report.file):
                self.assertEqual([vars(numeral) for numeral in report.unread], rows[report.file])

    def test_findings(self) -> None:
        for report, other in zip(self.checked.reports, self.listed["reports"]):
            with self.subTest(report.file):
                for key in ("family", "period", "verdict", "checked", "numerals"):
                    self.assertEqual(getattr(report, key), other[key])
                self.assertEqual([as_listed(finding) for finding in report.findings], [chosen(found) for found in other["findings"]])
        self.assertEqual([finding.file for finding in self.checked.across], [other["file"] for other in self.listed["across"]])
        self.assertEqual([as_listed(finding) for finding in self.checked.across], [chosen(other["finding"]) for other in self.listed["across"]])
        self.assertGreater(len(self.checked.findings), 0)

    def same_as_csv(self, frame: pandas.DataFrame, name: str) -> None:
        """Whatever the order of the reports; messages are in one language alone."""
        written = pandas.read_csv(self.data / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
        written = written.sort_values(["file", "number"], key=as_numbers, ignore_index=True)
        for column in frame.columns.drop("message", errors="ignore"):
            theirs = written[column]
            if frame[column].dtype == "float64":
                self.assertTrue(frame[column].equals(pandas.to_numeric(theirs).astype("float64")), column)
            else:
                self.assertEqual(["" if pandas.isna(value) else str(value) for value in frame[column]], list(theirs), column)

    def test_data_frames(self) -> None:
        figures = self.checked.figures.to_pandas()
        self.same_as_csv(figures, "figures")
        self.assertEqual(str(figures["period"].dtype), "period[M]")
        tables: dict[str, list[pandas.DataFrame]] = {}
        for report in self.checked.reports:
            for name, table in report.tables.items():
                tables.setdefault(f"{report.family}-{name}", []).append(table.to_pandas())
        self.assertGreater(len(tables), 5)
        for name, frames in tables.items():
            self.same_as_csv(pandas.concat(frames, ignore_index=True), name)
        # Those of one report stand together in the files, and what the comparison found behind them.
        findings = sorted(self.checked.findings, key=lambda finding: finding.file)
        self.same_as_csv(type(self.checked.findings)(findings).to_pandas(), "findings")

    def test_files_are_those_of_the_program(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            messages = tradereport.convert(PDFS, folder, lang="en")
            written = {path.name: path.read_bytes() for path in Path(folder).glob("*.csv")}
        self.assertEqual(written, {path.name: path.read_bytes() for path in (self.data / "csv").glob("*.csv")})
        self.assertTrue(any("figures.csv" in message for message in messages), messages)


if __name__ == "__main__":
    unittest.main()

"""The examples of docs/python.md and docs/python.zh.md, cell by cell: each prints what stands below it.

With TRADEREPORT_UPDATE_GOLDEN=1 in the environment what they print is written there instead.
"""

import contextlib
import io
import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "samples"
ARCHIVE = ("weasyprint-three-line-2023-11.pdf", "pango-january-alone-2024-01.pdf", "chromium-type3-2024-03.pdf")
CELL = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.S)


class Documents(unittest.TestCase):
    maxDiff = None

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)
        shutil.copy(SAMPLES / "beijing-goods-2024-05.pdf", "report.pdf")
        os.mkdir("archive")
        for sample in ARCHIVE:
            shutil.copy(SAMPLES / sample, "archive")

    def run_cells(self, name: str) -> None:
        document = ROOT / "docs" / name
        text = document.read_text("utf-8")
        names: dict[str, object] = {}
        ran = 0

        def run(cell: re.Match[str]) -> str:
            nonlocal ran
            ran += 1
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(cell[1], f"{name}, cell {ran}", "exec"), names)
            shown = f"\n```text\n{printed.getvalue()}```\n" if printed.getvalue() else ""
            return f"```python\n{cell[1]}```\n{shown}"

        as_run = CELL.sub(run, text)
        if os.environ.get("TRADEREPORT_UPDATE_GOLDEN"):
            document.write_text(as_run, "utf-8")
        self.assertEqual(as_run, text)
        self.assertGreater(ran, 5)

    def test_english(self) -> None:
        os.environ["LC_ALL"] = "C.UTF-8"
        self.run_cells("python.md")

    def test_chinese(self) -> None:
        os.environ["LC_ALL"] = "zh_CN.UTF-8"
        self.run_cells("python.zh.md")

    def test_both_have_the_same_cells(self) -> None:
        def code(name: str) -> list[str]:
            cells = CELL.findall((ROOT / "docs" / name).read_text("utf-8"))
            return [re.sub(r"print\(.*", "print", source) for source, _ in cells]

        self.assertEqual(code("python.md"), code("python.zh.md"))


if __name__ == "__main__":
    unittest.main()

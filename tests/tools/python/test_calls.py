"""What calls raise, and how they treat what is odd."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings
from pathlib import Path

import tradereport

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "samples"
REPORT = SAMPLES / "beijing-goods-2024-05.pdf"


class Calls(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_missing_file(self) -> None:
        with self.assertRaises(tradereport.ReadError) as caught:
            tradereport.read(self.folder / "none.pdf", lang="en")
        error = caught.exception
        self.assertEqual((error.code, error.page), ("missing", None))
        self.assertEqual(error.file, str(self.folder / "none.pdf"))
        self.assertEqual(str(error), f"{error.file}: {error.message}")

    def test_damaged_file_and_language(self) -> None:
        with self.assertRaises(tradereport.ReadError) as caught:
            tradereport.read(b"%PDF-1.7 and no more", lang="zh")
        self.assertEqual(caught.exception.code, "damaged")
        self.assertRegex(caught.exception.message, "[\u4e00-\u9fff]")

    def test_bytes_are_read_as_the_file_is(self) -> None:
        of_bytes, of_file = tradereport.read(REPORT.read_bytes()), tradereport.read(REPORT)
        values = [[(figure.row, figure.printed, figure.box) for figure in report.figures] for report in (of_bytes, of_file)]
        self.assertEqual(*values)
        self.assertEqual(of_bytes.file, "-")

    def test_page_that_cannot_be_read(self) -> None:
        path = self.folder / "report.pdf"
        no_text = ROOT / "tests" / "fixtures" / "hostile" / "no-text.pdf"
        subprocess.run(["qpdf", "--empty", "--pages", REPORT, "1-z", no_text, "1", "--", path], check=True)
        report = tradereport.read(path, lang="en")
        found = [(error.code, error.file, error.page) for error in report.errors]
        self.assertEqual(found, [("page_unread", str(path), 6)])
        self.assertFalse(report.checked)

    def test_one_bad_file_costs_the_others_nothing(self) -> None:
        (self.folder / "bad.pdf").write_bytes(b"%PDF-")
        checked = tradereport.check([self.folder / "bad.pdf", REPORT])
        self.assertEqual([report.file for report in checked.reports], [str(REPORT)])
        self.assertEqual([Path(error.file).name for error in checked.errors], ["bad.pdf"])
        self.assertEqual(checked.status, 2)

    def test_draft_against_published(self) -> None:
        checked = tradereport.check(REPORT, against=SAMPLES / "beijing-goods-2024-05.txt")
        self.assertEqual(len(checked.reports), 1)

    def test_several_reports_are_not_one(self) -> None:
        with self.assertRaises(tradereport.UsageError):
            tradereport.read(SAMPLES)

    def test_names_that_look_like_options(self) -> None:
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        Path("--help.pdf").write_bytes(REPORT.read_bytes())
        self.assertEqual(tradereport.read("--help.pdf").period, "2024-05")

    def test_options_of_many_values_take_no_source(self) -> None:
        checked = tradereport.check(REPORT, options=["--against", str(SAMPLES / "beijing-goods-2024-05.txt")])
        self.assertEqual([report.file for report in checked.reports], [str(REPORT)])

    def test_arguments_that_make_no_sense(self) -> None:
        with self.assertRaises(tradereport.Error):
            tradereport.read(REPORT, options=["--no-such-option"])
        with self.assertRaises(tradereport.Error):
            tradereport.convert(REPORT, self.folder, format="pdf")
        with self.assertRaises(tradereport.Error):
            tradereport.explain("X99")

    def test_conversion_of_what_cannot_be_read(self) -> None:
        (self.folder / "bad.pdf").write_bytes(b"%PDF-")
        with self.assertRaisesRegex(tradereport.Error, "bad.pdf"):
            tradereport.convert([REPORT, self.folder / "bad.pdf"], self.folder / "data")
        self.assertTrue((self.folder / "data" / "figures.csv").exists())

    def test_what_is_passed_over_is_a_warning(self) -> None:
        (self.folder / "draft.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        (self.folder / "report.pdf").write_bytes(REPORT.read_bytes())
        with self.assertWarnsRegex(tradereport.Notice, "draft.doc"):
            tradereport.check(self.folder)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tradereport.check(self.folder / "report.pdf")

    def test_pages_of_rules(self) -> None:
        self.assertIn("M01", tradereport.explain("M01", lang="en"))
        self.assertNotEqual(tradereport.explain("M01", lang="en"), tradereport.explain("M01", lang="zh"))

    def test_threads_do_not_disturb_each_other(self) -> None:
        periods: list[str] = []
        names = ("reportlab-2023-05.pdf", "xelatex-2022-06.pdf", "odt-joint-2024-02.pdf")
        threads = [threading.Thread(target=lambda name=name: periods.append(tradereport.read(SAMPLES / name).period)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(periods), ["2022-06", "2023-05", "2024-02"])

    # Neither the memory of the caller nor the folder that it is in reaches the process that reads.
    def test_process_of_its_own(self) -> None:
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        Path("json.py").write_text("raise SystemExit('taken from the folder')")
        Path("_native.py").write_text("raise SystemExit('taken from the folder')")
        self.assertEqual(tradereport.read(REPORT).period, "2024-05")
        self.assertNotIn("tradereport._native", sys.modules)

    def test_interrupt_ends_all_processes(self) -> None:
        code = "import sys, tradereport\nwhile True: tradereport.check([sys.argv[1]])"
        process = subprocess.Popen([sys.executable, "-c", code, str(SAMPLES)], stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        process.wait(60)
        with self.assertRaises(ProcessLookupError):
            for _ in range(100):  # the last ones may take a moment
                os.killpg(process.pid, 0)
                time.sleep(0.1)

    def test_program(self) -> None:
        run = subprocess.run([sys.executable, "-m", "tradereport", "check", str(REPORT)], stdout=subprocess.PIPE, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("M01", run.stdout)


if __name__ == "__main__":
    unittest.main()

"""Makes a corpus of test reports: for each a PDF, its truth as CSV and its switches as JSON."""

import argparse
import collections
import concurrent.futures
import dataclasses
import importlib
import json
import pathlib
import random
import subprocess
import sys
import traceback
import unicodedata

from . import document, issue, layout, postprocess
from .narrative import FOOTNOTE

ROOT = pathlib.Path(__file__).resolve().parents[3]
REAL = ROOT / "tests" / "truth" / "beijing-goods-2024-05" / "figures.csv"
PRODUCERS = ["weasyprint", "chromium", "reportlab", "pango", "docx", "odt", "xelatex", "haru",
             "calc", "draw", "wkhtmltopdf", "qt", "tcpdf", "prawn", "pdfapi2", "itext", "rgraphics",
             "fop", "fitz", "matplotlib", "latexcjk"]


@dataclasses.dataclass
class Job:
    number: int
    producer: str
    post: str
    seed: int
    plain: float
    world: int = 0       # of an archive: the world of all its issues, …
    period: str = ""     # … and this one's month


def months_after(first, count):
    """The month so many after the first: 2023-11 and 2 give 2024-01."""
    year, month = map(int, first.split("-"))
    years, month = divmod(month - 1 + count, 12)
    return f"{year + years}-{month + 1:02d}"


def plan(count, start, seed, producers, posts, plain, archive):
    """Every producer in turn; each time around, half of them go through a post-processor."""
    jobs = []
    for number in range(start, start + count):
        turn, place = divmod(number, len(producers))
        post = posts[number // 2 % len(posts)] if posts and (turn + place) % 2 else ""
        jobs.append(Job(number, producers[place], post, seed * 100003 + number,
                        [0.8, 0.5, 0.0][turn % 3] if plain is None else plain))
        if archive:
            jobs[-1].world, jobs[-1].period = seed, months_after(archive, number)
    return jobs


def issue_for(job, rng, worlds):
    """A generated world, or the real issue where there is no generator."""
    if not worlds:
        return issue.load(REAL), "2024-05"
    month = rng.choice(list(range(1, 13)) + [1, 2, 12])
    period = job.period or f"{rng.choice([2021, 2022, 2023, 2024, 2025])}-{month:02d}"
    joint = ["--joint"] if month == 2 and not job.period else []
    command = [worlds, "--seed", str(job.world or job.seed), "--period", period, *joint]
    csv = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return issue.parse(csv), period


def adapted(figures, drawn, rng):
    """The issue as the switches change it."""
    if drawn.strange_partner:
        figures = figures.renamed(rng.choice(issue.STRANGERS), rng)
    if drawn.january_once and figures.month == 1:
        figures = figures.month_alone()
    return figures


def missing_characters(made, path):
    """What the document says and the PDF does not: a font without the glyphs, as a rule."""
    texts = [block.text.replace(FOOTNOTE, "") for block in made.blocks]
    texts += [cell for block in made.blocks if block.table for row in block.table.rows
              for cell in row if cell not in ("<", "^")]
    folded = unicodedata.normalize("NFKC", "".join("".join(texts).split()))
    wanted = collections.Counter(folded.replace("\u2010", "-"))
    lost = wanted - postprocess.characters(path)
    return "".join(sorted(c for c in lost.elements() if c not in ",，。"))   # may hang over the edge


def producer(name, drawn):
    """The module of that name; what it cannot show is taken out of the layout."""
    module = importlib.import_module(f".producers.{name}", __package__)
    if hasattr(module, "restrict"):
        module.restrict(drawn)
    return module


def make(job, folder, worlds):
    """Makes one document; returns its name."""
    rng = random.Random(job.seed)
    figures, period = issue_for(job, rng, worlds)
    drawn = layout.draw(rng, job.plain)
    figures = adapted(figures, drawn, rng)
    if job.post in postprocess.TEXTS:
        postprocess.restrict_text(drawn)
    program = producer(job.producer, drawn)
    name = f"{job.number:03d}-{job.producer}" + (f"-{job.post}" if job.post else "")
    path = folder / f"{name}.pdf"
    made = document.build(figures, drawn, rng)
    program.make(made, path, rng)
    lost = missing_characters(made, path)
    if lost:
        raise RuntimeError(f"{name}: the PDF lacks characters that its font cannot show: {lost}")
    damaged = bool(job.post) and postprocess.apply(job.post, path)
    issue.write_truth(path.with_suffix(".truth.csv"), figures, made.truth)
    facts = {"producer": job.producer, "post": job.post, "damaged": damaged, "seed": job.seed,
             "period": period, "joint": not figures.has_month, "switches": layout.switches(drawn)}
    path.with_suffix(".json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n",
                                         encoding="utf-8")
    return name


def try_to_make(job, folder, worlds):
    try:
        return job, make(job, folder, worlds), None
    except subprocess.CalledProcessError as error:
        return job, None, f"{error}\n{(error.stderr or b'')[-600:]}"
    except Exception:  # one document that cannot be made must not cost the others
        return job, None, traceback.format_exc()


def main():
    parser = argparse.ArgumentParser(prog="make-corpus", description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--start", type=int, default=0, help="the first document's number")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--producers", default=",".join(PRODUCERS))
    parser.add_argument("--posts", default=",".join(postprocess.PROCESSORS),
                        help="post-processors, or none; also " + ", ".join(postprocess.TEXTS))
    parser.add_argument("--archive", metavar="PERIOD",
                        help="the issues of one world in a row, from this month on")
    parser.add_argument("--plain", type=float, help="how often a switch keeps its default, 0 to 1")
    parser.add_argument("--worlds", help="the program that prints the figures of a generated issue")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    posts = [] if chosen.posts == "none" else chosen.posts.split(",")
    jobs = plan(chosen.count, chosen.start, chosen.seed, chosen.producers.split(","), posts,
                chosen.plain, chosen.archive)
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(chosen.jobs) as pool:
        for future in concurrent.futures.as_completed(
                [pool.submit(try_to_make, job, chosen.folder, chosen.worlds) for job in jobs]):
            job, name, error = future.result()
            if error:
                failed += 1
                print(f"{job.number:03d} {job.producer} {job.post}: {error}", file=sys.stderr)
    print(f"{len(jobs) - failed} documents in {chosen.folder}, {failed} could not be made")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

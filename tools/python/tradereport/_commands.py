"""The calls: what the commands of the program do."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Union

from ._errors import Error, Notice, ReadError, UsageError
from ._process import Outcome, run
from ._results import Checked, Record, Report, checked_from

Path = Union[str, "os.PathLike[str]"]
Paths = Union[Path, Iterable[Path]]

_FAILURE = 2


def read(
    source: Path | bytes,
    *,
    family: Path | None = None,
    lang: str | None = None,
    options: Sequence[str] = (),
) -> Report:
    """Reads and checks one report: a PDF, a Word file (.docx), a text, or a ZIP archive with one.

    source: its path, or its bytes.
    family: the file of a report family that does not come with the package.
    lang: the language of messages, "en" or "zh"; that of the environment, if it is not given.
    options: further ones of ``tradereport check``: ``["--time-limit", "300", "--require-sandbox"]``.

    Raises ReadError, with code and page, if it cannot be read. What is missing or could not be read
    within a report does not raise: then ``report.checked`` is False, ``report.errors`` has the pages
    and ``report.unread`` the numerals.
    """
    checked = _check([source], None, family, lang, options)
    reports = checked.reports
    if len(reports) > 1:
        raise UsageError(f"{source!r} holds {len(reports)} reports: check() takes many")
    own = reports[0].file if reports else None
    for error in checked.errors:
        if error.file != own:
            raise error
    if not reports:
        raise Error(f"{source!r} holds no report")
    return reports[0]


def check(
    sources: Paths,
    *,
    against: Paths | None = None,
    family: Path | None = None,
    lang: str | None = None,
    options: Sequence[str] = (),
) -> Checked:
    """Reads and checks reports, and holds the editions of a family against each other.

    sources: files, folders and ZIP archives, one or several.
    against: published reports that they are held against; these are not checked themselves.
    family, lang, options: as for read().

    One that cannot be read does not cost the others their result: it is in ``checked.errors``.
    """
    return _check(_listed(sources), against, family, lang, options)


def convert(
    sources: Paths,
    output: Path,
    *,
    format: str | None = None,
    family: Path | None = None,
    lang: str | None = None,
    options: Sequence[str] = (),
) -> list[str]:
    """Writes the data of reports into files: CSV, JSON, Excel or SQLite.

    output: a folder, or the file to write (data.xlsx, data.sqlite).
    format: "csv", "json", "xlsx" or "sqlite"; what the end of the file's name says, if not given.
    options: further ones of ``tradereport convert``: ``["--force", "--encoding", "utf-8-bom"]``.

    Returns what the program says of it: which files it has written, how many figures and findings.
    Raises Error if anything could not be read or written; what could be is written all the same.
    """
    arguments = ["convert", *_named(_listed(sources)), "--output", os.fspath(output)]
    if format is not None:
        arguments += ["--format", format]
    outcome = run("run_program", [*arguments, *_common(family, lang, options)])
    if outcome.status == _FAILURE:
        raise _failure(outcome)
    return outcome.messages


def explain(rule: str, *, lang: str | None = None) -> str:
    """The page of a rule: what it says, an example, when it is not applied. In Markdown."""
    outcome = run("run_program", ["explain", rule, *_common(None, lang, ())])
    if outcome.status == _FAILURE:
        raise _failure(outcome)
    return outcome.output.decode()


def _check(
    sources: Sequence[Path | bytes],
    against: Paths | None,
    family: Path | None,
    lang: str | None,
    options: Sequence[str],
) -> Checked:
    arguments = ["check", *_named(sources), *_common(family, lang, options)]
    if against is not None:
        arguments += ["--against", *_named(_listed(against))]
    given = sources[0] if sources and isinstance(sources[0], bytes) else None
    outcome = run("check_records", arguments, given)
    records: list[Record] = [_record(line) for line in outcome.output.split(b"\n") if line]
    if not records or "end" not in records[-1]:
        raise _failure(outcome)
    checked = checked_from(records, outcome.status)
    told = {str(error) for error in checked.errors}
    _tell(message for message in outcome.messages if message not in told)
    return checked


def _record(line: bytes) -> Record:
    """Numbers of data are exact; in findings only lengths on the page are numbers at all."""
    findings = line.startswith((b'{"report"', b'{"across"'))
    record: Record = json.loads(line, parse_float=float if findings else Decimal)
    return record


def _common(family: Path | None, lang: str | None, options: Sequence[str]) -> list[str]:
    arguments = []
    if family is not None:
        arguments += ["--family", os.fspath(family)]
    if lang is not None:
        arguments += ["--lang", lang]
    return [*arguments, *options]


def _listed(paths: Paths) -> list[Path]:
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)


def _named(sources: Iterable[Path | bytes]) -> list[str]:
    """As the command line takes them: bytes are standard input, and no path is an option."""
    names = ["-" if isinstance(source, bytes) else os.fspath(source) for source in sources]
    return [f"./{name}" if name.startswith("-") and name != "-" else name for name in names]


def _failure(outcome: Outcome) -> Error:
    text = "\n".join(outcome.messages) or "nothing came of it"
    return Error(text)


def _tell(messages: Iterable[str]) -> None:
    for message in messages:
        warnings.warn(message, Notice, stacklevel=4)

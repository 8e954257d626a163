"""Reads published monthly statistics reports, and proves which of their figures cannot be right.

    >>> import tradereport
    >>> report = tradereport.read("report.pdf")
    >>> report.figures.to_pandas()       # every figure, of the tables and of the text
    >>> for finding in report.findings:
    ...     print(finding.severity, finding.page, finding.message)

``read`` takes one report, ``check`` many, which it also holds against each other, and ``convert``
writes the data of many into files. All of them do what the commands of the program ``tradereport``
do, with the same results.

Documents are never opened in the process that calls: each call starts one of its own, which opens
every file in a further one that the kernel has locked in.
"""

from ._commands import check, convert, explain, read
from ._errors import Error, Notice, ReadError, UsageError
from ._results import Box, Checked, Figure, Finding, Record, Records, Report, Table, Unread

__all__ = [
    "Box",
    "Checked",
    "Error",
    "Figure",
    "Finding",
    "Notice",
    "ReadError",
    "Record",
    "Records",
    "Report",
    "Table",
    "Unread",
    "UsageError",
    "check",
    "convert",
    "explain",
    "read",
]

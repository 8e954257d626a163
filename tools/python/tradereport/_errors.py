"""What calls raise, and what they warn of."""

from __future__ import annotations


class Error(Exception):
    """Something could not be read, checked or written. Its text says what, and what to do."""


class UsageError(Error, ValueError):
    """The arguments of the call make no sense."""


class ReadError(Error):
    """A file, or a page of it, that cannot be read.

    >>> try:
    ...     tradereport.read("scan.pdf")
    ... except tradereport.ReadError as error:
    ...     print(error.code, error.page)
    no_text None
    """

    code: str
    """What is wrong: "missing", "damaged", "encrypted", "no_text", "unknown_family", …"""
    file: str
    """The file; "a.zip/b.pdf" for a report in an archive."""
    page: int | None
    """The page, from 1, if it is about one."""
    message: str
    """What is wrong and what to do, in the language that was asked for."""

    def __init__(self, code: str, file: str, page: int | None, message: str) -> None:
        super().__init__(code, file, page, message)
        self.code = code
        self.file = file
        self.page = page
        self.message = message

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


class Notice(UserWarning):
    """What the program says besides: what it has passed over, what the kernel cannot lock."""

"""The tree of exceptions; catch `OnRecordError` to catch them all.

OnRecordError
├── InputError        a file, line or text that cannot be read (named, with what to do)
├── LedgerError       a ledger that cannot be opened, written or understood
├── KitError          a sheet or policy in the kit that does not validate
├── QuestionError     a question that cannot be asked as it was worded
└── MissingExtra      an optional package that is not installed
"""

__all__ = [
    "InputError",
    "KitError",
    "LedgerError",
    "MissingExtra",
    "OnRecordError",
    "QuestionError",
]


class OnRecordError(Exception):
    """Anything that onrecord reports in one line: what was expected, what came, what to do."""


class InputError(OnRecordError):
    """A document that cannot be read; the message names the file and the record."""


class LedgerError(OnRecordError):
    """A ledger that cannot be opened, written or understood."""


class KitError(OnRecordError):
    """A sheet, policy or weight file of the kit that does not validate."""


class QuestionError(OnRecordError):
    """A question (a claim, a date, an id) that cannot be asked as it was worded."""


class MissingExtra(OnRecordError):
    """An optional package is missing; the message gives the `pip install` line."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed; run: pip install 'onrecord[{extra}]'")

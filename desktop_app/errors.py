"""The sentences an officer may be told: every expected failure is one of these, everything else is a bug."""

from __future__ import annotations


class BanbiantianError(Exception):
    """An expected failure, said in a Chinese sentence: what happened, whether the data is safe, what to do."""


class LedgerRefused(BanbiantianError):
    """A ledger cannot be opened or written; nothing was changed."""


class FileRefused(BanbiantianError):
    """A file the officer chose cannot be read or written; nothing was changed."""


class FormRefused(BanbiantianError):
    """A form or template cannot be produced; no file was left behind."""


class Rejected(BanbiantianError):
    """What was typed cannot be kept as it stands; ``field`` names the place to mend, or is empty."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Cancelled(BanbiantianError):
    """The officer pressed 取消; the transaction around it is rolled back."""

    def __init__(self) -> None:
        super().__init__("已取消，没有改动任何数据。")

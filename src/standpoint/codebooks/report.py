"""What a check found: single problems come in, a frozen report of errors and warnings goes out.

Problems are collected, not raised one by one; whoever asked for the check decides what to do with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from standpoint.errors import CodebookError


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful. `line` counts from 1; `field` is a path such as `issues[2].aliases[0]`."""

    where: str
    line: int | None
    field: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        field = f" {self.field}:" if self.field else ""
        return f"{place}: {self.severity}:{field} {self.message}"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All problems of one file, in the order of its lines."""

    where: str
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, where: str, problems: Iterable[Problem]) -> CheckReport:
        once = dict.fromkeys(problems)
        return cls(where, tuple(sorted(once, key=lambda p: (p.line or 0, p.field, p.severity, p.message))))

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether the file can be used: warnings are allowed, errors are not."""
        return not self.errors

    def __str__(self) -> str:
        return "\n".join(str(p) for p in self.problems) or f"{self.where}: no problems"

    def raise_errors(self) -> None:
        """Raises CodebookError with every error, one a line, if there is any."""
        if self.errors:
            count = len(self.errors)
            head = f"{self.where}: {count} error{'s' if count > 1 else ''}; correct the lines named and try again"
            raise CodebookError("\n".join([head, *(f"  {p}" for p in self.errors)]))

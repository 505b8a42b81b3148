"""One line of a text in; why it is site furniture out, or None for a line of the text itself.

The shapes stand in data/furniture.toml: calls, pointers, buttons, credits, notices; no outlet is named there but
agencies, in credits.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_MAX_LINE = 260
_BULLET = re.compile(r"^[\s•▪►▶→»>*–-]+(?=\w)")
_TOKEN = re.compile(r"[\w-]*[^\W\d_][\w-]*")


class LineReader:
    """The shapes of site furniture, read from the package and compiled once per reader."""

    def __init__(self) -> None:
        data = tomllib.loads((files("standpoint.documents") / "data" / "furniture.toml").read_text("utf-8"))
        self._parts: dict[str, str] = data["parts"]
        self._lines = tuple((why, self._compile(p)) for why, patterns in data["lines"].items() for p in patterns)
        self._head = self._compile(data["section"]["head"])
        self._share = frozenset(data["words"]["share"].split())
        self._share_sure = frozenset(data["words"]["share_sure"].split())

    def explain(self, line: str) -> str | None:
        """Why a line is furniture, or None."""
        line = _tidy(line)
        if not line or len(line) > _MAX_LINE:
            return None
        if self._is_share_row(line):
            return "share buttons"
        return next((why for why, pattern in self._lines if pattern.fullmatch(line)), None)

    def opens_section(self, line: str) -> bool:
        """Whether a line heads a list of other texts ("Related stories")."""
        return len(line) <= 80 and self._head.fullmatch(_tidy(line)) is not None

    def _is_share_row(self, line: str) -> bool:
        """Nothing but the words of buttons, one of them sure ("Facebook | X | Copy link")."""
        if re.search(r"[.!?;\"“]", line):
            return False
        words = _TOKEN.findall(line.casefold())
        return all(w in self._share for w in words) and any(w in self._share_sure for w in words)

    def _compile(self, pattern: str) -> re.Pattern[str]:
        for name, part in self._parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _tidy(line: str) -> str:
    """One space where there are several, so that patterns need no repeats of it, which could take for ever."""
    return " ".join(_BULLET.sub("", line[: 2 * _MAX_LINE]).split())

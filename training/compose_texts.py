"""A grammar of marked sentences comes in, marked documents go out: as many as asked for, the same for the same seed.

Written texts give variety of thought; composed ones give the rare shapes (statements two deep, transcripts, lists of
a resolution, nouns as cues) often enough to be learned. Numbers of marks are local to a rule and made unique here.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path
from typing import Any

from marked_text import parse_document, read_marked_folder

GRAMMAR = Path(__file__).with_name("texts") / "grammar.rules"
_SLOT = re.compile(r"\{(\^?)(\w+)\}")
_MARK = re.compile(r"\[([SCT])(\d+(?:,\d+)*):")
_DEEPEST = 14
_CLAUSE = r"[^\[\]{}~\"“”„«»‘\n:;]"
_HARVESTED = {
    "fact": re.compile(rf"that ([a-z]{_CLAUSE}{{15,130}}[a-z0-9])"),
    "to_do": re.compile(rf"(to [a-z]{_CLAUSE}{{10,110}}[a-z0-9])"),
    "remark": re.compile(rf"[\"“]([A-Z]{_CLAUSE}{{15,160}}[a-z0-9])[,.][\"”]"),
}


def read_grammar(path: Path = GRAMMAR) -> dict[str, list[str]]:
    """Symbol to its expansions: a line `name:` begins a symbol, each line after it is one expansion."""
    rules: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if re.fullmatch(r"\w+:", line):
            current = rules.setdefault(line[:-1], [])
        else:
            current.append(line.strip().replace("~", "").replace("\\n", "\n"))
    return rules


def harvest(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """What other documents' contents offer to `fact`, `to_do` and `remark`: short clauses without quotation marks."""
    found: dict[str, set[str]] = {symbol: set() for symbol in _HARVESTED}
    for row in rows:
        for relation in row["relations"]:
            if len(relation["content"]) != 1:
                continue
            start, end = relation["content"][0]
            for symbol, shape in _HARVESTED.items():
                match = shape.fullmatch(row["text"][start:end])
                if match is not None:
                    found[symbol].add(match[1])
    return {symbol: sorted(clauses) for symbol, clauses in found.items()}


def compose_rows(count: int, rng: random.Random, rules: dict[str, list[str]]) -> list[dict[str, Any]]:
    """`count` documents as {"id", "text", "relations"}."""
    return [parse_document(_Composer(rules, rng).compose("document"), f"composed-{i:05d}") for i in range(count)]


class _Composer:
    """Expands one document; `{name}` is filled by a rule, `{^name}` by the same with a capital."""

    def __init__(self, rules: dict[str, list[str]], rng: random.Random) -> None:
        self._rules, self._rng, self._last = rules, rng, 0

    def compose(self, symbol: str, depth: int = 0) -> str:
        choices = self._rules[symbol]
        if depth > _DEEPEST:
            choices = [c for c in choices if "{" not in c] or choices
        chosen = self._rng.choice(choices)
        numbers: dict[str, int] = {}

        def renumber(match: re.Match[str]) -> str:
            new = []
            for number in match[2].split(","):
                if number not in numbers:
                    self._last += 1
                    numbers[number] = self._last
                new.append(str(numbers[number]))
            return f"[{match[1]}{','.join(new)}:"

        def fill(match: re.Match[str]) -> str:
            words = self.compose(match[2], depth + 1)
            return _capitalise(words) if match[1] else words

        return _SLOT.sub(fill, _MARK.sub(renumber, chosen))


def _capitalise(marked: str) -> str:
    """A capital for the first letter of the text, which marks may precede."""
    at = 0
    while (mark := _MARK.match(marked, at)) is not None:
        at = mark.end()
    return marked[:at] + marked[at : at + 1].upper() + marked[at + 1 :]


if __name__ == "__main__":
    grammar = read_grammar()
    for name, clauses in harvest(read_marked_folder(GRAMMAR.parent)).items():
        grammar[name] += clauses
    composer_rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    for row in compose_rows(int(sys.argv[1]) if len(sys.argv) > 1 else 5, composer_rng, grammar):
        print(row["text"], "\n" + "-" * 40)

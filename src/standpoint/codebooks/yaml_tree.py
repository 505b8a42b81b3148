"""Reads YAML and keeps where everything stands: text comes in, plain data and a line number for each path goes out.

Every scalar stays text as it was written (YAML would turn `2018` into a number and `NO` into false); an empty value
and `~` are None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from standpoint.codebooks.report import Problem

Path = tuple[str | int, ...]
Data = str | None | list["Data"] | dict[str, "Data"]
_MOST_VALUES = 200_000
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class YamlTree:
    """Plain data (None, str, list, dict) and the line, from 1, on which each path begins."""

    where: str
    data: Data
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...] = ()

    def line_of(self, path: Path) -> int | None:
        """The line of the path, or of the nearest thing around it that stands in the file."""
        for stop in range(len(path), -1, -1):
            if path[:stop] in self.lines:
                return self.lines[path[:stop]]
        return None

    def problem(self, path: Path, message: str) -> Problem:
        return Problem(self.where, self.line_of(path), field_name(path), message)


def field_name(path: Path) -> str:
    """`("issues", 2, "aliases", 0)` as `issues[2].aliases[0]`, counted from 0."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def read_yaml(text: str, where: str) -> YamlTree:
    """The tree of one YAML document; what cannot be read is among its problems, with `data` None."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return YamlTree(where, None, {}, (_syntax_problem(error, where),))
    if node is None:
        problem = Problem(where, None, "", "the file is empty; see the codebook format in the documentation")
        return YamlTree(where, None, {}, (problem,))
    reading = _Reading(where)
    try:
        data = reading.value(node, ())
    except _TooLargeError as error:
        return YamlTree(where, None, {}, (Problem(where, None, "", str(error)),))
    return YamlTree(where, data, reading.lines, tuple(reading.problems))


class _TooLargeError(Exception):
    """Aliases that contain themselves, or that grow without end."""


class _Reading:
    """One pass over the nodes of one document."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self._inside: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Data:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if len(self.lines) > _MOST_VALUES or id(node) in self._inside:
            raise _TooLargeError(f"more than {_MOST_VALUES} values, or an anchor inside itself; write them out")
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NOTHING else str(node.value)
        self._inside.add(id(node))
        data: Data
        if isinstance(node, yaml.SequenceNode):
            data = [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        else:
            data = {key: self.value(child, (*path, key)) for key, child in self._entries(node, path)}
        self._inside.discard(id(node))
        return data

    def _entries(self, node: yaml.Node, path: Path) -> Iterator[tuple[str, yaml.Node]]:
        seen: set[str] = set()
        for key_node, child in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            line = key_node.start_mark.line + 1
            if key in seen:
                message = "this key stands twice in the same entry; keep one of them"
                self.problems.append(Problem(self.where, line, field_name((*path, key)), message))
                continue
            seen.add(key)
            self.lines[(*path, key)] = line
            yield key, child


def _syntax_problem(error: yaml.YAMLError, where: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    line = None if mark is None else mark.line + 1
    return Problem(where, line, "", f"no valid YAML: {what}; look for a missing quotation mark, colon or indent")

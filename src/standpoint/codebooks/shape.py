"""Says in plain words what breaks the schema: a YAML tree and a model come in, the value or problems go out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from standpoint.codebooks.report import Problem
from standpoint.codebooks.yaml_tree import Path, YamlTree

M = TypeVar("M", bound=BaseModel)
_SLUG_HINT = "use lower-case letters, digits and single hyphens, as in peace-treaty"
_CODE_HINT = "use 2 to 24 capital letters, digits, hyphens or underscores, as in ARM or HNC"


def read_entry(tree: YamlTree, path: Path, data: object, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The entry at the path as `model`, or None and everything in it that breaks the schema."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(tree, path, model, dict(e)) for e in error.errors()]


def _problem(tree: YamlTree, path: Path, model: type[BaseModel], error: dict[str, Any]) -> Problem:
    place = (*path, *(p for p in error["loc"] if isinstance(p, (str, int))))
    return tree.problem(place, _message(error, _keys(model, error["loc"][:-1])))


def _message(error: dict[str, Any], allowed: tuple[str, ...]) -> str:
    """What is wrong with a value, and what to do."""
    kind, name, given = error["type"], str(error["loc"][-1]) if error["loc"] else "", error.get("input")
    if kind == "extra_forbidden":
        near = get_close_matches(name, allowed, n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        return f"unknown key {name}{meant} (allowed: {', '.join(allowed)})"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "literal_error":
        return f"{given!r} is not one of {error['ctx']['expected']}"
    if kind == "string_pattern_mismatch":
        return f"{given!r} has characters that may not stand here; {_SLUG_HINT if name == 'id' else _CODE_HINT}"
    return _missing_or_misshapen(error, kind, name, given)


def _missing_or_misshapen(error: dict[str, Any], kind: str, name: str, given: object) -> str:
    if kind == "missing":
        return f"{name} is missing; add it"
    if kind in ("string_too_short", "too_short"):
        return f"{name} is empty; give at least one" if kind == "too_short" else "is empty; fill it in"
    if given is None:
        return f"{name} has no value; fill it in or leave the key out"
    wanted = {"string_type": "text", "tuple_type": "a list", "date_type": "a day, YYYY-MM-DD"}.get(kind)
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        wanted = "an entry with keys, such as id: ..."
    return f"should be {wanted}, not {_form(given)}" if wanted else str(error["msg"])


def _form(value: object) -> str:
    return "a list" if isinstance(value, list) else "an entry with keys" if isinstance(value, dict) else repr(value)


def _keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that an entry at `loc` inside `model` may have."""
    for part in loc:
        if isinstance(part, str):
            inner = _entry_model(model.model_fields[part].annotation) if part in model.model_fields else None
            if inner is None:
                return ()
            model = inner
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _entry_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[Model, ...]`."""
    first = next(iter(getattr(annotation, "__args__", ())), None)
    return first if isinstance(first, type) and issubclass(first, BaseModel) else None

"""The page on the format -> its example is sound, and every field of the schema stands in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from standpoint.codebooks import (
    ActorEntry,
    ActorRole,
    Agreement,
    Issue,
    Mediator,
    Office,
    Party,
    PartyRole,
    Provision,
    check_codebook_text,
    list_codebooks,
)
from standpoint.codebooks.schema import CodebookFile

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"


def test_the_example_has_no_problems() -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert example is not None
    assert check_codebook_text(example[1], "example").problems == ()


@pytest.mark.parametrize("model", [CodebookFile, Party, Mediator, Issue, Agreement, Provision, ActorEntry, ActorRole])
def test_every_field_is_named(model: type[BaseModel]) -> None:
    page = PAGE.read_text("utf-8")
    assert [n for n, f in model.model_fields.items() if f"`{f.alias or n}`" not in page] == []


def test_every_role_office_and_shipped_codebook_is_named() -> None:
    page = PAGE.read_text("utf-8")
    names = (*get_args(PartyRole), *get_args(Office), *(row.id for row in list_codebooks()))
    assert [n for n in names if f"`{n}`" not in page] == []

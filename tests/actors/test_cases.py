"""Source phrases in texts: sentence and day -> actor, person and how, over many countries, decades and traps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from actors.case_files import Case, differences, read_cases
from standpoint.actors import RegistryResolver

CASES = read_cases(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.where)
def test_resolves(
    case: Case, resolvers: Callable[[str | None], RegistryResolver], request: pytest.FixtureRequest
) -> None:
    if case.failing:
        request.applymarker(pytest.mark.xfail(reason=case.failing, strict=True))
    found = resolvers(case.codebook).resolve(case.document, case.attributions)
    assert not differences(case, found.resolutions), case.document.text


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150

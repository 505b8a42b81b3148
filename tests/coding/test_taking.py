"""Which statements take a position at all, by their word pieces alone."""

from __future__ import annotations

import pytest

from standpoint.coding.taking import StanceTaking
from standpoint.coding.trained import load_stance


@pytest.fixture(scope="module")
def taking() -> StanceTaking:
    return load_stance(threads=1).taking


@pytest.mark.parametrize(
    ("position", "plain"),
    [
        (("insisted", "the garrison must leave the island"), ("said", "the train left at nine")),
        (("rejected", "any talk of a federation"), ("told reporters", "the ferry carried forty passengers")),
        (("urged", "both capitals to accept the inspectors"), ("recalled", "two soldiers had slept there")),
    ],
)
def test_a_demand_is_likelier_to_take_a_position_than_a_tale(
    taking: StanceTaking, position: tuple[str, str], plain: tuple[str, str]
) -> None:
    assert taking.odds(*position) > 0 > taking.odds(*plain)


def test_a_statement_without_words_has_odds_too(taking: StanceTaking) -> None:
    assert isinstance(taking.odds("", ""), float)

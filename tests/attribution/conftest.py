"""Which attribution model the cases are put to: the one that ships."""

from __future__ import annotations

import pytest

from standpoint.attribution import AttributionModel, load_attribution


@pytest.fixture(scope="session")
def shipped_model() -> AttributionModel:
    return load_attribution()

"""A case before its conclusion."""

import pytest

from tests.external.decisions.scene import Scene


@pytest.fixture
def scene(db):
    """A case before its conclusion, five members on the council."""
    return Scene()

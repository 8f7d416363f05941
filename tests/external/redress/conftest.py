"""A case whose council has decided, an appeals commission of the agency, a queue that delivers nothing."""

import pytest

from tests.external.decisions.scene import Scene
from tests.factories import appoint


@pytest.fixture
def scene(db):
    """Before the decision, with two appeals members in the agency."""
    scene = Scene(members=3)
    scene.commission = [appoint(f"Апелляция {n}", scene.agency, "appeals_member") for n in (1, 2)]
    return scene


@pytest.fixture
def told(scene):
    """After the notice: the time to appeal runs."""
    scene.decision = scene.told()
    return scene

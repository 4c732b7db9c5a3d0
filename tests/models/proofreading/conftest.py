"""One engine and one pack for the whole session: loading Harper costs half a second."""

from __future__ import annotations

import pytest

from models.proofreading.choice import best_engine
from models.proofreading.engine import Engine
from models.proofreading.pack import Pack, load_pack
from models.proofreading.proofreader import Proofreader
from resources import ROOT


@pytest.fixture(scope="session")
def engine() -> Engine:
    return best_engine()


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(ROOT / "words" / "pack")


@pytest.fixture(scope="session")
def proofreader(engine: Engine, pack: Pack) -> Proofreader:
    return Proofreader(engine, pack)

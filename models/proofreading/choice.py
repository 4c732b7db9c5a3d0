"""Which engine reads on this computer: Harper, or the spelling list with a visible notice."""

from __future__ import annotations

from models.proofreading.engine import Engine, EngineUnavailable
from models.proofreading.fallback_engine import FallbackEngine
from models.proofreading.harper_engine import CANARY, HarperEngine


def best_engine() -> Engine:
    """A loaded engine. Takes about half a second: call it in the worker, never on the screen's thread."""
    harper = HarperEngine()
    try:
        harper.check(CANARY, "US")
    except EngineUnavailable:
        return FallbackEngine()
    return harper

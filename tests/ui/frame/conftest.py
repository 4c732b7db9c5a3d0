"""A desk for the parts of the frame."""

from __future__ import annotations

from tests.journeys.conftest import desk, desk_with_story

__all__ = ["desk", "desk_with_story"]

"""Marks texts that a window will translate, for the tools that collect them. Changes nothing at run time."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; the name is the one that Qt's own tools look for."""
    del context
    return text

"""The one family of errors whose text may be shown to the user as it is."""

from __future__ import annotations


class EncoreError(Exception):
    """A failure that was foreseen; ``str(error)`` is a sentence for the user."""


class BadInput(EncoreError):
    """Something handed in from outside (a file, a paste, a date, an amount) cannot be used.

    The sentence names the source, the place in it and what was expected.
    """

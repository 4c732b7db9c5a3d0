"""Patches: what leads from one document to another, and back."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from models.storage import Patch, applied, difference, inverse
from models.storage.patch import same

_values = some.recursive(
    some.none() | some.booleans() | some.integers(-3, 3) | some.floats(-2, 2) | some.text(max_size=3),
    lambda inner: some.lists(inner, max_size=2) | some.dictionaries(some.text(max_size=2), inner, max_size=2),
    max_leaves=4,
)
_documents = some.none() | some.dictionaries(some.sampled_from("abc"), _values, max_size=3)


@given(_documents, _documents)
def test_a_difference_leads_there_and_its_inverse_back(
    before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    kept = deepcopy((before, after))
    patch = difference("t", 1, before, after)
    if patch is None:
        assert same(before, after)
    else:
        assert same(applied(before, patch), after)
        assert same(applied(after, inverse(patch)), before)
        assert inverse(inverse(patch)) == patch
    assert (before, after) == kept


def test_only_the_changed_fields_are_in_a_patch() -> None:
    before = {"name": "Ann", "title": "Manager", "tags": ["a"]}
    after = {"name": "Anne", "tags": ["a"], "phone": "1"}
    assert difference("contacts", 7, before, after) == Patch(
        "contacts", 7, {"name": "Ann", "title": "Manager"}, {"name": "Anne", "phone": "1"}
    )


def test_one_and_true_and_one_point_nought_are_three_values() -> None:
    for one, other in ((1, True), (1, 1.0), ([1], [True]), ({"a": 0}, {"a": False})):
        assert difference("t", 1, {"x": one}, {"x": other}) == Patch("t", 1, {"x": one}, {"x": other})


def test_an_empty_document_is_not_the_same_as_none() -> None:
    assert difference("t", 1, None, {}) == Patch("t", 1, None, {})
    assert difference("t", 1, {}, None) == Patch("t", 1, {}, None)
    assert difference("t", 1, {}, {}) is None


def test_a_patch_shares_nothing_with_the_documents() -> None:
    after = {"tags": ["a"]}
    patch = difference("t", 1, {}, after)
    assert patch is not None
    result = applied({}, patch)
    after["tags"].append("b")
    assert patch.now == {"tags": ["a"]}
    assert result is not None
    result["tags"].append("c")
    assert patch.now == {"tags": ["a"]}

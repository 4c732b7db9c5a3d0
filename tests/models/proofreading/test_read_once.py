"""What was read once is not read again, and nobody can tell the difference."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.proofreading.blocks import LEAST, MOST_BLOCKS, Memory, blocks_of
from models.proofreading.choice import best_engine
from models.proofreading.engine import Engine, RawLint
from models.proofreading.layout import layout_of
from models.proofreading.masks import masked_spans
from models.proofreading.pack import Pack, Rule, load_pack
from models.proofreading.paragraphs import REMEMBERED
from models.proofreading.proofreader import Context, Proofreader
from resources import ROOT

PACK = load_pack(ROOT / "words" / "pack")
ENGINE = best_engine()
LETTER = """\
Dear Ms Rao,

Thank you for you're time on Tuesday, and for “showing me the lab. I definately liked it (a lot.

Roa and Katharine where kind. i want too say that your "team" have a great colour.

Cheers,
Alex Morgan
"""
BITS = ("\n\n", "\n", " \n \n", "teh ", "Dear Ms Rao,\n\n", "hi ", "Best,\nSam\n", "Cheers\n", '"', "(", "’s ", "i ", "!!", "x" * 110 + " ",
        "Rao ", "Roa ", "Katharine ", "the the ", "\r\n\r\n", "\n-- \n", "cafe\u0301 ", "😀 ", "colour ", ". the lab ", "$\n5", "look forward to\n\nhear ", "")  # fmt: skip
CONTEXTS = (
    Context(),
    Context(names=("Priya Rao", "Katherine Bell"), employers=("Zyntara Grid",)),
    Context(dialect="UK", formality="formal", known_words=("teh",)),
    Context(formality="relaxed", ignored=frozenset({"spelling:teh"})),
)
_EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 12), st.sampled_from(BITS) | st.text(max_size=4), st.sampled_from(CONTEXTS)
    ),
    min_size=1,
    max_size=5,
)


class Counting:
    """The real engine, and how many texts it was handed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name = engine.name
        self.notice = engine.notice
        self.texts: list[str] = []

    def check(self, text: str, dialect: str) -> list[RawLint]:
        self.texts.append(text)
        return self._engine.check(text, dialect)

    def learn(self, words: Iterable[str]) -> None:
        self._engine.learn(words)


@pytest.fixture
def counting(engine: Engine) -> Counting:
    return Counting(engine)


@given(_EDITS)
@settings(max_examples=15, deadline=None)
def test_after_any_edits_a_letter_reads_as_if_for_the_first_time(
    edits: list[tuple[float, int, str, Context]],
) -> None:
    warm = Proofreader(ENGINE, PACK)
    text = LETTER
    warm.check(text)
    for place, cut, bit, context in edits:
        at = round(place * len(text))
        text = text[:at] + bit + text[at + cut :]
        assert warm.check(text, context) == Proofreader(ENGINE, PACK).check(text, context)


def test_a_key_press_reads_one_paragraph(counting: Counting, pack: Pack) -> None:
    proofreader = Proofreader(counting, pack)
    proofreader.check(LETTER)
    assert "".join(counting.texts) == LETTER
    counting.texts.clear()
    proofreader.check(LETTER.replace("a lot", "a lots"))
    assert len(counting.texts) == 1
    assert "a lots" in counting.texts[0]
    counting.texts.clear()
    proofreader.check(LETTER)
    assert not counting.texts


@pytest.mark.parametrize(
    "context",
    [Context(dialect="UK"), Context(formality="formal"), Context(names=("Sam Ortiz",)), Context(known_words=("teh",))],
)
def test_what_a_paragraph_is_read_with_counts(counting: Counting, pack: Pack, context: Context) -> None:
    proofreader = Proofreader(counting, pack)
    proofreader.check(LETTER)
    counting.texts.clear()
    proofreader.check(LETTER, context)
    assert "".join(counting.texts) == LETTER


def test_the_same_words_in_another_part_are_judged_anew(proofreader: Proofreader) -> None:
    body = "We spoke about wrodly things."
    assert [one.text for one in proofreader.check(f"Dear Tom,\n\n{body}\n\nBest,\nSam")] == ["wrodly"]
    assert not proofreader.check(f"Dear Tom,\n\nThank you.\n\nBest,\nSam\n\n{body}")


def test_marks_and_names_are_seen_across_paragraphs(proofreader: Proofreader) -> None:
    text = "It’s the first part (of two.\n\nIt's the other part) of two. I met Rao."
    assert [one.rule for one in proofreader.check(text, Context(names=("Ana Rao",)))] == ["mixed-quotes"]
    assert "unmatched-bracket" in [one.rule for one in proofreader.check(text.replace("two)", "two").replace(")", ""))]


def test_only_the_first_paragraph_greets(proofreader: Proofreader) -> None:
    greeted = [one.start for one in proofreader.check("\n\nhi Tom,\n\nhi there is what he said.\n") if one.text == "hi"]
    assert greeted == [2]


@given(st.lists(st.sampled_from(BITS) | st.text(max_size=6), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_blocks_are_the_text_without_gaps_and_touch_no_place_twice(text: str) -> None:
    blocks = blocks_of(text)
    assert "".join(block.text for block in blocks) == text
    assert [block.start for block in blocks if block.opens] == [0][: len(blocks)]
    layout = layout_of(text)
    for block in blocks:
        within = layout.within(block.start, block.end)
        parts = [layout.part_of(place) for place in range(block.start, block.end)]
        assert [within.part_of(place) for place in range(len(block.text))] == parts
    spans = [(block.start + start, block.start + end) for block in blocks for start, end in masked_spans(block.text)]
    assert spans == list(masked_spans(text))


def test_a_text_of_very_many_lines_is_cut_less_finely() -> None:
    text = "A line.\n\n" * 2000
    blocks = blocks_of(text)
    assert "".join(block.text for block in blocks) == text
    assert len(blocks) <= len(text) / LEAST + 1
    assert len(blocks_of("A line.\n\n" * MOST_BLOCKS)) == MOST_BLOCKS


def test_the_memory_is_bounded_and_forgets_what_was_not_asked_for() -> None:
    memory: Memory[int] = Memory(10)
    worked: list[int] = []

    def ask(key: int) -> int:
        return memory.get(key, 3, lambda: (worked.append(key), key * key)[1])

    assert [ask(key) for key in (1, 2, 3, 1, 4)] == [1, 4, 9, 1, 16]
    assert len(memory) == 3
    assert ask(1) == 1
    assert worked == [1, 2, 3, 4]
    ask(2)
    assert worked == [1, 2, 3, 4, 2]


def test_what_failed_is_tried_again() -> None:
    memory: Memory[str] = Memory(10)
    answers = iter(("late",))

    def fail() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        memory.get("key", 1, fail)
    assert memory.get("key", 1, lambda: next(answers)) == "late"


def test_a_long_day_of_writing_stays_within_the_bound() -> None:
    memory: Memory[str] = Memory(REMEMBERED)
    for turn in range(20_000):
        memory.get(turn, 300, lambda: "")
    assert len(memory) == REMEMBERED // 300


@pytest.mark.parametrize("rule", PACK.rules, ids=[rule.row.id for rule in PACK.rules])
def test_a_row_finds_its_mistakes_within_one_paragraph(rule: Rule) -> None:
    pack = Pack([rule])
    formality = rule.row.formality[0]
    dialect = rule.row.dialects[0] if rule.row.dialects else "US"
    for text in rule.row.catch:
        layout = layout_of(text)
        assert any(
            pack.check(block.text, formality, dialect, layout.within(block.start, block.end), opens=block.opens)
            for block in blocks_of(text)
        )

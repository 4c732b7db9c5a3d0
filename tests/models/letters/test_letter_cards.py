"""Cards as people jot them down, and what a letter to that person makes of them. Each line was read aloud."""

from __future__ import annotations

import pytest

from models.letters.cards import told
from models.letters.fragments import excites, role_inside, wish, wish_ask

CARDS = (
    ("Said that the flood model misses culverts", "that", "the flood model misses culverts"),
    ("She said churn is what keeps the team awake", "that", "churn is what keeps the team awake"),
    ("Asked how I would find them", "asked", "how I would find them"),
    ("asked about my gap year", "asked", "about my gap year"),
    ("She asked me why I left Acme", "asked", "why I left Acme"),
    ("Asked for examples of my work", "you", "you asked for examples of my work"),
    ("Asked me to send a portfolio", "you", "you asked me to send a portfolio"),
    ('asked: "How would you cut the wait?"', "quote", "“How would you cut the wait?”"),
    ("Wants someone who can start in May", "you", "you want someone who can start in May"),
    ("She mentioned the 200-seat migration", "topic", "the 200-seat migration"),
    ("mentioned that her team lives in nine time zones", "that", "your team lives in nine time zones"),
    ("mentioned her two years in Oslo", "topic", "your two years in Oslo"),
    ("He told me that he sails on weekends", "that", "you sail on weekends"),
    ("Told me about the new office in Leeds", "topic", "the new office in Leeds"),
    ("She loves her dog", "you", "you love your dog"),
    ("Loves her dog and hates meetings", "you", "you love your dog and hate meetings"),
    ("the 200-seat migration", "topic", "the 200-seat migration"),
    ("how we test with nurses", "topic", "how you test with nurses"),
    ("how they test with nurses", "topic", "how you test with nurses"),
    ("our first release in Oslo", "topic", "your first release in Oslo"),
    ("We ship small things every Friday", "quote", "“We ship small things every Friday.”"),
    ("Nurses lose ten minutes a shift", "quote", "“Nurses lose ten minutes a shift.”"),
    ("“What would you cut first?”", "quote", "“What would you cut first?”"),
    ('said "we ship small things every Friday"', "quote", "“We ship small things every Friday.”"),
    ("Churn, mostly.", "noted", "“Churn, mostly.”"),
    ("Katherine joined in 2019 from a county office", "you", "you joined in 2019 from a county office"),
    ("Ms Jones thinks the maps should be public", "that", "the maps should be public"),
    ("They are moving to a new building in spring", "you", "you are moving to a new building in spring"),
    ("They need a designer who can talk to engineers", "you", "you need a designer who can talk to engineers"),
    ("Talked about sailing", "topic", "sailing"),
    ("We talked about her sabbatical in Peru", "topic", "your sabbatical in Peru"),
    ("We both grew up in Ohio", "you", "we both grew up in Ohio"),
    ("I liked that she was honest about the budget", "own", "I liked that you were honest about the budget."),
    ("I told her about my time at Acme", "own", "I told you about my time at Acme."),
    ("Her team of five covers three counties", "that", "your team of five covers three counties"),
    ("Their flood maps decide where schools get built", "that", "your flood maps decide where schools get built"),
    (
        "Looking for someone who can explain maps to mayors",
        "you",
        "you are looking for someone who can explain maps to mayors",
    ),
    ('Recommended "Thinking in Systems"', "you", 'you recommended "Thinking in Systems"'),
    ("Recommended a book by Donella Meadows", "you", "you recommended a book by Donella Meadows"),
    (
        "She worries about losing the two seniors who know the old code",
        "you",
        "you worry about losing the two seniors who know the old code",
    ),
    ("Has two kids in college", "you", "you have two kids in college"),
    ("Is retiring next year", "you", "you are retiring next year"),
    ("Used to be a nurse", "you", "you used to be a nurse"),
    ("Worked at NASA before", "you", "you worked at NASA before"),
    ("New office in Oslo", "noted", "“New office in Oslo.”"),
    ("culverts and old maps", "noted", "“Culverts and old maps.”"),
    ("Wants to know if I can code in R", "asked", "if I can code in R"),
    ("Explained how the on-call rota works", "topic", "how the on-call rota works"),
    ("pointed out that he and his boss disagree", "that", "you and your boss disagree"),
    ("said they cut the wait by half last year", "that", "you cut the wait by half last year"),
    (
        "said their clinics need new screens because the old ones freeze",
        "that",
        "your clinics need new screens because the old ones freeze",
    ),
    ("Her question: what would I drop first?", "quote", "“What would you drop first?”"),
    ("The team lost two people when she left for Oslo", "that", "the team lost two people when you left for Oslo"),
    ("said to read Kahneman", "you", "you told me to read Kahneman"),
    ('She said: "Maps are arguments."', "quote", "“Maps are arguments.”"),
    ("Katherine's favourite map is a 1911 sewer plan", "that", "your favourite map is a 1911 sewer plan"),
    ("She's been there eight years", "you", "you’ve been there eight years"),
    ("said she's tired of dashboards nobody reads", "that", "you’re tired of dashboards nobody reads"),
    ("Data quality is her main worry", "you", "data quality is your main worry"),
    ("doesn't like slides", "you", "you don’t like slides"),
    ("likes short reports", "you", "you like short reports"),
    ("reports to the CTO", "you", "you report to the CTO"),
    (
        "the hardest part is getting the counties to answer",
        "quote",
        "“The hardest part is getting the counties to answer.”",
    ),
    ("I would report to her", "own", "I would report to you."),
    ("my first project would be the drainage survey", "quote", "“My first project would be the drainage survey.”"),
    ("no budget until July", "noted", "“No budget until July.”"),
    ("Onboarding takes six weeks", "quote", "“Onboarding takes six weeks.”"),
    ("They do pair programming every morning", "you", "you do pair programming every morning"),
    ("Mentioned they use R and QGIS", "that", "you use R and QGIS"),
    ("Said the team is small but growing fast", "that", "the team is small but growing fast"),
    ("interested in my night-shift experience", "you", "you were interested in my night-shift experience"),
    ("impressed by my map", "you", "you were impressed by my map"),
    ("She was curious how I learned German", "asked", "how I learned German"),
    ("Discussed remote work", "topic", "remote work"),
    ("Two days on site", "noted", "“Two days on site.”"),
    ("works from home on Fridays", "you", "you work from home on Fridays"),
    ("Grew up in Ohio too", "you", "you grew up in Ohio too"),
    ("Sent me a link to their open data", "you", "you sent me a link to your open data"),
    ("Asked whether I know Python", "asked", "whether I know Python"),
    ("asked if I'd relocate", "asked", "if I'd relocate"),
    ("Promised to send the report", "you", "you promised to send the report"),
    ("She will be my manager", "you", "you will be my manager"),
    ("You need patience with counties", "quote", "“You need patience with counties.”"),
    ("Explained why they left Excel", "topic", "why you left Excel"),
    ("Loved my portfolio", "you", "you loved my portfolio"),
    ("Said I would fit in well", "that", "I would fit in well"),
    ("Loves sailing", "you", "you love sailing"),
    ("Said: “Maps are arguments.”", "quote", "“Maps are arguments.”"),
    ("She teaches at the college and likes it", "you", "you teach at the college and like it"),
    ("Mentioned Katherine Meadows' book", "topic", "Katherine Meadows' book"),
    ("reads every cover letter herself", "you", "you read every cover letter yourself"),
    ("was promoted in June", "you", "you were promoted in June"),
    ("Can’t hire before July", "you", "you can’t hire before July"),
    ("showed me the old sewer plans", "topic", "the old sewer plans"),
    ("Said Dr. Rao will call me next week", "noted", "“Dr. Rao will call me next week.”"),
    ("said their patients trust them more than the doctors", "that", "your patients trust them more than the doctors"),
    ("asked why they should hire me", "asked", "why you should hire me"),
    ("She wants me to start in May", "you", "you want me to start in May"),
    ("They said they would call by Friday", "that", "you would call by Friday"),
    ("Katherine asked if I had questions for her", "asked", "if I had questions for you"),
    ("the way her team reviews code", "topic", "the way your team reviews code"),
    ("our team is small, which she likes", "that", "your team is small, which you like"),
    ('told me "call me Kate"', "quote", "“Call me Kate.”"),
    ("We talked about our favourite maps", "topic", "your favourite maps"),
    ("1. said nobody owns the data", "that", "nobody owns the data"),
    ("said that it takes two years to learn the counties", "that", "it takes two years to learn the counties"),
    ("Said she’d rather train someone than hire a star", "that", "you’d rather train someone than hire a star"),
)


@pytest.mark.parametrize(("card", "kind", "words"), CARDS)
def test_a_card_is_said_to_the_person_it_is_about(card: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in told(card, "Katherine Jones")] == [(kind, words)]


@pytest.mark.parametrize(
    ("card", "statements"),
    [
        (
            "Said the flood model misses culverts and asked how I would find them.",
            [("that", "the flood model misses culverts"), ("asked", "how I would find them")],
        ),
        (
            "Said no two counties number their culverts the same way; wants a standard",
            [("that", "no two counties number their culverts the same way"), ("you", "you want a standard")],
        ),
        (
            "asked what I'd do in the first 90 days, and said the first project is the drainage survey",
            [("asked", "what I'd do in the first 90 days"), ("that", "the first project is the drainage survey")],
        ),
    ],
)
def test_a_card_with_two_statements_keeps_both(card: str, statements: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.words) for one in told(card, "Katherine Jones")] == statements


@pytest.mark.parametrize(
    "card",
    [
        "Katherine is nice", "very friendly, seemed tired", "check her name on LinkedIn", "Said hi to my old boss", "ask again",
        "[ask again]", "", "???", "word " * 60, "seemed bored", "She seems nervous", "email her on Monday", "hates her boss",
    ],
)  # fmt: skip
def test_what_one_notes_for_oneself_never_reaches_the_letter(card: str) -> None:
    assert told(card, "Katherine Jones") == []


@pytest.mark.parametrize("card", [card for card, _, _ in CARDS])
def test_no_letter_speaks_to_its_reader_about_a_third_person(card: str) -> None:
    for one in told(card, "Katherine Jones"):
        words = one.words.casefold().replace("’", "'").split()
        assert not {"she", "he", "her", "his", "him", "herself", "katherine's"} & set(words)


@pytest.mark.parametrize(
    ("written", "words", "own"),
    [
        ("Their flood maps decide where schools get built", "your flood maps decide where schools get built", False),
        ("I like that they publish their data", "I like that you publish your data", True),
        ("working with nurses every day", "working with nurses every day", False),
        ("the mission", "the mission", False),
        ("love the mission", "I love the mission", True),
        ("excited about the survey", "I am excited about the survey", True),
        ("They are hiring nurses", "you are hiring nurses", False),
        ("that they publish everything", "that you publish everything", False),
        ("because they test with nurses", "you test with nurses", False),
        ("to work with maps", "the chance to work with maps", False),
        ("Builds maps for schools", "you build maps for schools", False),
        ("I'd get to work with Katherine's team", "I'd get to work with your team", True),
        ("Small team, real users", "Small team, real users", False),
    ],
)
def test_what_excites_is_said_to_them_in_any_form(written: str, words: str, own: bool) -> None:
    found = excites(written, "Katherine Jones")
    assert found is not None
    assert (found.words, found.own) == (words, own)


def test_what_was_not_asked_is_told_apart_from_what_was_not_said() -> None:
    assert wish_ask("should have asked about the roadmap") == "about the roadmap"
    assert wish_ask("I forgot to ask you how reviews work") == "how reviews work"
    assert wish_ask("that I speak German") == ""
    left = wish("I should have told you that I speak German")
    assert left is not None
    assert left.words == "I speak German"


@pytest.mark.parametrize(
    ("role", "inside"),
    [
        ("Data analyst", "data analyst"), ("Analyst", "analyst"), ("Product Designer", "Product Designer"),
        ("UX designer", "UX designer"), ("Python developer", "Python developer"), ("Nurse educator", "nurse educator"),
        ("iOS developer", "iOS developer"), ("Head of Data", "Head of Data"), ("Docker engineer", "Docker engineer"),
    ],
)  # fmt: skip
def test_a_role_inside_a_sentence_is_small_where_it_is_no_name(role: str, inside: str) -> None:
    assert role_inside(role) == inside

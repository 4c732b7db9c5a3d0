"""Which of Harper's rules suit letters: found by running each over good letters and over typical mistakes."""

from __future__ import annotations

# Wrong too often on good letters, or better done by the letter pack (named beside the rule).
OFF = frozenset(
    {
        "UseEllipsisCharacter",
        "MissingPreposition",
        "MissingTo",
        "UnclosedQuotes",  # mechanics.py
        "ToTwoToo",  # homophones.toml
        "PossessiveYour",  # homophones.toml
        "ItsPossessive",  # homophones.toml
        "Excellent",
        "ModalBeAdjective",
        "NumericRangeEnDash",
        "YourPredicateAdjective",
        "OxfordComma",
        "NoOxfordComma",
        "AvoidAndAlso",
        "OrthographicConsistency",  # takes first names such as Sam for initials
        "SpelledNumbers",
        "BoringWords",
        "UseGenitive",
        "UseTitleCase",
        "NoFrenchSpaces",
        "AvoidContractions",  # casual.toml
        "RepeatedWords",  # mechanics.toml knows "had had"
        "DiscourseMarkers",
        "LongSentences",
        "Spaces",  # mechanics.toml
        "WrongNegative",  # takes “untill” for “distill”
    }
)

# Harper's own categories whose rules seldom err.
RELIABLE_KINDS = frozenset(
    {
        "Agreement",
        "BoundaryError",
        "Capitalization",
        "Eggcorn",
        "Grammar",
        "Malapropism",
        "Nonstandard",
        "Repetition",
        "Typo",
    }
)

# Rules of other categories that are as sure.
RELIABLE_RULES = frozenset(
    {
        "AnA",
        "ItsContraction",
        "PronounContraction",
        "TheirToThere",
        "ThereToTheir",
        "TheirToTheyre",
        "TheyreToTheir",
        "ThenThan",
        "ModalOf",
        "LookForwardTo",
        "LookingForwardTo",
        "Discuss",
        "SinceDuration",
        "PrincipleToPrincipalRoleNoun",
        "PleasRequestVerb",
        "CorrectNumberSuffix",
        "WrongApostrophe",
    }
)

# Rules of a reliable category that are not.
UNSURE_RULES = frozenset(
    {
        "MassNouns",
        "MissingDeterminer",
        "NounVerbConfusion",
        "DisjointPrefixes",
        "SplitWords",
        "CompaniesProductsAndTrademarks",
        "ProperNouns",
        "HyphenateNumberDay",
        "PhrasalVerbAsCompoundNoun",
        "CompoundNouns",
        "ForNoun",
        "NeedToNoun",
        "MergeWords",
        "SimpleGrammatical",
        "AdjectiveOfA",
        "RedundantThat",
        "ThatWhich",
    }
)

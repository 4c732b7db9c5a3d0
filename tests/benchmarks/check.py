"""`dev.py bench check`: reading a letter of some 275 words again, and reading it after one more key.

Limits: 40 ms for the letter, 10 ms for the key, both in the worker while the user goes on writing. The engine is loaded
before the measuring begins; loading is half a second, once.
"""

from __future__ import annotations

import sys

from harness import ROOT, ROUNDS, Figure, milliseconds, report

from models.proofreading.choice import best_engine
from models.proofreading.pack import load_pack
from models.proofreading.proofreader import Proofreader

READ, KEY = 40.0, 10.0
LETTER = """\
Dear Ms Rao,

Thank you for the hour you gave me on Tuesday, and for showing me how the two teams share the design system. I had
read about the move to one library before, but only in the room did I understand how much of it is about trust
between the people who use it, and how little of it is about the buttons themselves.

You asked how I would begin in the first month. I have thought about it since, and I would start by sitting next to
the three people who answer the support questions. At my present company this was the cheapest research we ever
did: in two weeks we found eleven screens that nobody understood, and mended nine of them before the next release.

You also mentioned that the panel was worried about the handover from the agency. I have attached the short list
that we used for ours. It names the files, the owners and the open questions, and it kept the surprises small. If
it is of use to you, please take it, whatever you decide about me.

The conversation made me want the job more than before. I enjoyed the disagreement about the empty states most of
all, because it was settled by looking at a real one. I would be glad to work in a place where that is usual.

As agreed I will wait to hear from you by the end of next week. If anything is missing until then, you reach me
best in the morning, by telephone or by answering this message.

Kind regards,
Alex Morgan
"""


def stirred(turn: int) -> str:
    """The letter with every paragraph changed, so that no answer of an earlier round can be handed out again."""
    return LETTER.replace(".\n", f".\nThis is on page {turn}.\n")


def main() -> int:
    """Measure, print, judge."""
    proofreader = Proofreader(best_engine(), load_pack(ROOT / "resources" / "words" / "pack"))
    proofreader.check(LETTER)
    letters = [stirred(turn) for turn in range(ROUNDS)]
    whole = tuple(milliseconds(lambda text=letter: proofreader.check(text)) for letter in letters)
    proofreader.check(LETTER)
    keys = [LETTER.replace("is usual", f"is usual{'!' * turn}") for turn in range(1, ROUNDS + 1)]
    typed = tuple(milliseconds(lambda text=letter: proofreader.check(text)) for letter in keys)
    return report(Figure("a letter", "ms", whole, READ), Figure("a key in a letter", "ms", typed, KEY))


if __name__ == "__main__":
    sys.exit(main())

"""`dev.py bench compare`: eight offers side by side, as after each change of a figure.

It happens on the screen's thread, so it must fit between two pictures of a screen that shows sixty a second: 16 ms.
"""

from __future__ import annotations

import itertools
import json
import sys
from decimal import Decimal

import msgspec
from harness import ROOT, ROUNDS, Figure, milliseconds, report

from models.offers.comparison import compare
from models.offers.figures import MOST_OFFERS
from models.offers.reading import read_offers

LIMIT = 16.0


def main() -> int:
    """Measure, print, judge."""
    path = ROOT / "tests" / "files" / "offers.json"
    given = read_offers(json.loads(path.read_text("utf-8"), parse_float=Decimal), path.name)
    offers = tuple(
        msgspec.structs.replace(offer, id=str(number), name=f"{offer.name} {number}")
        for number, offer in zip(range(MOST_OFFERS), itertools.cycle(given.offers), strict=False)
    )
    compare(offers, given.criteria, given.scores, given.assumptions)
    times = tuple(
        milliseconds(lambda: compare(offers, given.criteria, given.scores, given.assumptions)) for _ in range(ROUNDS)
    )
    return report(Figure(f"{len(offers)} offers", "ms", times, LIMIT))


if __name__ == "__main__":
    sys.exit(main())

"""Put job offers side by side: pay by year, time, and what matters to you.

Input: a JSON file ("-" reads standard input) that holds one object.
  offers       a list of one to eight objects; only "name" is needed. A term is a value, or {"value": 95000,
               "state": "said"}, where the state is said, written or confirmed. Leave out what nobody mentioned.
{fields}
  criteria     a list such as [{"name": "Growth", "weight": 20, "must_have": false}]; weights 0 to 100
  scores       an object such as {"Northwind": {"Growth": 8}}; 0 to 10, or {"value": 8, "reason": "..."}
  assumptions  an object with years (1 to 6), year (the one in the table), stay_months, weeks, commute_weeks,
               scenario (guaranteed, expected, all well), price_days (true counts days off as money)

Numbers are JSON numbers or texts such as "95000.50"; days are written 2026-08-14.

Output: a table, or with --json one JSON object: made (the day of the comparison); assumptions; offers (each with yearly
lines, totals by year, and a sum for each scenario); groups of rows, whose cells have a value, the state of the term, a
note, the formula and its source; leader (the place of the highest total in offers, from 0, or null); verdict; remarks.
Amounts are texts with their currency, rounded to hundredths. Null means that nobody said; it never counts as zero.

Exit codes: 0 done, 2 something in the input cannot be used (one sentence on standard error names file, place and what
was expected; places such as offers[1].base count from 0).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec

from models.clock import SystemClock
from models.errors import BadInput, EncoreError
from models.formats import PlainFormatter, render
from models.offers import MOST_YEARS, SCENARIOS, Assumptions, Comparison, Row, cell_text, compare
from models.offers.assumed import assumed_sentences
from models.offers.plain import as_plain
from models.offers.reading import OFFER_FIELDS, read_offers
from ui.command_line.parser import whole_number
from ui.command_line.reading import STANDARD_INPUT, name_of, read_json

NAME = "compare"

_WIDTH = 22
_AT_A_TIME = 4


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.description = (__doc__ or "").replace("{fields}", _fields_help())
    parser.add_argument("offers", metavar="OFFERS.json", help="the file of offers; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--pdf", metavar="OUT.pdf", help="write the printed page as well")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="paper of the PDF (default: a4)")
    parser.add_argument(
        "--years",
        type=whole_number,
        metavar="N",
        help=f"years to compare, 1 to {MOST_YEARS} (default: the file's, else 4)",
    )
    parser.add_argument(
        "--stay",
        type=whole_number,
        metavar="MONTHS",
        help="how long you mean to stay (default: the file's, else throughout)",
    )
    parser.add_argument(
        "--scenario",
        type=_scenario,
        choices=SCENARIOS,
        help="how bonus and equity count; all-well needs no quotes (default: the file's, else expected)",
    )


def run(args: argparse.Namespace) -> int:
    """Print the comparison. Raises BadInput naming the file, the place in it and what was expected."""
    given = read_offers(read_json(args.offers), name_of(args.offers))
    made = SystemClock().today()
    comparison = compare(given.offers, given.criteria, given.scores, _assumptions(args, given.assumptions))
    if args.pdf is not None:
        from ui.printing.offers_page import write_pdf  # noqa: PLC0415 - loads Qt

        try:
            write_pdf(comparison, made, args.paper, _pdf_path(args.pdf, args.offers))
        except EncoreError as error:
            raise BadInput(f"--pdf: {error}") from error
    if args.json:
        print(json.dumps(as_plain(comparison, PlainFormatter(), made), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(comparison)))
    return 0


def _assumptions(args: argparse.Namespace, given: Assumptions) -> Assumptions:
    changes: dict[str, Any] = {}
    if args.years is not None:
        if not 1 <= args.years <= MOST_YEARS:
            raise BadInput(f"--years should be a whole number from 1 to {MOST_YEARS}; it is {args.years}.")
        changes = {"years": args.years, "year": min(given.year, args.years)}
    if args.stay is not None:
        if not 0 <= args.stay <= 600:
            raise BadInput(f"--stay should be a whole number of months from 0 to 600; it is {args.stay}.")
        changes["tenure_months"] = args.stay
    if args.scenario is not None:
        changes["scenario"] = args.scenario
    return msgspec.structs.replace(given, **changes)


def _pdf_path(name: str, offers: str) -> Path:
    if name in ("", STANDARD_INPUT):
        raise BadInput("Expected the name of a file; standard output has the table.")
    path = Path(name)
    if offers != STANDARD_INPUT and os.path.realpath(path) == os.path.realpath(offers):
        raise BadInput(f"{name} is the file that the offers come from; choose another name.")
    return path


def _scenario(word: str) -> str:
    return word.replace("-", " ")  # all-well needs no quotes


def _fields_help() -> str:
    lines: list[str] = []
    for name, info in OFFER_FIELDS.items():
        plain = info.type if get_origin(info.type) is Literal else None
        choices = "One of " + ", ".join(get_args(plain)) if plain else ""
        unit = "" if info.unit in info.label.lower() else info.unit
        about = ". ".join(filter(None, (info.label + (f", {unit}" if unit else ""), choices, info.help.rstrip("."))))
        lines += textwrap.wrap(f"{name:<22} {about}", 112, initial_indent="    ", subsequent_indent=" " * 27)
    return "\n".join(lines)


def _lines(comparison: Comparison) -> Iterator[str]:
    form = PlainFormatter()
    places = iter(range(len(comparison.columns)))
    while part := tuple(islice(places, _AT_A_TIME)):
        yield from _block(comparison, part, form)
    if any(row.best is not None for row in comparison.rows):
        yield "* best in its row"
    if comparison.verdict:
        yield _one_line(render(comparison.verdict, form))
    for remark in comparison.remarks:
        yield _one_line(render(remark, form))
    for sentence in assumed_sentences(comparison):
        yield render(sentence, form)


def _block(comparison: Comparison, part: Sequence[int], form: PlainFormatter) -> Iterator[str]:
    columns = comparison.columns
    stub = 34
    yield _row_text("", [columns[i].name for i in part], stub)
    for words in ([columns[i].title for i in part], [columns[i].place for i in part]):
        if any(words):
            yield _row_text("", words, stub)
    if comparison.leader in part:
        yield _row_text("", ["Highest total" if i == comparison.leader else "" for i in part], stub)
    for group in comparison.groups:
        shown = [row for row in group.rows if not row.empty]
        if not shown:
            continue
        yield ""
        yield render(group.label, form)
        for row in shown:
            yield from _row_lines(row, part, form, stub)
    yield ""


def _row_lines(row: Row, part: Sequence[int], form: PlainFormatter, stub: int) -> Iterator[str]:
    label = _one_line(render(row.label, form))
    if row.share is not None:
        label = f"{label} ({row.share * 100:.0f}%)"
    if row.unit == "text":
        yield f"  {label}"
        for i in part:
            text = " ".join(cell_text(row, row.cells[i], form).split())
            yield f"    {i + 1}. {text}"
        return
    texts = [_marked(cell_text(row, row.cells[i], form), i == row.best) for i in part]
    yield _row_text("  " + label, texts, stub)
    notes = [render(note, form) if (note := row.cells[i].note) and row.unit != "of 10" else "" for i in part]
    if any(notes):
        yield _row_text("", notes, stub)


def _marked(text: str, best: bool) -> str:
    return f"* {text}" if best else text


def _row_text(label: str, texts: Sequence[str], stub: int) -> str:
    cells = [" " * max(0, _WIDTH - _wide(text)) + text for text in (_cut(_one_line(text), _WIDTH) for text in texts)]
    return (_padded(_cut(label, stub), stub) + "  ".join(["", *cells])).rstrip()


def _one_line(text: str) -> str:
    return re.sub(r"[^\S\u00a0]+", " ", text)  # a tab or line separator in a name would push the columns apart


def _cut(text: str, width: int) -> str:
    if _wide(text) <= width:
        return text
    kept = ""
    for mark in text:
        if _wide(kept + mark) > width - 1:
            break
        kept += mark
    return kept.rstrip() + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _wide(text))


def _wide(text: str) -> int:
    """Places a terminal gives to the text: two for East Asian wide marks, none for combining ones."""
    return sum(0 if unicodedata.combining(m) else 2 if unicodedata.east_asian_width(m) in "WF" else 1 for m in text)

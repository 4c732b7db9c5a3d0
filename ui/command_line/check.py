"""Proofread a letter: spelling, grammar, punctuation and tone; with facts also names, dates, amounts and the rest.

Input: LETTER.txt in UTF-8, the text of one e-mail from its greeting to its signature ("-" reads standard input).

Output: one line for each finding, in reading order:
  line:column  severity  rule  "text"  what is meant  -> what to write instead
Severities: block (mend it, or keep it knowingly), fix (a mistake), check (a name or fact to look at), consider (a matter
of taste), praise. With --json one JSON object on standard output:
  findings  a list, in reading order, of {pass, severity, rule, start, end, text, message, fixes}; start and end count
            the characters (code points) of the letter as it is, line ends included and a byte order mark left out, so
            that letter[start:end] is text; both 0: the whole letter or its subject line. pass is facts, spelling,
            grammar, tone, aloud, backwards or eyes. fixes replace text, best first; "" means: take it out
  engine    which checker read it
  notice    a sentence about what could not be checked on this computer, or ""

Exit codes: 0 nothing to block or fix, 1 something to block or fix, 2 the input cannot be used (one sentence on standard
error says what).
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any, cast

import msgspec

from models.errors import BadInput
from models.findings import Finding
from models.letters.desk import open_desk
from models.letters.facts import FACTS_HELP, Facts, check_facts, facts_from_json
from models.proofreading.choice import best_engine
from models.proofreading.merging import merged
from models.proofreading.pack import load_pack
from models.proofreading.proofreader import LONGEST_TEXT, Context, Proofreader
from models.records.letter import Formality
from resources import ROOT
from ui.command_line.reading import STANDARD_INPUT, name_of, read_json, read_text

NAME = "check"
DIALECTS = ("US", "UK", "Canadian", "Australian", "Indian")
FORMALITIES = ("formal", "usual", "relaxed")
SUBJECT_HELP = """\
  subject          the subject line; where it is given, even empty, it is checked too
"""
ONCE_MORE = "Read it aloud once more all the same."
NOTHING_FOUND = f"Nothing found. {ONCE_MORE}"
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # what would steer a terminal instead of showing


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("letter", metavar="LETTER.txt", help='the letter, or "-" for standard input')
    parser.add_argument("--facts", metavar="FACTS.json", help="what is true about this letter, see below")
    parser.add_argument("--dialect", choices=DIALECTS, help="whose spelling (default: that of the facts, else US)")
    parser.add_argument("--formality", choices=FORMALITIES, help="how formal (default: that of the facts, else usual)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    parser.epilog = FACTS_HELP + SUBJECT_HELP


def run(args: argparse.Namespace) -> int:
    """Print the findings. Raises BadInput for a letter or facts that cannot be used."""
    if args.letter == args.facts == STANDARD_INPUT:
        raise BadInput(
            'Standard input can be read once only; expected "-" for the letter or for the facts, not for both.'
        )
    letter = read_letter(args.letter)
    facts, subject = read_facts(args.facts) if args.facts is not None else (None, None)
    proofreader = Proofreader(best_engine(), load_pack(ROOT / "words" / "pack"))
    findings = proofreader.check(letter, context_of(facts, args.dialect, args.formality))
    findings = merged(findings, facts_findings(letter, facts, subject))
    if args.json:
        answer = {"findings": as_json(findings), "engine": proofreader.engine, "notice": proofreader.notice}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_lines(letter, findings, proofreader.notice)))
    return 1 if any(finding.severity in ("block", "fix") for finding in findings) else 0


def facts_findings(letter: str, facts: Facts | None, subject: str | None) -> list[Finding]:
    """The facts pass and its praise. Without facts only what shows in the text itself, such as a gap left to fill in."""
    if facts is None:
        return [finding for finding in check_facts(letter, Facts()) if finding.end > 0]
    return open_desk(ROOT).check(letter, facts, subject)


def read_facts(path: str) -> tuple[Facts, str | None]:
    """The facts of a file, and the subject line where it gives one. Raises BadInput naming file, key and expectation."""
    value, source = read_json(path), name_of(path)
    subject: object = None
    if isinstance(value, dict):
        value = cast("dict[str, object]", value)
        subject = value.pop("subject", None)
    if subject is not None and not isinstance(subject, str):
        raise BadInput(f"{source}, subject: expected the subject line as a text.")
    return facts_from_json(value, source), subject


def read_letter(path: Path | str) -> str:
    """The letter as it is, line ends included. Raises BadInput where it is unreadable, empty or too long."""
    expected = "a letter in plain text, UTF-8"
    letter = read_text(path, max_bytes=LONGEST_TEXT * 8, expected=expected, keep_line_ends=True)
    if not letter.strip():
        raise BadInput(f"{name_of(path)} is empty; expected {expected}.")
    if len(letter) > LONGEST_TEXT:
        raise BadInput(
            f"{name_of(path)} holds {len(letter)} characters; expected {expected} of at most {LONGEST_TEXT}."
        )
    return letter


def context_of(facts: Facts | None, dialect: str | None, formality: Formality | None) -> Context:
    """What the proofreader should take for the truth; an option outranks the facts."""
    if facts is None:
        return Context(dialect=dialect or "US", formality=formality or "usual")
    people = [facts.recipient.name if facts.recipient else "", facts.sender.name]
    people += [person.name for person in facts.also_to] + [*facts.panel, *facts.other_people]
    return Context(
        dialect=dialect or facts.dialect or "US",
        formality=formality or cast("Formality", facts.formality),
        names=tuple(filter(None, people)),
        employers=tuple(filter(None, (facts.employer, *facts.other_employers))),
    )


def as_json(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Each finding with all of its fields, under the names the help gives."""
    return [msgspec.to_builtins(finding) for finding in findings]


def as_lines(letter: str, findings: tuple[Finding, ...], notice: str) -> list[str]:
    """The findings for a reader, and a closing sentence that never promises too much."""
    lines = [_line(letter, finding) for finding in findings]
    if notice:
        lines += ["", notice]
    if not findings:
        return [*lines, NOTHING_FOUND]
    severities = [finding.severity for finding in findings]
    grave = severities.count("block") + severities.count("fix")
    if not grave and set(severities) == {"praise"}:
        return [*lines, "", f"Otherwise nothing found. {ONCE_MORE}"]
    if not grave:
        return [*lines, "", "Nothing that must change. Look at the hints, then read it aloud once more."]
    word = "place" if grave == 1 else "places"
    return [*lines, "", f"{grave} {word} to mend. Check it again afterwards, then read it aloud once more."]


def _line(letter: str, finding: Finding) -> str:
    before = letter[: finding.start].replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    whole = finding.start == finding.end == 0
    place = "letter" if whole else f"{line}:{column}"
    text = " ".join(finding.text.split())
    shown = f"{text[:57]}..." if len(text) > 60 else text
    fixes = " | ".join("(take it out)" if fix == "" else " ".join(fix.split()) for fix in finding.fixes[:5])
    quoted = f' "{shown}"' if shown else ""
    line = f"{place} {finding.severity} {finding.rule}{quoted} {finding.message}" + (f" -> {fixes}" if fixes else "")
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", line)

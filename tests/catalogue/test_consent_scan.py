"""Words of a group are called agreed, decided or its own in one file only, by their one state."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.standing_worlds import CARRIED, WORLDS
from workbook.catalogue.consent import (
    kept_words,
    letter_end,
    letter_lead,
    standing_words,
    state_words,
    take_home_lead,
    wall_words,
)
from workbook.readings.findings import Findings

ROOT = Path(__file__).parents[2]
CLAIM = re.compile(
    r"(?<!not )\b(agreed|agreed on|decided|ours)\b|\bwe left with\b|\ball of us\b", re.IGNORECASE
)


def messages(path: Path) -> Iterator[str]:
    """What a module says to people: the literals that go through the catalogue."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name("tr" | "ntr"), args=args):
                for each in args:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield each.value


def texts(value: object) -> Iterator[str]:
    """Every text of a guide's words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def test_no_other_module_claims_that_words_are_agreed() -> None:
    claims = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "workbook").rglob("*.py")
        if any(CLAIM.search(message) for message in messages(path))
    }
    assert claims == {"workbook/catalogue/consent.py"}


def test_no_guide_does_either() -> None:
    for path in (ROOT / "resources" / "guides").rglob("words.*.toml"):
        found = [
            text for text in texts(tomllib.loads(path.read_text("utf-8"))) if CLAIM.search(text)
        ]
        assert not found


def said(found: Findings) -> list[str]:
    consent = found.consent
    assert consent is not None
    words = state_words(consent)
    return [
        kept_words(consent, "1 May 2027"), standing_words(consent), words.lead, words.reason,
        take_home_lead(consent, "1 May 2027"), letter_lead(consent, worded=True),
        letter_lead(consent, worded=False), letter_end(consent), wall_words(consent, voting=False),
    ]  # fmt: skip


def test_only_what_is_carried_is_called_so() -> None:
    for opened, _ in WORLDS.values():
        assert not [text for text in said(Findings(opened)) if CLAIM.search(text)]
    claimed = [text for text in said(Findings(CARRIED)) if CLAIM.search(text)]
    assert len(claimed) == 5

"""Guesses which column of a form answers which spot; a person sees it and confirms or mends it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from workbook.exchange.cells import CellReader
from workbook.exchange.folding import fold, holds, squash, without
from workbook.exchange.names import mark_names, question_codes, question_names
from workbook.exchange.private import private_columns
from workbook.exchange.table import Sheet
from workbook.model.guide import Guide
from workbook.model.spots import spots
from workbook.model.workshop import Spot

_SAMPLE = 50  # cells that show whether a column can be what its header says
_LEAST = 5  # one letter in so many of a header must be a word of the guide's
_COUNTED = re.compile(r"\s*(?:[a-z]{1,8} ?)?\d{1,3}\s*[.:)\]–-]\s+", re.IGNORECASE)  # "Q1. "

_Owner = TypeVar("_Owner")


class _Fit(NamedTuple):
    """How well a header names a spot; the greater the better."""

    letters: int  # of the header that are words of the spot
    others: int  # that are not, negative


@dataclass(frozen=True, slots=True)
class _Target:
    """A spot with the words that name it, folded."""

    spot: Spot
    questions: frozenset[str]  # that no other question has
    marks: frozenset[str]
    other_marks: frozenset[str]  # of the same question
    alone: frozenset[str]  # marks that no other question has
    whole: frozenset[str]  # squashed: headers that name the spot and nothing else
    plain: bool  # whether the name of its question is enough


def guess(guide: Guide, questions: Sequence[str], sheet: Sheet) -> dict[int, Spot]:
    """The columns whose headers name one spot of these questions, and whose cells can answer it
    where the header says more than that.

    A column is left out where two spots fit equally well, or two columns fit its spot equally
    well; so is one that fits less than another, and what says who answered, and when.
    """
    private = private_columns(sheet)
    targets = _targets(guide, questions)
    columns: dict[Spot, list[tuple[_Fit, int]]] = {}
    for index, header in enumerate(sheet.headers):
        if index in private:
            continue
        fits = [(fit, target.spot) for target in targets if (fit := _fit(header, target))]
        if not _one_stands_out([fit for fit, _ in fits]):
            continue
        fit, spot = max(fits)
        if not fit.others or _can_answer(guide, spot, sheet, index):
            columns.setdefault(spot, []).append((fit, index))
    found = {}
    for spot, fitting in columns.items():
        best_fit, index = max(fitting)
        if [fit for fit, _ in fitting].count(best_fit) == 1:
            found[index] = spot
    return dict(sorted(found.items()))


def guess_slips(sheet: Sheet) -> int | None:
    """The one column whose header speaks of a slip, None where there is none or several."""
    private = private_columns(sheet)
    found = [
        index
        for index, header in enumerate(sheet.headers)
        if index not in private and holds(fold(header), "slip")
    ]
    return found[0] if len(found) == 1 else None


def _targets(guide: Guide, questions: Sequence[str]) -> list[_Target]:
    asked = [guide.questions[question_id] for question_id in questions]
    names = _unshared({question.id: question_names(question) for question in asked})
    marks = {each: mark_names(q, each.mark) for q in asked for each in spots(q)}
    alone = _unshared(marks)
    found = []
    for question in asked:
        own = spots(question)
        for spot in own:
            plain = spot.mark in ("", "choice") or len(own) == 1
            found.append(
                _Target(
                    spot,
                    names[question.id],
                    marks[spot],
                    frozenset().union(*(marks[other] for other in own)) - marks[spot],
                    alone[spot],
                    _whole(names[question.id] | question_codes(question), marks[spot], plain)
                    | {squash(mark) for mark in alone[spot] if mark not in ("choice", "last")},
                    plain,
                )
            )
    return found


def _unshared(names: Mapping[_Owner, frozenset[str]]) -> dict[_Owner, frozenset[str]]:
    """For each owner the names that no other one has."""
    owners = Counter(name for each in names.values() for name in each)
    return {
        owner: frozenset(name for name in each if owners[name] == 1)
        for owner, each in names.items()
    }


def _whole(names: frozenset[str], marks: frozenset[str], plain: bool) -> frozenset[str]:
    pairs = {(name, mark) for name in names for mark in marks | ({""} if plain else set())}
    return frozenset(
        squash(text) for name, mark in pairs for text in (f"{name} {mark}", f"{mark} {name}")
    )


def _fit(header: str, target: _Target) -> _Fit | None:
    """How well a header names a spot, None where it does not."""
    bare = squash(_COUNTED.sub("", header, count=1))
    if bare in target.whole:
        return _Fit(len(bare), 0)
    words = fold(header)
    letters = max((_letters(words, name, target) for name in target.questions), default=0)
    for mark in target.alone:
        if mark.count(" ") >= 3 and holds(words, mark):  # a statement that is rated
            letters = max(letters, len(mark.replace(" ", "")))
    total = len(words.replace(" ", ""))
    return _Fit(letters, letters - total) if letters * _LEAST > total else None


def _one_stands_out(fits: Sequence[_Fit]) -> bool:
    """Whether a header means one spot: it names that and nothing else, or others far less."""
    best = max(fits, default=None)
    if best is None or fits.count(best) > 1:
        return False
    return not best.others or sum(fit.letters * 2 > best.letters for fit in fits) == 1


def _letters(words: str, name: str, target: _Target) -> int:
    """How many letters of a header name the spot by this name of its question; 0 if none do."""
    if " " not in name or not holds(words, name):  # a single word can mean anything
        return 0
    rest = without(words, name)
    mark = max((mark for mark in target.marks if holds(rest, mark)), key=len, default="")
    if mark:
        rest = without(rest, mark)
    elif not target.plain:
        return 0
    if any(holds(rest, other) for other in target.other_marks):
        return 0
    return len(f"{name}{mark}".replace(" ", ""))


def _can_answer(guide: Guide, spot: Spot, sheet: Sheet, index: int) -> bool:
    """Whether at least half of a column's cells can be read at a spot."""
    reader = CellReader(guide, spot, sheet.column(index))
    read = [reader.read(cell) for cell in islice(sheet.column(index), _SAMPLE)]
    return sum(not each.problem for each in read) * 2 >= len(read)

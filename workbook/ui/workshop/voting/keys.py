"""Which key means which answer when slips are keyed, and how answers and counts are written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from workbook.catalogue import tr
from workbook.model.guide import PASS, Question, Side
from workbook.model.marks import (
    InColumns,
    InOrder,
    OneOf,
    OnLevels,
    OnLine,
    Takes,
    Written,
    mark_of,
)

TEN = "+"
MOST = 99_999  # people that one line of counts may hold

# A list that is pasted into one line loses its line ends: "3: 47 4: 12".
_PASTED = re.compile(r"([:=]\s*\d+)\s+")
_PART = re.compile(r"[,;\n]+")
_COUNT = re.compile(r"(?P<answer>.+?)\s*(?:[:=]\s*|\s)(?P<people>\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a ballot can give at a spot: its key, its id, and words where it has any."""

    key: str
    id: str
    words: str = ""
    side: Side = Side.NEITHER

    @property
    def name(self) -> str:
        """What the answer is called: its words, or its number."""
        return self.words or self.id

    @property
    def is_pass(self) -> bool:
        """Whether somebody who gives it would rather not say."""
        return self.id == PASS


class CountsError(ValueError):
    """Counts that cannot be read; str() is a sentence for people."""


def choices(question: Question, mark: str) -> tuple[Choice, ...]:
    """The answers that a ballot can give at a mark of a question, passing last.

    Numbers have their digit for a key, ten has "+"; what else can be chosen is numbered from 1.
    """
    at = mark_of(question, mark)
    found = _choices(at.takes) if at else ()
    if at and at.fact:
        return found
    return (*found, Choice("P", PASS, tr("Pass")))


def _choices(takes: Takes) -> tuple[Choice, ...]:
    match takes:
        case OnLine(low, high):
            return tuple(_number(number) for number in range(low, high + 1))
        case OnLevels(levels):
            return tuple(Choice(o.id, o.id, o.label) for o in levels)
        case OneOf(listed, never):
            numbered = (Choice(str(n), o.id, o.label, o.side) for n, o in enumerate(listed, 1))
            other = (Choice("N", never.id, never.label, never.side),) if never else ()
            return (*numbered, *other)
        case Written() | InOrder() | InColumns():
            return ()
        case _:
            assert_never(takes)


def _number(number: int) -> Choice:
    return Choice(TEN if number == 10 else str(number), str(number))


def choice_of(among: Sequence[Choice], typed: str) -> Choice | None:
    """The answer that a typed key means, None where it means none."""
    wanted = typed.strip().casefold()
    return next((each for each in among if each.key.casefold() == wanted), None)


def is_numbers(among: Sequence[Choice]) -> bool:
    """Whether the answers are bare numbers, beside passing."""
    return all(not each.words for each in among if not each.is_pass)


def keys_words(among: Sequence[Choice]) -> str:
    """The keys that count, in words: "0 to 9, + for ten, P for pass"."""
    digits = [each for each in among if each.key.isdigit()]
    parts = []
    if is_numbers(among) and digits:
        # Translators: the first and the last of the keys 0 to 9.
        parts.append(tr("{low} to {high}").format(low=digits[0].key, high=digits[-1].key))
    else:
        parts += [_key_words(each) for each in digits]
    for each in among:
        if each.key == TEN:
            parts.append(tr("+ for ten"))
        elif not each.key.isdigit():
            parts.append(_key_words(each))
    return ", ".join(parts)


def _key_words(choice: Choice) -> str:
    words = tr("pass") if choice.is_pass else choice.words
    # Translators: a key, and the answer it stands for.
    return tr("{key} for {answer}").format(key=choice.key, answer=words)


def read_counts(text: str, among: Sequence[Choice]) -> Counter[str]:
    """The people at each answer, from text like "3: 47, 4: 12, pass: 2" on one line or several.

    An answer is its number, its key or its words; one that stands there twice is added up.

    Raises:
        CountsError: where a part cannot be read, with that part in it.
    """
    found = Counter[str]()
    for part in filter(None, map(str.strip, _PART.split(_PASTED.sub(r"\1,", text)))):
        read = _COUNT.fullmatch(part)
        if read is None:
            sentence = tr("“{part}” can’t be read. Write an answer and how many: 3: 47.")
            raise CountsError(sentence.format(part=part))
        choice = _named(among, read["answer"])
        if choice is None:
            sentence = tr("“{answer}” is no answer here. These are: {answers}.")
            answers = ", ".join(each.name for each in among)
            raise CountsError(sentence.format(answer=read["answer"], answers=answers))
        found[choice.id] += read_people(read["people"])
    return found


def read_people(text: str) -> int:
    """How many people a field says, 0 where it is empty.

    Raises:
        CountsError: where it is no whole number, or too large for a room.
    """
    text = text.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()):
        raise CountsError(tr("“{text}” is no whole number.").format(text=text))
    if len(text) > len(str(MOST)) or int(text) > MOST:
        raise CountsError(tr("{text} people are more than fit into a room.").format(text=text))
    return int(text)


def _named(among: Sequence[Choice], written: str) -> Choice | None:
    wanted = written.strip().casefold()
    for each in among:
        if wanted in (each.id.casefold(), each.words.casefold()):
            return each
    return choice_of(among, wanted)

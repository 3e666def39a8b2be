"""Reads what a form wrote into one cell: "7", "7/10", "10 (results)", "Keep the date", "pass"."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from workbook.catalogue import tr
from workbook.catalogue.words import quoted
from workbook.exchange.folding import fold
from workbook.exchange.names import Numbers, Options, answers_of
from workbook.guides.values import expected_choice
from workbook.model.guide import PASS, Guide
from workbook.model.workshop import Spot


class Read(NamedTuple):
    """What a cell says: a choice, "" where nothing was answered, or why it cannot be read."""

    choice: str
    problem: str = ""


_NOTHING = re.compile(r"[\s\-–—−_.…·*/]*")
_UNANSWERED = {"n a", "null", "no answer"}  # folded: how LimeSurvey writes it
_CODE = re.compile(r"AO?(\d{1,3})", re.IGNORECASE)  # its names for answers: A1, A2 or AO01, AO02
_FORMULA = re.compile(r'="(.*)"', re.DOTALL)  # keeps a spreadsheet from changing the text

_NUMBER = re.compile(r"([+-]?\d{1,6})(?:[.,]0{1,2}(?!\d))?")
_OUT_OF = re.compile(r"\s*(?:/|of|out of|von|sur|de|di|van|av)\s*(\d{1,6})\b", re.IGNORECASE)
# "7-Oct" is what a spreadsheet makes of "7/10" or of "10/7", so a hyphen needs a blank.
_WORDS = re.compile(r"\s*(?:[–—=:.,;/|(\[]|-\s|(?<=\s)-)(.*)|[\s.,;:)\]]*", re.DOTALL)
_BEHIND = re.compile(r"\D*[(\[]\s*(\d{1,6})\s*[)\]]")

_COUNTED = re.compile(r"(?:\d{1,2}|[A-Za-z])\s*[.):]\s+")  # "1. Keep the date"
_PIECES = re.compile(r"\s*[(\[:,.–—]\s*|\s+-\s+")
_LANGUAGES = re.compile(r"[/|\n]")  # "Keep the date / Termin halten"


class CellReader:
    """Reads cells at one spot; the same text is thought about once."""

    def __init__(self, guide: Guide, spot: Spot, cells: Iterable[str] = ()) -> None:
        """All the cells of a question together tell what codes in them mean."""
        question = guide.questions[spot.question]
        self._may_pass = not expected_choice(question, spot.mark, PASS)
        # Translators: ways of writing that one would rather not answer, with | between them.
        words = tr(
            "pass|passed|I pass|skip|prefer not to say|I prefer not to say"
            "|rather not say|I'd rather not say|would rather not say|I would rather not say"
        )
        self._passes = {PASS, *map(fold, words.split("|"))}
        answers = answers_of(guide, spot)
        self._answer: Callable[[str], Read] = (
            _Numbers(answers, cells).read
            if isinstance(answers, Numbers)
            else _Options(answers).read
        )
        self._known: dict[str, Read] = {}

    def read(self, cell: str) -> Read:
        """What the cell says."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._read_new(tidy(cell))
        return known

    def _read_new(self, text: str) -> Read:
        folded = fold(text)
        if _NOTHING.fullmatch(text) or folded in _UNANSWERED:
            return Read("")
        if folded in self._passes:
            return Read(PASS) if self._may_pass else Read("", tr("Nobody can pass here."))
        return self._answer(text)


def tidy(cell: str) -> str:
    """A cell without what cannot be seen, and without what only keeps a spreadsheet off it."""
    text = "".join(c for c in cell if unicodedata.category(c) != "Cf").strip()
    if formula := _FORMULA.fullmatch(text):
        text = formula[1].strip()
    return text.removeprefix("'")


class _Numbers:
    """Reads whole numbers from low to high, some of which have names."""

    def __init__(self, numbers: Numbers, column: Iterable[str]) -> None:
        low, high = self.low, self.high = numbers.low, numbers.high
        self.labels = numbers.labels
        codes = {int(code[1]) for cell in set(column) if (code := _CODE.fullmatch(cell.strip()))}
        # A code is the number itself, or counts the answers from 1. Only one of both may fit.
        shifts = {
            shift for shift in (0, low - 1) if all(low <= code + shift <= high for code in codes)
        }
        self.shift = shifts.pop() if len(shifts) == 1 else None

    def read(self, text: str) -> Read:
        """The number of a cell that says something."""
        if code := _CODE.fullmatch(text):
            return _code() if self.shift is None else self._fitting(int(code[1]) + self.shift)
        if fold(text) in self.labels:
            return Read(str(self.labels[fold(text)]))
        if behind := _BEHIND.fullmatch(text):
            return self._fitting(int(behind[1]))
        number = _NUMBER.match(text)
        if number is None:
            return self._wrong()
        value, rest = int(number[1]), text[number.end() :]
        if out_of := _OUT_OF.match(rest):
            if int(out_of[1]) != self.high:
                return self._wrong()
            rest = rest[out_of.end() :]
        words = fold(rest)
        if self.labels.get(words) == value:
            return self._fitting(value)
        if words in self.labels or any(c.isdigit() for c in rest) or not _WORDS.fullmatch(rest):
            return _several() if ";" in rest else self._wrong()
        return self._fitting(value)

    def _fitting(self, value: int) -> Read:
        if self.low <= value <= self.high:
            return Read(str(value))
        return Read(
            "",
            tr("{number} is outside {low} to {high}.").format(
                number=value, low=self.low, high=self.high
            ),
        )

    def _wrong(self) -> Read:
        return Read(
            "",
            tr("Expected a whole number from {low} to {high}.").format(
                low=self.low, high=self.high
            ),
        )


class _Options:
    """Reads one of several things that can be chosen, by any of its names."""

    def __init__(self, options: Options) -> None:
        self.names, self.shown = options.names, options.shown

    def read(self, text: str) -> Read:
        """The choice of a cell that says something."""
        if whole := self._named(text):
            return Read(whole)
        if _CODE.fullmatch(text):
            return _code()
        answers = [answer for answer in text.split(";") if fold(answer)]  # ticked, several or one
        if len(answers) > 1:
            known = {self._begun(answer) for answer in answers}
        else:
            known = {self._begun(part) for part in _LANGUAGES.split(text)} - {""}
        if len(known) > 1:
            return _several()
        choice = known.pop() if known else ""
        return Read(choice) if choice else self._wrong()

    def _named(self, text: str) -> str:
        return self.names.get(fold(text)) or self.names.get(fold(_COUNTED.sub("", text, 1)), "")

    def _begun(self, text: str) -> str:
        """The one choice that a text begins with: "Keep the date – it is paid for"."""
        pieces = [self._named(piece) for piece in _PIECES.split(_COUNTED.sub("", text, 1))]
        return self._named(text) or (pieces[0] if len(set(pieces) - {""}) == 1 else "")

    def _wrong(self) -> Read:
        choices = ", ".join(map(quoted, self.shown))
        return Read("", tr("Expected one of these: {choices}.").format(choices=choices))


def _several() -> Read:
    return Read("", tr("More than one answer where one was asked for."))


def _code() -> Read:
    return Read(
        "",
        tr("A code that could mean several answers. Export again with full answers, not codes."),
    )

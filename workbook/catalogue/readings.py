"""Words every reading: what was found and why, plain and hedged, never a verdict."""

from fractions import Fraction
from typing import assert_never

from workbook.catalogue import ntr, tr
from workbook.catalogue.across import across_words
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_name, kind_phrase, leaning_name
from workbook.catalogue.outcome import LINE, outcome_words
from workbook.catalogue.purpose import (
    facts_words,
    gap_words,
    kind_words,
    priority_words,
    protects_first,
)
from workbook.catalogue.together import created_words, matches_words
from workbook.catalogue.words import Words, capitalised, listed, quoted, sentences, shorten
from workbook.model.kinds import Side
from workbook.readings.across import ToAsk
from workbook.readings.created import Created
from workbook.readings.distribution import Agreement, agreement_word
from workbook.readings.of_answers import AnswerReading
from workbook.readings.purpose import FactCount, Priority, Purpose
from workbook.readings.rare import Pressures, Promise, Pulse, Shortfall
from workbook.readings.wrong import Basis, BreakingPoint, Case, Cases, Sentence

__all__ = [
    "Words",
    "agreement_words",
    "breaking_point_words",
    "cases_words",
    "created_words",
    "facts_words",
    "gap_words",
    "kind_name",
    "kind_phrase",
    "kind_words",
    "leaning_name",
    "matches_words",
    "outcome_words",
    "pressures_words",
    "priority_words",
    "protects_first",
    "pulse_words",
    "reading_words",
    "sentence_words",
    "shortfall_words",
]


def reading_words(name: str, found: AnswerReading | None) -> Words | None:
    """The words of a reading by its name in a guide's page; None for "map", a drawing without
    words of its own, and while a reading is incomplete.

    Raises:
        ValueError: where nothing of this name is read from the four marks.
    """
    match found:
        case None:
            return None
        case Purpose():
            return _purpose_words(name, found)
        case Priority():
            return priority_words(found)
        case Pulse():
            return pulse_words(found)
        case Pressures():
            return pressures_words(found)
        case Shortfall():
            return shortfall_words(found)
        case Cases():
            return cases_words(found)
        case BreakingPoint():
            return breaking_point_words(found)
        case Sentence():
            return Words(sentence_words(found), _rests_on(found))
        case ToAsk():
            return across_words(found)
        case Created():
            return created_words(found)
        case FactCount():
            return facts_words(found.inside, found.outside)
        case [*_]:  # offers that match needs
            return matches_words(found)
        case _:
            assert_never(found)


def _purpose_words(name: str, found: Purpose) -> Words | None:
    match name:
        case "map":
            return None
        case "gap":
            return gap_words(found)
        case "kind":
            return kind_words(found)
        case _:
            raise ValueError(f"there are no words for the reading {name!r} with {found!r}")


def pulse_words(found: Pulse) -> Words:
    """How safe it is to speak up, by the median of the statements, and the lowest of them."""
    lead = tr("How safe it is to speak up: {median} of {high}, the median.").format(
        median=number(found.median), high=found.high
    )
    weakest = found.weakest
    if weakest:
        lowest = min(rating for _, rating in found.ratings)
        why = ntr("Lowest, at {rating}: {what}.", "Lowest, all at {rating}: {what}.", len(weakest))
        why = why.format(rating=lowest, what=listed([quoted(text) for text in weakest]))
    else:
        why = tr("All the statements stand at the same place.")
    return Words(lead, sentences(why, tr("A pulse of one moment, not a measured scale.")))


def pressures_words(found: Pressures) -> Words:
    """Which pressures weigh most."""
    strongest = found.strongest
    if not strongest:
        return Words(
            tr("None of these pressures seems to weigh on you."),
            tr("All of them stand at {low} of {high}.").format(low=found.low, high=found.high),
        )
    top = strongest[0].median
    at = {"rating": number(top), "high": found.high}
    weak = Fraction(top) * 2 < found.low + found.high
    names = listed([quoted(pressure.label) for pressure in strongest])
    if weak:
        lead = tr("None of these pressures seems to weigh much.")
        why = tr("Strongest, at {rating} of {high}: {names}.").format(names=names, **at)
    elif len(strongest) == 1:
        lead = tr("One pressure stands out, at {rating} of {high}.").format(**at)
        why = tr("It is {names}.").format(names=names)
    elif len(strongest) == len(found.pressures):
        lead = tr("All these pressures weigh alike, at {rating} of {high}.").format(**at)
        return Words(lead, tr("None of them stands out as the one to begin with."))
    else:
        lead = ntr(
            "{n} pressure weighs most, at {rating} of {high}.",
            "{n} pressures weigh most alike, at {rating} of {high}.",
            len(strongest),
        ).format(n=len(strongest), **at)
        why = tr("They are {names}.").format(names=names)
    rest = [number(pressure.median) for pressure in found.pressures[len(strongest) :]]
    others = ntr("The other stands at {ratings}.", "The others stand at {ratings}.", len(rest))
    others = others.format(ratings=listed(rest)) if rest else ""
    return Words(lead, sentences(why, others))


def shortfall_words(found: Shortfall) -> Words:
    """The hours that the promises need and people do not give."""
    missing, spare = found.missing, sum(-min(p.shortfall or 0, 0) for p in found.complete)
    numbers = tr("The promises need {needed} hours a month, and people give {given}.").format(
        needed=number(found.needed), given=number(found.given)
    )
    left_out = len(found.promises) - len(found.complete)
    partial = ""
    if left_out:
        partial = ntr(
            "{n} promise without both figures is left out.",
            "{n} promises without both figures are left out.",
            left_out,
        ).format(n=left_out)
    if missing:
        lead = tr("Hours missing each month: {hours}.").format(hours=number(missing))
        return Words(lead, sentences(numbers, _where_missing(found, missing, spare), partial))
    if spare:
        lead = tr("No hours seem to be missing.")
        more = tr("That is {hours} more than needed.").format(hours=number(spare))
        return Words(lead, sentences(numbers, more, partial))
    return Words(tr("Needed and given hours come out the same."), sentences(numbers, partial))


def _where_missing(found: Shortfall, missing: float, spare: float) -> str:
    short = [p for p in found.complete if (p.shortfall or 0) > 0]
    most = max(short, key=lambda p: p.shortfall or 0)
    where = ""
    if len(short) > 1 and most.promise:
        where = tr("The largest gap, {hours}, is in {promise}.").format(
            hours=number(most.shortfall or 0), promise=_named(most)
        )
    elif most.promise:
        where = tr("They are missing from {promise}.").format(promise=_named(most))
    if not spare:
        return where
    other = tr("What is to spare elsewhere, {hours}, does not fill it.").format(hours=number(spare))
    return sentences(where, other)


def _named(promise: Promise) -> str:
    return quoted(shorten(promise.promise, LINE))


def cases_words(found: Cases) -> Words:
    """People or work first in the cases, and where that is another choice than last time."""
    people, work = found.count(Side.INSIDE), found.count(Side.OUTSIDE)
    chosen = people + work
    passed = ""
    if found.passes:
        passed = ntr("You passed on {n} case.", "You passed on {n} cases.", found.passes)
        passed = passed.format(n=found.passes)
    if not chosen:
        return Words(tr("No choice in any of the cases yet."), passed)
    return Words(_cases_lead(people, work), sentences(passed, *_last_time(found)))


def _cases_lead(people: int, work: int) -> str:
    n = people + work
    if not work:
        return ntr(
            "People first in the one case chosen.", "People first in all {n} cases.", n
        ).format(n=n)
    if not people:
        return ntr("Work first in the one case chosen.", "Work first in all {n} cases.", n).format(
            n=n
        )
    if people == work:
        return ntr(
            "Half and half: people first in {n} case, work first in {n}.",
            "Half and half: people first in {n} cases, work first in {n}.",
            people,
        ).format(n=people)
    if people > work:
        return tr("People first in {people} of {n} cases.").format(people=people, n=n)
    return tr("Work first in {work} of {n} cases.").format(work=work, n=n)


def _last_time(found: Cases) -> tuple[str, ...]:
    if not found.compared:
        return (tr("There is no last time yet to compare with."),)
    if not found.differing:
        same = ntr(
            "Where there was a last time, in {n} case, it went the same way.",
            "Where there was a last time, in {n} cases, it went the same way.",
            found.compared,
        )
        return (same.format(n=found.compared),)
    to_people = [case for case in found.differing if case.chosen is Side.INSIDE]
    to_work = [case for case in found.differing if case.chosen is Side.OUTSIDE]
    parts = []
    if to_people:
        parts.append(
            tr("You chose people where work came first last time: {cases}.").format(
                cases=_titles(to_people)
            )
        )
    if to_work:
        parts.append(
            tr("You chose work where people came first last time: {cases}.").format(
                cases=_titles(to_work)
            )
        )
    return tuple(parts)


def _titles(cases: list[Case]) -> str:
    return listed([quoted(case.title) for case in cases])


def breaking_point_words(found: BreakingPoint) -> Words:
    """From where on work comes first in the story of the rungs."""
    total = len(found.rungs)
    if found.rung is None:
        lead = tr("People first on every rung.")
        why = tr("Even at {rung}.").format(rung=quoted(found.rungs[-1]))
    elif found.rung == 0:
        lead = tr("Work first from the first rung on.")
        why = tr("It turns as early as {rung}.").format(rung=quoted(found.rungs[0]))
    else:
        if found.rung == total - 1:
            lead = tr("People first until the last rung.")
        else:
            lead = tr("People first up to rung {rung} of {total}.").format(
                rung=found.rung, total=total
            )
        why = tr("From {rung} on, work comes first.").format(rung=quoted(found.rungs[found.rung]))
    return Words(lead, sentences(why, tr("That is in a story; a real night may go another way.")))


def sentence_words(found: Sentence) -> str:
    """The order as a sentence: "A, even over B, until Z."."""
    if found.until:
        text = tr("{first}, even over {over}, until {until}.")
    else:
        text = tr("{first}, even over {over}.")
    return capitalised(text.format(first=found.first, over=found.over, until=found.until))


def _rests_on(found: Sentence) -> str:
    """By whom the order was put so, where that is not one person alone."""
    match found.basis:
        case Basis.OWN:
            return ""
        case Basis.WRITTEN:
            return tr("Written down in the room; nobody voted on it.")
        case Basis.VOTED:
            words = ntr(
                "{votes} of {n} person in the room put it first.",
                "{votes} of {n} people in the room put it first.",
                found.people,
            ).format(votes=found.votes, n=found.people)
            ending = tr("The ending was written down.") if found.until else ""
            return sentences(words, ending)
        case _:
            assert_never(found.basis)


def agreement_words(value: float) -> Words:
    """How far people agree, from van der Eijk's A: words lead, the figure stands in small print."""
    lead = {
        Agreement.ALIGNED: tr("Aligned: most marks lie close together."),
        Agreement.SPREAD: tr("Spread: the marks lean one way, loosely."),
        Agreement.SCATTERED: tr("Scattered: the marks lie all over the line."),
        Agreement.SPLIT: tr("Split: the marks stand in camps apart."),
    }[agreement_word(value)]
    return Words(
        lead,
        tr(
            "Agreement {value}, from −1, two camps, over 0, evenly spread, to 1, all at one place."
        ).format(value=number(value)),
    )

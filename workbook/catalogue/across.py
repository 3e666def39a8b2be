"""Words the one open question about answers that do not go together: warm, and never blaming."""

from typing import assert_never

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import Words, sentences
from workbook.model.kinds import Side
from workbook.readings.across import Across, Contradiction, ToAsk


def across_words(found: ToAsk) -> Words:
    """The question, and the two answers it is about."""
    if found.in_room:
        answers = _in_room(found.about)
        may_be = tr("There may well be a reason; perhaps it is worth a talk.")
    else:
        answers = _alone(found.about)
        may_be = tr("There may well be a reason; perhaps it is worth a thought.")
    return Words(tr("What would have to be true for both?"), sentences(answers, may_be))


def _alone(found: Contradiction) -> str:
    inside = found.side is Side.INSIDE
    match found.about:
        case Across.CASES_ORDER if found.rungs and inside:
            return tr(
                "In every case and on every rung you put people first, "
                "and yet work first in the order."
            )
        case Across.CASES_ORDER if found.rungs:
            return tr(
                "In every case and on every rung you put work first, "
                "and yet people first in the order."
            )
        case Across.CASES_ORDER if inside:
            return tr("In every case you put people first, and yet work first in the order.")
        case Across.CASES_ORDER:
            return tr("In every case you put work first, and yet people first in the order.")
        case Across.CASES_LADDER if inside:
            return tr("In every case you put people first, and yet work on every rung.")
        case Across.CASES_LADDER:
            return tr("In every case you put work first, and yet people on every rung.")
        case Across.FACTS_DO if inside:
            told = tr("You marked that you do more for the outside than for each other.")
            return sentences(_facts_inside(found), told)
        case Across.FACTS_DO:
            told = tr("You marked that you do more for each other than for the outside.")
            return sentences(_facts_outside(found), told)
        case Across.WISH_ORDER if inside:
            return tr("You wish to stand nearer to trust, and yet put work first in the order.")
        case Across.WISH_ORDER:
            return tr("You wish to stand nearer to results, and yet put people first in the order.")
        case _:
            assert_never(found.about)


def _in_room(found: Contradiction) -> str:
    """The same of a room, where each answer is that of more than half of the people in it."""
    inside = found.side is Side.INSIDE
    match found.about:
        case Across.CASES_ORDER if found.rungs and inside:
            return tr(
                "In every case and on every rung more than half of us put people first, "
                "and yet more than half put work first in the order."
            )
        case Across.CASES_ORDER if found.rungs:
            return tr(
                "In every case and on every rung more than half of us put work first, "
                "and yet more than half put people first in the order."
            )
        case Across.CASES_ORDER if inside:
            return tr(
                "In every case more than half of us put people first, "
                "and yet more than half put work first in the order."
            )
        case Across.CASES_ORDER:
            return tr(
                "In every case more than half of us put work first, "
                "and yet more than half put people first in the order."
            )
        case Across.CASES_LADDER if inside:
            return tr(
                "In every case more than half of us put people first, "
                "and yet more than half put work first on every rung."
            )
        case Across.CASES_LADDER:
            return tr(
                "In every case more than half of us put work first, "
                "and yet more than half put people first on every rung."
            )
        case Across.FACTS_DO if inside:
            told = tr(
                "More than half of us marked that we do more for the outside than for each other."
            )
            return sentences(_facts_inside(found), told)
        case Across.FACTS_DO:
            told = tr(
                "More than half of us marked that we do more for each other than for the outside."
            )
            return sentences(_facts_outside(found), told)
        case Across.WISH_ORDER if inside:
            return tr(
                "More than half of us wish to stand nearer to trust, "
                "and yet more than half put work first in the order."
            )
        case Across.WISH_ORDER:
            return tr(
                "More than half of us wish to stand nearer to results, "
                "and yet more than half put people first in the order."
            )
        case _:
            assert_never(found.about)


def _facts_inside(found: Contradiction) -> str:
    n = found.facts + found.other_facts
    if found.other_facts:
        words = ntr("{inside} of {n} fact points inside.", "{inside} of {n} facts point inside.", n)
        return words.format(inside=found.facts, n=n)
    if n == 2:
        return tr("Both facts point inside.")
    words = ntr("The {n} fact points inside.", "All {n} facts point inside.", n)
    return words.format(n=n)


def _facts_outside(found: Contradiction) -> str:
    n = found.facts + found.other_facts
    if found.other_facts:
        words = ntr(
            "{outside} of {n} fact points outside.", "{outside} of {n} facts point outside.", n
        )
        return words.format(outside=found.facts, n=n)
    if n == 2:
        return tr("Both facts point outside.")
    words = ntr("The {n} fact points outside.", "All {n} facts point outside.", n)
    return words.format(n=n)

"""Words the readings of purpose and priority: gap, kind, drift, facts, what is protected first."""

from typing import assert_never

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_phrase, leaning_name
from workbook.catalogue.words import Words, listed, sentences
from workbook.readings.purpose import Kind, Leaning, Point, Priority, Purpose


def gap_words(found: Purpose) -> Words:
    """What is said against what is done, on both scales."""
    # Translators: four marks from 0 to 10.
    numbers = tr(
        "For each other you say {inside_say} and do {inside_do}, "
        "for the outside you say {outside_say} and do {outside_do}."
    ).format(
        inside_say=found.inside.say,
        inside_do=found.inside.do,
        outside_say=found.outside.say,
        outside_do=found.outside.do,
    )
    say, do = found.say.leaning, found.do.leaning
    if say == do or not found.apart:
        lead, why = _same_leaning(found), ""
    else:
        lead = tr("You say {said}, you do {done}.").format(
            said=leaning_name(say), done=leaning_name(do)
        )
        why = _why_leanings_differ(say, do)
    return Words(lead, sentences(why, numbers, _facts_caveat(found)))


def _same_leaning(found: Purpose) -> str:
    inside, outside = found.inside.difference, found.outside.difference
    if inside == outside == 0:
        return tr("By these marks, you do as you say.")
    if not found.apart:
        return tr("You say and do nearly the same.")
    if found.inside.told and found.outside.told and (inside > 0) is (outside > 0):
        if inside > 0:
            return tr("You do more on both sides than you say.")
        return tr("You say more on both sides than you do.")
    if abs(inside) >= abs(outside):
        if inside > 0:
            return tr("You do more for each other than you say.")
        return tr("You say more for each other than you do.")
    if outside > 0:
        return tr("You do more for the outside than you say.")
    return tr("You say more for the outside than you do.")


def _why_leanings_differ(say: Leaning, do: Leaning) -> str:
    if do is Leaning.NEITHER:
        return tr("Both marks for what you do are low; a group between two things can look so.")
    if do is Leaning.BETWEEN:
        return tr("What you do stands on the middle line, so it could be read either way.")
    if say is Leaning.OUTSIDE and do is Leaning.INSIDE:
        return tr(
            "That is common: an outside goal is often the banner while people come for each other."
        )
    if say is Leaning.BOTH and do is Leaning.INSIDE:
        return tr("That is common: the goal is named, and the evenings go to each other.")
    if say is Leaning.INSIDE and do is Leaning.OUTSIDE:
        return tr("It may be that the work has grown over what people first came for.")
    if say is Leaning.BOTH and do is Leaning.OUTSIDE:
        return tr("It may be that the work takes the hours that were meant for each other.")
    if say is Leaning.OUTSIDE and do is Leaning.BOTH:
        return tr("There seems to be more between you than your words tell.")
    if say is Leaning.INSIDE and do is Leaning.BOTH:
        return tr("You seem to do more for the outside than your words tell.")
    return tr("What you do seems clearer than what you say about it.")


def _facts_caveat(found: Purpose) -> str:
    if not found.facts:
        return tr("What you do rests on no fact yet, so take it as an impression.")
    if found.do.leaning is Leaning.INSIDE and found.facts_outside > found.facts_inside:
        return _facts_outside(found)
    if found.do.leaning is Leaning.OUTSIDE and found.facts_inside > found.facts_outside:
        return _facts_inside(found)
    if found.do.leaning is Leaning.BOTH and found.facts > 1:
        if not found.facts_inside:
            return _facts_outside(found)
        if not found.facts_outside:
            return _facts_inside(found)
    return ""


def _facts_inside(found: Purpose) -> str:
    return ntr(
        "Your one fact points inside, though; perhaps look at both again.",
        "Of your {n} facts, {inside} point inside, though; perhaps look at both again.",
        found.facts,
    ).format(n=found.facts, inside=found.facts_inside)


def _facts_outside(found: Purpose) -> str:
    return ntr(
        "Your one fact points outside, though; perhaps look at both again.",
        "Of your {n} facts, {outside} point outside, though; perhaps look at both again.",
        found.facts,
    ).format(n=found.facts, outside=found.facts_outside)


def facts_words(inside: int, outside: int) -> Words:
    """What the written facts point to."""
    if not inside and not outside:
        return Words(
            tr("No fact points inside or outside yet."),
            tr("One line from the calendar, the money or the praise is enough to begin."),
        )
    numbers = tr("Inside: {inside}. Outside: {outside}.").format(inside=inside, outside=outside)
    if not outside:
        return Words(tr("The facts so far point inside."), numbers)
    if not inside:
        return Words(tr("The facts so far point outside."), numbers)
    if inside == outside:
        return Words(tr("The facts so far point both ways alike."), numbers)
    if inside > outside:
        return Words(tr("More of the facts so far point inside."), numbers)
    return Words(tr("More of the facts so far point outside."), numbers)


def kind_words(found: Purpose) -> Words:
    """What the essay's definition calls the group by what it does, and how its words differ."""
    rests = tr(
        "What you do stands at {inside} for each other and {outside} for the outside."
    ).format(inside=found.inside.do, outside=found.outside.do)
    lead, why = kind_lead(found.do)
    caveat = "" if found.facts else tr("It rests on no fact yet.")
    drift = drift_sentence(found.say, found.do)
    if not found.apart and found.say.drifts_from(found.do):
        drift = tr("What you say lies within a point of that.")
    return Words(lead, sentences(rests, why, drift, caveat))


def kind_lead(do: Point) -> tuple[str, str]:
    """What the essay's definition calls a place on the map, and a sentence on it, "" for none."""
    match do.kind:
        case Kind.COMMUNITY:
            return tr("By the essay’s definition, a community."), ""
        case Kind.BOTH:
            return (
                tr("By the essay’s definition, a community with both."),
                kind_sentence(do.kind),
            )
        case Kind.TEAM:
            return (
                tr("By the essay’s definition, a team or project."),
                kind_sentence(do.kind),
            )
        case Kind.UNCLEAR:
            return (
                tr("By the essay’s definition, not clear yet."),
                tr("Both marks are low, so the definition has little to hold on to."),
            )
        case Kind.ON_LINE:
            return _on_line(do)
        case _:
            assert_never(do.kind)


def kind_sentence(kind: Kind) -> str:
    """A sentence on what a kind of group is, "" where its name says it."""
    match kind:
        case Kind.BOTH:
            return tr("An outside purpose beside the inside one takes nothing away; it seems rare.")
        case Kind.TEAM:
            return tr("That is another thing than a community, not a lesser one.")
        case Kind.COMMUNITY | Kind.UNCLEAR | Kind.ON_LINE:
            return ""
        case _:
            assert_never(kind)


def _on_line(do: Point) -> tuple[str, str]:
    if len(do.borders) > 2:
        return tr("In the very middle of the map."), tr("All four kinds meet there.")
    between = listed([kind_phrase(kind) for kind in do.borders])
    why = tr("A mark of exactly 5 stands between two kinds: {kinds}.").format(kinds=between)
    return tr("By the essay’s definition, on the line."), why


def drift_sentence(say: Point, do: Point) -> str:
    """Whether the words would be called the same as the deeds."""
    if not say.drifts_from(do):
        return tr("What you say would be called the same.")
    if say.kind is Kind.ON_LINE:
        return tr("What you say would stand on the line.")
    if say.kind is Kind.UNCLEAR:
        return tr("What you say would not be clear yet.")
    return tr("What you say would be called {kind}.").format(kind=kind_phrase(say.kind))


def protects_first(now: float) -> str:
    """What comes first by a mark from 0, trust, to 10: "Trust: 4, where 10 is results"."""
    if now < 5:
        return tr("Trust: {now}, where 10 is results").format(now=number(now))
    if now > 5:
        return tr("Results: {now}, where 0 is trust").format(now=number(now))
    return tr("Neither: 5, in the middle")


def priority_words(found: Priority) -> Words:
    """Trust or results, now and wished."""
    numbers = tr("From 0, trust, to 10, results: now {now}, wished {wished}.").format(
        now=found.now, wished=found.wished
    )
    return Words(_priority_lead(found), sentences(numbers, _crossing(found)))


def _priority_lead(found: Priority) -> str:
    if found.difference == 0:
        return tr("You would leave the order as it is.")
    if not found.told:
        return tr("You would leave the order nearly as it is.")
    if found.difference < 0:
        return tr("You would move towards trust.")
    return tr("You would move towards results.")


def _crossing(found: Priority) -> str:
    if found.now > 5 > found.wished:
        return tr("The wish would put trust first instead.")
    if found.now < 5 < found.wished:
        return tr("The wish would put results first instead.")
    if found.now == found.wished == 5:
        return tr("The middle is a fair place for now; when things go wrong, one tends to lead.")
    if found.wished < 5:
        still = found.now < 5
        return tr("Trust would still come first.") if still else tr("Trust would come first.")
    if found.wished > 5:
        still = found.now > 5
        return tr("Results would still come first.") if still else tr("Results would come first.")
    return tr("The wish is in the middle; when things go wrong, one tends to lead.")

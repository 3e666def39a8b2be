"""Words what a room chose: the cases, the breaking point, consent and other choices."""

from collections.abc import Sequence

from workbook.catalogue import ntr, tr
from workbook.catalogue.round_parts import (
    clauses,
    fitting,
    names_all,
    passed,
    passes_clause,
    titled,
    withheld_words,
)
from workbook.catalogue.words import Words, listed, quoted, sentences
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    CaseVotes,
    ConsentVotes,
    OptionVotes,
)

GOING_ALONG = 3  # the level of consent below which objections are invited


def cases_of_room_words(found: CasesOfRoom) -> Words:
    """Which case divides the room most, and each by itself; a single one by its figures."""
    if all(case.withheld for case in found.cases):
        return withheld_words(
            sum(case.passes for case in found.cases) if len(found.cases) == 1 else 0
        )
    if len(found.cases) == 1:
        return _one_case(found.cases[0])
    items = tuple(_case_item(case) for case in found.cases)
    chosen = [case for case in found.cases if case.people + case.work]
    if not chosen:
        return Words(tr("Nobody has chosen in any of these cases."), "", items)
    return Words(_divided_lead(found), _leaning(chosen), items)


def _leaning(chosen: Sequence[CaseVotes]) -> str:
    """In how many of the cases more put people first, in how many work, and in how many as many."""
    n = len(chosen)
    people = sum(case.people > case.work for case in chosen)
    work = sum(case.people < case.work for case in chosen)
    if n == 2 and people == n:
        words = tr("In both cases more put people first than work.")
    elif n == 2 and work == n:
        words = tr("In both cases more put work first than people.")
    elif n > 2 and people == n:
        words = tr("In all {n} cases more put people first than work.")
    elif n > 2 and work == n:
        words = tr("In all {n} cases more put work first than people.")
    else:
        words = ntr(
            "Of {n} case, more put people first in {people}, and work first in {work}.",
            "Of {n} cases, more put people first in {people}, and work first in {work}.",
            n,
        )
    level = n - people - work
    even = ntr("In {n} it is level.", "In {n} it is level.", level) if level else ""
    return sentences(words.format(n=n, people=people, work=work), even.format(n=level))


def _divided_lead(found: CasesOfRoom) -> str:
    for case in found.cases:
        if case.question == found.most_divided:
            return fitting(tr("Most divided: “{name}”."), case.title)
    return tr("No case seems to divide the room.")


def _one_case(case: CaseVotes) -> Words:
    chosen = case.people + case.work
    said = clauses(
        _case_before(case), _last_time(case), _compared(case), passes_clause(case.passes)
    )
    if not chosen:
        return Words(tr("Nobody has chosen."), said)
    if case.people and case.work:
        return Words(clauses(_choice(case)), said)
    if case.people:
        lead = ntr("The one who chose puts people first.", "All {n} put people first.", chosen)
    else:
        lead = ntr("The one who chose puts work first.", "All {n} put work first.", chosen)
    return Words(lead.format(n=chosen), sentences(said, names_all(chosen)))


def _case_item(case: CaseVotes) -> str:
    if case.withheld:
        said = tr("fewer than five answered, so nothing is shown")
    elif case.people + case.work:
        said = _choice(case)
    else:
        said = tr("nobody has chosen")
    parts = (
        said,
        _case_before(case),
        _last_time(case),
        _compared(case),
        passes_clause(case.passes),
    )
    return titled(case.title, *parts)


def _choice(case: CaseVotes) -> str:
    return tr("{people} for people first, {work} for work first").format(
        people=case.people, work=case.work
    )


def _case_before(case: CaseVotes) -> str:
    if case.people_before is None or case.work_before is None or case.withheld:
        return ""
    words = tr("before, it was {people} and {work}").format(
        people=case.people_before, work=case.work_before
    )
    if case.to_people is None or case.to_work is None:
        return words
    return tr("{before}, {to_people} went over to people and {to_work} to work").format(
        before=words, to_people=case.to_people, to_work=case.to_work
    )


def _last_time(case: CaseVotes) -> str:
    """What was done last time, as those say who answered that."""
    said = [
        (case.last_people, ntr("{n} says people", "{n} say people", case.last_people)),
        (case.last_work, ntr("{n} says work", "{n} say work", case.last_work)),
        (
            case.last_never,
            ntr("{n} says it has not happened", "{n} say it has not happened", case.last_never),
        ),
    ]
    told = [words.format(n=n) for n, words in said if n]
    return tr("last time: {told}").format(told=listed(told)) if told else ""


def _compared(case: CaseVotes) -> str:
    if case.compared is None or case.differ is None:
        return ""
    return tr("{differ} of {n} chose otherwise than was done").format(
        differ=case.differ, n=case.compared
    )


def breaking_words(found: BreakingShares) -> Words:
    """From which rung on half of the room would put work first."""
    if found.withheld:
        return withheld_words(found.passes)
    if not found.answered:
        return Words(tr("Nobody has named a rung."), passed(found.passes))
    staying = [str(round(share * found.answered)) for share in found.shares]
    words = tr("rung by rung, {people} of {n} still put people first")
    if len(set(staying)) == 1:
        words = tr("on every rung {people} of {n} still put people first")
        staying = staying[:1]
    figures = words.format(people=listed(staying), n=found.answered)
    never = ""
    if found.never:
        never = ntr("{n} would never turn", "{n} would never turn", found.never)
        never = never.format(n=found.never)
    hedge = tr("That is in a story; a real night may go another way.")
    return Words(
        _breaking_lead(found),
        sentences(
            clauses(figures, _breaking_before(found), never, passes_clause(found.passes)), hedge
        ),
    )


def _breaking_before(found: BreakingShares) -> str:
    if not found.before:
        return ""
    staying = [str(round(share * found.answered_before)) for share in found.before]
    return tr("before, {people} of {n}").format(people=listed(staying), n=found.answered_before)


def _breaking_lead(found: BreakingShares) -> str:
    at = next((at for at, share in enumerate(found.shares) if share <= 0.5), None)
    if at is None:
        if found.never == found.answered and not found.passes:
            return ntr(
                "The one who answered puts people first on every rung.",
                "All {n} put people first on every rung.",
                found.answered,
            ).format(n=found.answered)
        return tr("Most put people first on every rung.")
    half = found.shares[at] == 0.5
    if at == 0:
        if half:
            return tr("From the first rung on, half would put work first.")
        return tr("From the first rung on, most would put work first.")
    words = tr("From “{name}” on, most would put work first.")
    if half:
        words = tr("From “{name}” on, half would put work first.")
    return fitting(words, found.rungs[at])


def consent_words(found: ConsentVotes) -> Words:
    """How many block it, have reservations or go along, who passed, and how many at each level. It
    is what one round counted: whether words are agreed on follows from `catalogue.consent` alone.
    """
    if found.withheld:
        return withheld_words(found.passes)
    if not found.answered:
        return Words(tr("Nobody has answered yet."), passed(found.passes))
    levels = [
        tr("{n} at {level}").format(n=people, level=quoted(label))
        for people, label in reversed(tuple(zip(found.counts, found.labels, strict=True)))
        if people
    ]
    said = clauses(listed(levels), *_consent_before(found))
    same = names_all(found.answered) if len(levels) == 1 else ""
    lead = clauses(", ".join(filter(None, (_consent_lead(found), passes_clause(found.passes)))))
    return Words(lead, sentences(said, same))


def _consent_lead(found: ConsentVotes) -> str:
    """What decides: those who block it, else those who have reservations, else who goes along."""
    blocks = found.counts[0]
    if blocks:
        return ntr("{n} blocks it", "{n} block it", blocks).format(n=blocks)
    if found.low:
        words = ntr("{n} has reservations", "{n} have reservations", found.low)
        return words.format(n=found.low)
    words = ntr("{n} goes along", "{n} go along", found.along)
    return words.format(n=found.along)


def invitation(found: ConsentVotes) -> str:
    """What the room is told where somebody stands below 3, "" elsewhere. On no paper."""
    if not found.low:
        return ""
    return tr("Worries are invited from whoever offers one; nobody has to explain a number.")


def _consent_before(found: ConsentVotes) -> tuple[str, ...]:
    if not found.before:
        return ()
    low = sum(found.before[:GOING_ALONG])
    before = ntr("before, {n} stood below 3", "before, {n} stood below 3", low).format(n=low)
    if found.higher is None or found.lower is None:
        return (before,)
    moved = tr("{higher} went higher, {lower} lower").format(higher=found.higher, lower=found.lower)
    return before, moved


def option_words(found: OptionVotes) -> Words:
    """What was chosen most often."""
    if found.withheld:
        return withheld_words(found.passes)
    if not found.answered:
        return Words(tr("Nobody has answered yet."), passed(found.passes))
    counted = _chosen([(option, n) for option, n in found.options if n])
    before = _options_before(found)
    said = clauses(counted, before, passes_clause(found.passes))
    most = max(n for _, n in found.options)
    leading = [option for option, n in found.options if n == most]
    if most == found.answered and not found.passes:
        lead = ntr("The one who answered chose “{name}”.", "All {n} chose “{name}”.", most)
        lead = fitting(lead, leading[0], n=most)
        return Words(lead, sentences(clauses(before, passes_clause(found.passes)), names_all(most)))
    if len(leading) > 1:
        return Words(tr("No one answer leads."), said)
    lead = tr("Most often: “{name}”, {n} of {all}.")
    same = names_all(most) if most == found.answered else ""
    return Words(fitting(lead, leading[0], n=most, all=found.answered), sentences(said, same))


def _chosen(counted: Sequence[tuple[str, int]]) -> str:
    return listed([tr("{n} chose {option}").format(n=n, option=quoted(o)) for o, n in counted])


def _options_before(found: OptionVotes) -> str:
    past = zip(found.options, found.before, strict=bool(found.before))
    counted = [(option, n) for (option, _), n in past if n]
    return tr("before, {counts}").format(counts=_chosen(counted)) if counted else ""

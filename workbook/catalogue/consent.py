"""Words what the group's words are: agreed on, or a proposal and what stands against it, in counts.

Only here are words of a group called agreed, decided or those that it left with, and only where the
one state of them is carried. A scan of the program's words tests that.
"""

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import Words, capitalised, sentences
from workbook.readings.consent import Consent, ConsentRound, ConsentState


def state_words(found: Consent) -> Words:
    """The state of the words: a headline with its counts and passes, and what it rests on."""
    last = found.last
    if last is None:
        return Words(tr("Nobody has been asked for consent yet."))
    match found.state:
        case ConsentState.NOT_ASKED:
            return Words(tr("Nobody has been asked for consent yet."))
        case ConsentState.UNKNOWN:
            why = tr("The vote was held with an older version, which did not keep its words.")
            return Words(tr("Which words were voted on is not known."), why)
        case ConsentState.WITHHELD:
            why = tr("With so few secret scores, people could be guessed, so none is shown.")
            return Words(tr("The vote is not shown: fewer than five scores."), why)
        case ConsentState.CHANGED:
            return Words(_changed(found.changed), _vote_before(found, last))
        case state:
            return Words(_headline(state, last), _rest(state, found, last))


def _headline(state: ConsentState, last: ConsentRound) -> str:
    """What a round says of its own words, with its counts."""
    counts = counts_words(last)
    match state:
        case ConsentState.BLOCKED:
            return tr("Not agreed: {counts}.").format(counts=counts)
        case ConsentState.NOT_YET:
            return tr("Not agreed yet: {counts}.").format(counts=counts)
        case ConsentState.TOO_FEW:
            return tr("Too few scores: {counts}.").format(counts=counts)
        case ConsentState.CARRIED if last.worded:
            return tr("Agreed: {counts}.").format(counts=counts)
        case ConsentState.CARRIED:
            return tr("There were no words to go along with.")
        case _:
            raise ValueError(f"a round is never {state} by itself")


def counts_words(last: ConsentRound) -> str:
    """The counts that decide, and after them who passed and who gave no answer: "5 go along,
    9 passed". Those who block stand before those who have reservations, and these before the rest.
    """
    if last.blocks:
        lead = ntr("{n} of {all} blocks it", "{n} of {all} block it", last.blocks)
        lead = lead.format(n=last.blocks, all=last.asked)
    elif last.reservations:
        lead = ntr(
            "{n} of {all} stands at 1 or 2", "{n} of {all} stand at 1 or 2", last.reservations
        ).format(n=last.reservations, all=last.asked)
    elif not last.scored:
        lead = tr("nobody gave one")
    elif last.scored == last.asked > 1:
        lead = tr("all {n} go along").format(n=last.scored)
    else:
        lead = ntr("{n} goes along", "{n} go along", last.scored).format(n=last.scored)
    return ", ".join(filter(None, (lead, *_without(last))))


def along_words(found: Consent) -> str:
    """How many of the room go along with these very words: "5 of 14, 9 passed"; "" where nobody can
    say that.
    """
    unsaid = (ConsentState.UNKNOWN, ConsentState.WITHHELD, ConsentState.CHANGED)
    if found.last is None or found.state in unsaid:
        return ""
    along = tr("{n} of {all}").format(n=found.last.going_along, all=found.last.asked)
    return ", ".join(filter(None, (along, *_without(found.last))))


def _without(last: ConsentRound) -> tuple[str, str]:
    """How many passed, and how many gave no answer; "" for nobody."""
    passed = ntr("{n} passed", "{n} passed", last.passes).format(n=last.passes)
    silent = ntr("{n} gave no answer", "{n} gave no answer", last.silent).format(n=last.silent)
    return passed if last.passes else "", silent if last.silent else ""


def _rest(state: ConsentState, found: Consent, last: ConsentRound) -> str:
    """What else is to be known: those who are not in the headline, or how many are needed."""
    if state is ConsentState.TOO_FEW:
        return _needed(found.needed, last.people)
    if state is ConsentState.CARRIED:
        return ""
    others = []
    if last.blocks and last.reservations:
        words = ntr("{n} stands at 1 or 2", "{n} stand at 1 or 2", last.reservations)
        others.append(words.format(n=last.reservations))
    if last.going_along:
        words = ntr("{n} goes along", "{n} go along", last.going_along)
        others.append(words.format(n=last.going_along))
    return tr("{sentence}.").format(sentence=", ".join(others)) if others else ""


def _needed(needed: int, people: int) -> str:
    if people < 2:
        return ""
    if needed >= people:
        words = tr("Consent needs a score from each of the {people} people in the room.")
        return words.format(people=people)
    return ntr(
        "Consent needs a score from {n} of the {people} people in the room at least.",
        "Consent needs scores from {n} of the {people} people in the room at least.",
        needed,
    ).format(n=needed, people=people)


def _changed(which: tuple[str, ...]) -> str:
    """Which of the words were changed since the vote on them."""
    if which == ("purpose",):
        return tr("The purpose statement was changed since the vote.")
    if which == ("priority",):
        return tr("The priority sentence was changed since the vote.")
    return tr("Purpose and priority were changed since the vote.")


def _vote_before(found: Consent, last: ConsentRound) -> str:
    """The state that the words of the vote had themselves."""
    counts = counts_words(last)
    match found.of_round:
        case ConsentState.BLOCKED:
            words = tr("The words that were voted on were blocked: {counts}.")
        case ConsentState.NOT_YET:
            words = tr("The words that were voted on were not carried: {counts}.")
        case ConsentState.TOO_FEW:
            words = tr("For the words that were voted on there were too few scores: {counts}.")
        case ConsentState.CARRIED if last.worded:
            words = tr("The words that were voted on were carried: {counts}.")
        case _:
            return tr("There were no words in that vote.")
    return words.format(counts=counts)


def kept_words(found: Consent | None, day: str) -> str:
    """Whose words these are, of which day: agreed on, a proposal, or somebody's alone.

    Args:
        found: their state, None alone.
        day: in words.
    """
    if found is None:
        words = tr("One person’s words on {date}.")
    elif found.carried:
        words = tr("Agreed on {date}.")
    else:
        words = tr("A proposal of {date}.")
    return words.format(date=day).replace("….", "…")


def standing_words(found: Consent) -> str:
    """What stands for the words or against them, as it follows after whose words they are."""
    if found.carried and found.last is not None:
        return tr("{sentence}.").format(sentence=capitalised(counts_words(found.last)))
    return state_words(found).lead


def wall_words(found: Consent, *, voting: bool) -> str:
    """What the room reads below the words. While a round is open or not shown yet, nothing of an
    earlier one.
    """
    if voting or found.state is ConsentState.NOT_ASKED:
        return tr("A proposal.")
    lead = state_words(found).lead
    return lead if found.carried else sentences(tr("A proposal."), lead)


def going_on(prompt: str, because: str) -> str:
    """The line for going on all the same: "We go on with it, because the boat is rented."; "" where
    none was written.

    Args:
        prompt: how the line begins, as the guide asks for it.
        because: what was written.
    """
    text = " ".join(because.split())
    if not text:
        return ""
    begun = prompt.rstrip(" ….")
    if text.casefold().startswith(begun.casefold()):
        begun = ""
    ended = text if text.endswith((".", "!", "?", "…")) else tr("{sentence}.").format(sentence=text)
    return sentences(begun, ended)


def take_home_lead(found: Consent, day: str) -> str:
    """What a sheet to take home tells of that day."""
    words = tr("What came out on {date}, and what happens next.")
    if found.carried:
        words = tr("What we decided on {date}, and what happens next.")
    return words.format(date=day)


def letter_lead(found: Consent, *, worded: bool) -> str:
    """How a letter speaks of the words that it holds, or of those that are added by hand."""
    if not worded:
        return tr("Words stand below, by hand. Read them aloud, first of all.")
    if found.carried:
        return tr(
            "These are the words we left with. Read them aloud, before anything else is said."
        )
    return tr("When we parted, these words were a proposal. Read them aloud, first of all.")


def letter_end(found: Consent) -> str:
    """How a letter of a group ends: in the name of all only where all go along."""
    last = found.last
    if found.carried and last is not None and last.going_along >= last.people:
        return tr("Until then,\nall of us")
    return tr("Until then.")


def unsigned_words(found: Consent) -> str:
    """Why no names stand below these words, and what can be printed instead."""
    why = tr("These words are a proposal, so no names stand below them.")
    instead = tr("Print the poster of a proposal instead: without saying who was there.")
    return sentences(why, state_words(found).lead, instead)

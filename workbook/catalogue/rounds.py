"""Words what rounds of a room say back, and how far a round is: readings, never verdicts."""

from dataclasses import replace

from workbook.catalogue import ntr, tr
from workbook.catalogue.round_spreads import list_words, map_words, spread_words
from workbook.catalogue.round_votes import (
    breaking_words,
    cases_of_room_words,
    consent_words,
    option_words,
)
from workbook.catalogue.words import Words, shorten
from workbook.model.workshop import Round
from workbook.readings.claim import of_reading
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    RoomReading,
    Spread,
    SpreadList,
)

CHIP = 40  # characters of a title


def room_title(reading: RoomReading) -> str:
    """A reading's name, short as on a chip: "now", "what we do: for each other", "The map"."""
    match reading:
        case Spread(scale=""):
            return shorten(reading.label or reading.title, CHIP)
        case Spread():
            scale = reading.scale[:1].lower() + reading.scale[1:]
            # Translators: a mark, and the scale on which it stands.
            return tr("{mark}: {scale}").format(mark=reading.title, scale=scale)
        case SpreadList(role="pulse"):
            return tr("How safe it is to speak up")
        case SpreadList(role="pressures"):
            return tr("Pressures")
        case SpreadList() | OptionVotes():
            return shorten(reading.prompt, CHIP)
        case MapOfRoom():
            return tr("The map")
        case CasesOfRoom():
            return tr("Cases")
        case BreakingShares():
            return tr("Breaking point")
        case ConsentVotes():
            return tr("Consent")


def room_words(reading: RoomReading, round: int = 0) -> Words:
    """What a reading found, in words that lead and figures below; of what is withheld, only why.

    Args:
        reading: what is worded.
        round: the number of its round, from 1, so that what is claimed says of which; 0 for none.
    """
    words = _room_words(reading)
    return replace(words, claims=of_reading(reading, round)) if round else words


def _room_words(reading: RoomReading) -> Words:
    match reading:
        case Spread():
            return spread_words(reading)
        case SpreadList():
            return list_words(reading)
        case MapOfRoom():
            return map_words(reading)
        case CasesOfRoom():
            return cases_of_room_words(reading)
        case BreakingShares():
            return breaking_words(reading)
        case ConsentVotes():
            return consent_words(reading)
        case OptionVotes():
            return option_words(reading)


def round_words(round: Round, counted: int, people: int, fewest: int | None = None) -> str:
    """How far a round is: "Second round, 14 of 14 answers". More answers than people are told.

    Args:
        round: the round.
        counted: how many have answered.
        people: how many are expected, 0 where nobody knows.
        fewest: how many have answered, or passed, at the mark with the fewest; None where that is
            not known. All of them are said to have answered only where every mark has them.
    """
    name = round_name(round.id.number)
    if fewest is not None and fewest < counted:
        words = tr("{round}, {fewest} to {counted} answers a mark")
        if people > 0:
            words = tr("{round}, {fewest} to {counted} of {people} answers a mark")
        return words.format(round=name, fewest=fewest, counted=counted, people=people)
    if 0 < people < counted:
        words = ntr(
            "{round}, {counted} answers, {people} person expected",
            "{round}, {counted} answers, {people} people expected",
            people,
        )
    elif people > 0:
        words = ntr(
            "{round}, {counted} of {people} answer",
            "{round}, {counted} of {people} answers",
            people,
        )
    else:
        words = ntr("{round}, {counted} answer", "{round}, {counted} answers", counted)
    return words.format(round=name, counted=counted, people=people)


def round_name(at: int) -> str:
    """A round by its number from 1: "First round" to "Tenth round", then "Round 11"."""
    names = (
        tr("First round"),
        tr("Second round"),
        tr("Third round"),
        tr("Fourth round"),
        tr("Fifth round"),
        tr("Sixth round"),
        tr("Seventh round"),
        tr("Eighth round"),
        tr("Ninth round"),
        tr("Tenth round"),
    )
    return names[at - 1] if at <= len(names) else tr("Round {number}").format(number=at)


def secret_words(round: Round, *, hands: bool = False) -> str:
    """Whether a round is secret. `hands` says that its answers are counted from raised hands."""
    if round.secret:
        return tr("secret ballots")
    return tr("raised hands, open by nature") if hands else tr("open round")

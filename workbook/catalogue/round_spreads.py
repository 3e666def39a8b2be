"""Words how the marks of a room lie: scales, statements that were rated, the purpose map."""

from collections.abc import Sequence
from typing import assert_never

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_phrase
from workbook.catalogue.purpose import kind_sentence
from workbook.catalogue.round_parts import (
    clauses,
    fitting,
    names_all,
    passed,
    passes_clause,
    titled,
    withheld_words,
)
from workbook.catalogue.words import Words, capitalised, listed, quoted, sentences
from workbook.model.kinds import Kind
from workbook.readings.change import Changed, Moved
from workbook.readings.distribution import Distribution
from workbook.readings.gap import GapOfRoom
from workbook.readings.group import MapOfRoom, Spread, SpreadList
from workbook.readings.map_of_room import RoomOnMap, Standing
from workbook.readings.shape import FEWEST_FOR_SHAPE, Group, Shape, ShapeFound


def spread_words(found: Spread) -> Words:
    """Which shape the marks have, where they lie and what changed since the round before."""
    if found.withheld:
        return withheld_words(found.passes)
    if found.now is None:
        return Words(tr("Nobody has marked this."), passed(found.passes))
    figures = clauses(*_figures(found.now, found.before), passes_clause(found.passes))
    same = names_all(found.now.n) if _one_place(found.now) else ""
    before = _shape_before(found)
    said = sentences(_sides(found), figures, before, change_of_spread(found), same)
    return Words(_spread_lead(found.now, found.shape), said)


def _one_place(now: Distribution) -> bool:
    return max(now.counts) == now.n


def _spread_lead(now: Distribution, shape: ShapeFound | None) -> str:
    if _one_place(now):
        return ntr("One mark, at {at}.", "All {n} marks stand at {at}.", now.n).format(
            n=now.n, at=number(now.median)
        )
    if now.n < FEWEST_FOR_SHAPE or shape is None:
        return tr("{n} marks, at two places.").format(n=now.n)
    return tr("{sentence}.").format(sentence=capitalised(shape_name(shape)))


def shape_name(shape: ShapeFound) -> str:
    """The shape of marks as it stands in a sentence: "close together", "two groups: 5 at 2 …"."""
    match shape.shape:
        case Shape.TOGETHER:
            return tr("close together")
        case Shape.LEANING:
            if shape.side < 0:
                return tr("leaning to the lower side")
            return tr("leaning to the upper side")
        case Shape.SPREAD:
            return tr("spread out")
        case Shape.TWO_GROUPS:
            return tr("two groups: {groups}").format(groups=listed(list(map(_group, shape.groups))))
        case Shape.UNCLEAR:
            return tr("no clear shape: look at the dots")
        case _:
            assert_never(shape.shape)


def _group(group: Group) -> str:
    """How many stand where: "5 from 1 to 3"."""
    return _within(group.people, group.low, group.high)


def _within(people: int, low: float, high: float) -> str:
    if low == high:
        return tr("{n} at {at}").format(n=people, at=number(low))
    words = tr("{n} from {low} to {high}")
    return words.format(n=people, low=number(low), high=number(high))


def _sides(found: Spread) -> str:
    """Where people stand on both sides of the middle, and no group says so already."""
    shape = found.shape
    if shape is None or not shape.both_sides or shape.shape is Shape.TWO_GROUPS:
        return ""
    words = tr("{below} stand below the middle of the scale, {above} above it.")
    return words.format(below=shape.below, above=shape.above)


def _figures(now: Distribution, before: Distribution | None) -> tuple[str, ...]:
    return (_middle(now) if now.n > 1 else "", _agreement_figure(now, before))


def _agreement_figure(now: Distribution, before: Distribution | None) -> str:
    if now.agreement is None or now.n < 2:
        return ""
    if before is None or before.agreement is None:
        return tr("agreement\N{NO-BREAK SPACE}{now}").format(now=number(now.agreement))
    return tr("agreement\N{NO-BREAK SPACE}{now}, was\N{NO-BREAK SPACE}{before}").format(
        now=number(now.agreement), before=number(before.agreement)
    )


def _middle(now: Distribution) -> str:
    if now.lower == now.upper:
        words = tr("middle mark {median}, the middle half at {lower}")
    else:
        words = tr("middle mark {median}, the middle half from {lower} to {upper}")
    return words.format(median=number(now.median), lower=number(now.lower), upper=number(now.upper))


def _shape_before(found: Spread) -> str:
    """The shape in the round before, where it was another one."""
    shape, before = found.shape_before, found.before
    if shape is None or before is None or before.n < FEWEST_FOR_SHAPE or _one_place(before):
        return ""
    if found.shape is not None and shape_name(found.shape) == shape_name(shape):
        return ""
    return tr("In the round before: {shape}.").format(shape=shape_name(shape))


def change_of_spread(found: Spread) -> str:
    """What changed since the round before: by slips, else only what must have."""
    if found.moved is not None:
        return _moved(found.moved)
    bound = "" if found.changed is None else changed_words(found.changed)
    if not found.moves_withheld:
        return bound
    return sentences(moves_withheld_words(), bound)


def moves_withheld_words() -> str:
    """That movement is withheld, and why, in words that give nothing away."""
    return tr(
        "Who changed their mark is not shown: so few moved, came, left or had no slip that they "
        "could be told."
    )


def changed_words(found: Changed) -> str:
    """How many must have answered otherwise than before."""
    if found.about_as_before:
        return tr("The counts are about as before; some people may still have changed.")
    if found.at_least >= found.people > 1:
        return tr("All {n} answered otherwise than before.").format(n=found.people)
    return ntr(
        "At least {n} answered otherwise than before.",
        "At least {n} answered otherwise than before.",
        found.at_least,
    ).format(n=found.at_least)


def _moved(found: Moved) -> str:
    if not found.moved:
        words = ntr(
            "The one with a slip did not move.", "Nobody of {n} with a slip moved.", found.joined
        )
        return words.format(n=found.joined)
    if found.moved == found.joined and found.all_joined:
        lead = ntr("The one with a slip moved", "All {n} moved", found.moved)
    else:
        lead = ntr("{n} of {all} with a slip moved", "{n} of {all} with a slip moved", found.moved)
    lead = lead.format(n=found.moved, all=found.joined)
    further, across = tr("{n} further from it"), tr("{n} across it")
    if not found.closer:
        further = tr("{n} further from {middle}, the middle mark before")
        if not found.further:
            across = tr("{n} across {middle}, the middle mark before")
    ways = [
        (found.closer, tr("{n} closer to {middle}, the middle mark before")),
        (found.further, further),
        # Translators: people who moved to the other side of the middle mark, as far from it as
        # before.
        (found.across, across),
    ]
    told = [words.format(n=n, middle=number(found.middle)) for n, words in ways if n]
    # Translators: how many moved, and where to.
    return tr("{lead}: {ways}.").format(lead=lead, ways=listed(told))


def list_words(found: SpreadList) -> Words:
    """Which statement stands out, of the pulse the lowest, else the strongest; and each alone."""
    shown = [(item, item.now) for item in found.items if item.now is not None]
    items = tuple(_list_item(item) for item in found.items)
    if not shown:
        if any(item.withheld for item in found.items):
            return withheld_words(0)
        return Words(tr("Nobody has rated these."), "", items)
    pulse = found.role == "pulse"
    medians = [now.median for _, now in shown]
    at = min(medians) if pulse else max(medians)
    leading = [item for item, now in shown if now.median == at]
    lead = _list_lead(leading, number(at), pulse=pulse, alike=len(leading) == len(shown))
    names = ""
    if 1 < len(leading) < len(shown):
        names = tr("They are {names}.").format(
            names=listed([quoted(item.title) for item in leading])
        )
    why = tr("A pulse of one moment, not a measured scale.") if pulse else ""
    return Words(lead, sentences(names, why), items)


def _list_lead(leading: Sequence[Spread], median: str, *, pulse: bool, alike: bool) -> str:
    figures = {"n": len(leading), "median": median, "high": leading[0].high}
    if len(leading) == 1:
        words = tr("Strongest, median {median} of {high}: “{name}”.")
        if pulse:
            words = tr("Lowest, median {median} of {high}: “{name}”.")
        return fitting(words, leading[0].title, **figures)
    if alike:
        words = tr("All of these stand alike, median {median} of {high}.")
    elif pulse:
        words = tr("{n} are lowest alike, median {median} of {high}.")
    else:
        words = tr("{n} are strongest alike, median {median} of {high}.")
    return words.format(**figures)


def _list_item(item: Spread) -> str:
    if item.withheld:
        said = tr("fewer than five answered, so nothing is shown")
    elif item.now is None:
        said = tr("nobody has rated it")
    else:
        told = item.shape is not None and item.now.n >= FEWEST_FOR_SHAPE
        word = shape_name(item.shape) if told and item.shape else ""
        said = "; ".join(part for part in (word, *_figures(item.now, item.before)) if part)
    return titled(item.title, said, passes_clause(item.passes))


def map_words(found: MapOfRoom) -> Words:
    """How many people stand in which corner of the map, and what most of them stand in."""
    if found.withheld:
        return withheld_words(0)
    if found.do is None or found.room is None:
        return Words(tr("Nobody has marked what we do on both scales."))
    room = found.room
    lead, why = _map_lead(room)
    medians = tr(
        "Middle marks of what you do: {inside} for each other, {outside} for the outside; by "
        "themselves they name nothing."
    ).format(inside=number(found.do.inside), outside=number(found.do.outside))
    gaps = (
        gap_of_room_words(found.inside, tr("for each other")),
        gap_of_room_words(found.outside, tr("for the outside")),
    )
    said = sentences(corners_words(room), why, *gaps, medians, _map_before(found), _points(found))
    return Words(lead, said)


def _map_lead(room: RoomOnMap) -> tuple[str, str]:
    """What most people stand in, or that the room is divided; and a sentence on it."""
    match room.standing:
        case Standing.DIVIDED:
            return tr("The room is divided."), ""
        case Standing.UNSAID:
            return tr("No corner is known to hold most of the room."), ""
        case Standing.NAMED:
            kind = room.kind or Kind.ON_LINE
            words = tr("{kind}, by the essay’s definition: {n} of {all}.")
            if not room.exact:
                words = tr("{kind}, by the essay’s definition: at least {n} of {all}.")
            lead = words.format(
                kind=capitalised(kind_phrase(kind)), n=room.count(kind), all=room.people
            )
            return lead, kind_sentence(kind)
        case _:
            assert_never(room.standing)


def corners_words(room: RoomOnMap) -> str:
    """How many people stand in each corner of the map, "" where that is not known exactly."""
    if not room.exact:
        return ""
    corners = (
        (room.count(Kind.COMMUNITY), tr("{n} high for each other")),
        (room.count(Kind.TEAM), tr("{n} high for the outside")),
        (room.count(Kind.BOTH), tr("{n} high on both")),
        (room.count(Kind.UNCLEAR), tr("{n} high on neither")),
        (room.on_line, tr("{n} on the line")),
    )
    told = [words.format(n=n) for n, words in corners if n]
    # Translators: how many people stand in which corners, of how many in the room.
    said = tr("Of {all} people: {corners}.").format(all=room.people, corners=listed(told))
    rest = room.people - room.marked
    if not rest:
        return said
    unmarked = ntr("{n} did not mark both.", "{n} did not mark both.", rest).format(n=rest)
    return sentences(said, unmarked)


def gap_of_room_words(found: GapOfRoom | None, scale: str) -> str:
    """What a room says against what it does on a scale, "" where there is no gap.

    Args:
        found: the reading.
        scale: what the scale is called in a sentence: "for the outside".
    """
    if found is None or not found.told:
        return ""
    figures = {"scale": scale, "say": number(found.say), "do": number(found.do)}
    if found.difference < 0:
        words = tr("The room says more than it does {scale}: {say} against {do}, by middle marks.")
        if found.all_say_more:
            words = tr("All say more than they do {scale}: {say} against {do}, by middle marks.")
        elif found.most:
            words = tr("Most say more than they do {scale}: {say} against {do}, by middle marks.")
    else:
        words = tr("The room does more than it says {scale}: {do} against {say}, by middle marks.")
        if found.all_do_more:
            words = tr("All do more than they say {scale}: {do} against {say}, by middle marks.")
        elif found.most:
            words = tr("Most do more than they say {scale}: {do} against {say}, by middle marks.")
    return words.format(**figures)


def _map_before(found: MapOfRoom) -> str:
    if found.before is None:
        return ""
    if found.before == found.do:
        return tr("In the round before, they were the same.")
    return tr(
        "In the round before, they were {inside} for each other and {outside} for the outside."
    ).format(inside=number(found.before.inside), outside=number(found.before.outside))


def _points(found: MapOfRoom) -> str:
    people = sum(n for *_, n in found.points)
    if not people:
        return tr(
            "Single places are not shown: too few marked both scales, or so few only one of them "
            "that they could be told."
        )
    return ntr("{n} person marked both.", "{n} people marked both.", people).format(n=people)

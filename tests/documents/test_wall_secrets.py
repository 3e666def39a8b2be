"""Nothing that is not revealed is ever on the wall, whatever the rounds hold."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.walls import (
    CLOSED,
    GUIDE,
    NOW,
    OPEN,
    REVEALED,
    SETUP,
    WITHHELD,
    chart,
    pictures,
    seen,
    workshop,
)
from workbook.charts.specs import MapSpec
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ConsentQuestion,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RungsQuestion,
    ScaleQuestion,
)
from workbook.model.spots import spots
from workbook.model.workshop import (
    Ballot,
    Clock,
    Counts,
    Person,
    Round,
    RoundId,
    RoundState,
    Spot,
    Workshop,
)
from workbook.readings.counting import count

SECRETS = st.text("abcdefgh", min_size=4, max_size=8).map(lambda word: f"Xq{word}")


def choices(question: Question, spot: Spot) -> list[str]:
    match question:
        case ScaleQuestion() | RatingsQuestion():
            return [*map(str, range(question.low, question.high + 1)), PASS]
        case CaseQuestion():
            known = question.options if spot.mark == "choice" else question.last_time
            return [*(option.id for option in known), PASS]
        case RungsQuestion():
            return [*(rung.id for rung in question.rungs), NEVER, PASS]
        case ConsentQuestion():
            return [*(level.id for level in question.levels), PASS]
        case ReasonedQuestion() | OrderQuestion():
            return [*(option.id for option in question.options), PASS]
    raise AssertionError(question)


@st.composite
def counts_of(draw: st.DrawFn, round_: Round) -> Counts:
    asked = [s for name in round_.questions for s in spots(GUIDE.questions[name])]
    ballot = st.fixed_dictionaries(
        {},
        optional={s: st.sampled_from(choices(GUIDE.questions[s.question], s)) for s in asked},
    ).map(Ballot.of)
    return count(GUIDE, round_, Counter(draw(st.lists(ballot, max_size=9))))


@st.composite
def workshops(draw: st.DrawFn) -> tuple[Workshop, str, str]:
    """A workshop, where in it the room is, and a workshop that differs only in its secrets."""
    voted = [step for step in GUIDE.steps if step.ballot]
    found: list[tuple[Round, Counts]] = []
    for step in draw(st.lists(st.sampled_from(voted), min_size=1, max_size=3, unique=True)):
        last = draw(st.integers(1, 3))
        for number in range(1, last + 1):
            states = [REVEALED, WITHHELD] if number < last else list(RoundState)
            asked = step.ballot
            if number > 1:
                asked = tuple(draw(st.lists(st.sampled_from(asked), min_size=1, unique=True)))
            state = draw(st.sampled_from(states))
            ballots = 0 if state is OPEN else draw(st.integers(0, 20))
            round_ = Round(RoundId(step.id, number), asked, draw(st.booleans()), state, ballots)
            found.append((round_, draw(counts_of(round_))))
    names = tuple(Person(draw(SECRETS), draw(SECRETS)) for _ in range(draw(st.integers(0, 3))))
    setup = replace(SETUP, people=draw(st.integers(0, 20)), names=names, slips=draw(st.booleans()))
    at = draw(st.sampled_from(GUIDE.steps))
    phase = draw(st.sampled_from([each.id for each in at.phases] or [""]))
    clock = Clock(at.id, phase, started=NOW, since=draw(st.sampled_from([None, NOW])))
    return workshop(*found, setup=setup, clock=clock), at.id, phase


def parts(value: object) -> Iterator[object]:
    """Everything a value holds, however deep."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, held_ in value.items():
            yield from parts(key)
            yield from parts(held_)
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from parts(part)
    else:
        yield value


@given(workshops(), st.data())
def test_what_is_not_revealed_changes_nothing_that_the_room_sees(
    drawn: tuple[Workshop, str, str], data: st.DataObject
) -> None:
    shop, step, phase = drawn
    other = {
        round_.id: shop.counts[round_.id]
        if round_.state is REVEALED
        else data.draw(counts_of(round_))
        for round_ in shop.rounds
    }
    names = (Person("p", data.draw(SECRETS)),)
    setup = replace(shop.setup, names=names, keep_names=True)
    twin = replace(shop, counts=other, setup=setup)
    counted = data.draw(st.none() | st.integers(0, 20))
    for picture in range(4):
        assert seen(shop, step, phase, counted=counted, picture=picture) == seen(
            twin, step, phase, counted=counted, picture=picture
        )


@given(workshops(), st.integers(-1, 9), SECRETS)
def test_no_name_and_no_code_is_anywhere_in_what_the_room_sees(
    drawn: tuple[Workshop, str, str], picture: int, secret: str
) -> None:
    shop, step, phase = drawn
    slips = {
        round_.id: replace(shop.counts[round_.id], passes={Spot(secret, secret): 1})
        for round_ in shop.rounds
        if round_.state is not REVEALED
    }
    shop = replace(shop, counts={**shop.counts, **slips})
    value = seen(shop, step, phase, counted=3, picture=picture)
    texts = " ".join(part for part in parts(value) if isinstance(part, str))
    assert "Xq" not in texts
    assert all(isinstance(part, str | int | float | datetime | None) for part in parts(value))


@given(workshops(), st.integers(0, 9))
def test_a_picture_is_only_of_a_round_that_is_revealed_or_says_that_it_is_not(
    drawn: tuple[Workshop, str, str], picture: int
) -> None:
    shop, step, phase = drawn
    value = seen(shop, step, phase, counted=3, picture=picture)
    hidden = replace(
        shop,
        rounds=tuple(replace(r, state=WITHHELD) for r in shop.rounds),
    )
    assert value.picture is None or value.picture in pictures(shop, step)
    assert chart(seen(hidden, step, phase, counted=3, picture=picture)) is None
    last = shop.last_round(step)
    if last is not None and last.state in (OPEN, CLOSED):
        assert value.picture is None or isinstance(value.picture.chart, MapSpec | None)


def test_a_step_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        seen(workshop(), "nowhere")

"""A workshop's rounds: what a library holds of them while they are open, closed, shown, voided."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.guides import load_guide
from workbook.model.answers import GROUP, Key
from workbook.model.guide import Guide, Mode
from workbook.model.workshop import (
    Ballot,
    Clock,
    Person,
    RoundId,
    RoundState,
    Setup,
    Spot,
)
from workbook.operations import (
    Library,
    NoSuchSession,
    duplicate,
    new_reflection,
    open_session,
    set_answers,
)
from workbook.operations.workshops import (
    RoundError,
    change_setup,
    close_round,
    end_workshop,
    load_ballots,
    new_workshop,
    open_round,
    reveal_round,
    set_secrecy,
    store_ballots,
    void_round,
)

NOW = Spot("optimising.scale", "now")
WISHED = Spot("optimising.scale", "wished")
SETUP = Setup("90", 14)
FIRST, SECOND = RoundId("optimising", 1), RoundId("optimising", 2)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


def fixed_library(folder: Path) -> Library:
    """A library whose clock stands still and whose ids are always the same."""
    numbers = count()
    return Library.open(folder, clock=lambda: NOON, new_id=lambda: f"session{next(numbers)}")


@pytest.fixture
def library(tmp_path: Path):
    opened = fixed_library(tmp_path / "library")
    yield opened
    opened.close()


def begun(library: Library, guide: Guide, setup: Setup = SETUP) -> str:
    return new_workshop(library, guide, "River Street Makers", setup).session.id


def voted(library: Library, session_id: str, ballots: Counter[Ballot], *, secret: bool = True):
    """Round after round on the step `optimising`, closed; what the library holds of it."""
    opened = open_session(library, session_id)
    change = open_round(library, session_id, "optimising", ("optimising.scale",), secret=secret)
    assert change.workshop is not None
    found = change.workshop.last_round("optimising")
    assert found is not None
    store_ballots(library, opened.session, found.id, ballots)
    closed = close_round(library, session_id, found.id).workshop
    assert closed is not None
    return closed


def marks(*values: int, slips: str = "") -> Counter[Ballot]:
    codes = slips.split() or [""] * len(values)
    return Counter(
        Ballot.of({NOW: str(value)}, slip) for value, slip in zip(values, codes, strict=True)
    )


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_workshop_begins_with_its_group_and_its_day(library: Library, guide: Guide) -> None:
    opened = open_session(library, begun(library, guide))
    assert opened.session.name == "River Street Makers"
    assert opened.session.mode is Mode.WORKSHOP
    assert opened.answers.text("setting.name") == "River Street Makers"
    assert opened.answers.text("setting.date")
    assert opened.workshop is not None and opened.workshop.setup == SETUP
    assert opened.workshop.clock == Clock()


def test_a_reflection_comes_along_as_drafts_that_are_not_the_groups(
    library: Library, guide: Guide
) -> None:
    alone = new_reflection(library, guide).session.id
    set_answers(library, guide, alone, {Key("purpose.inside"): "We cook together"})
    made = new_workshop(library, guide, "Cooks", SETUP, drafts_from=alone)
    answers = open_session(library, made.session.id).answers
    assert answers.get(Key("purpose.inside")) == "We cook together"
    assert answers.text("purpose.inside") == ""
    assert answers.voice == GROUP


def test_drafts_of_no_session_are_refused(library: Library, guide: Guide) -> None:
    with pytest.raises(NoSuchSession):
        new_workshop(library, guide, "Cooks", SETUP, drafts_from="nobody")


def test_what_the_group_writes_is_the_groups(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    change = set_answers(
        library, guide, session_id, {Key("setting.name", "", 1, GROUP): "New name"}
    )
    assert change.session.name == "New name"


def test_an_open_round_changes_no_byte_of_the_library(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    change = open_round(library, session_id, "optimising", ("optimising.scale",), secret=True)
    before = everything(library.folder)
    store_ballots(library, change.session, FIRST, marks(3, 4))
    after = everything(library.folder)
    beside = {name for name in after if name.startswith("ballots/")}
    assert len(beside) == 1
    assert {name: after[name] for name in after.keys() - beside} == before
    assert load_ballots(library, session_id, FIRST) == marks(3, 4)


def test_a_closed_round_is_counts_and_nothing_else(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    closed = voted(library, session_id, marks(3, 3, 4, 5, 9))
    found = closed.round(FIRST)
    assert found is not None
    assert (found.state, found.ballots) == (RoundState.CLOSED, 5)
    assert closed.counts[FIRST].answers[NOW] == {"3": 2, "4": 1, "5": 1, "9": 1}
    assert not (library.folder / "ballots").exists()


def test_fewer_than_five_secret_answers_leave_only_their_number(
    library: Library, guide: Guide
) -> None:
    session_id = begun(library, guide)
    closed = voted(library, session_id, marks(3, 3, 4, 9))
    found = closed.round(FIRST)
    assert found is not None
    assert (found.state, found.ballots) == (RoundState.WITHHELD, 4)
    assert closed.counts[FIRST].answers == {}
    with pytest.raises(RoundError):
        reveal_round(library, session_id, FIRST)


def test_an_open_round_that_is_not_secret_shows_few_as_well(library: Library, guide: Guide) -> None:
    closed = voted(library, begun(library, guide), marks(3, 9), secret=False)
    assert closed.counts[FIRST].answers[NOW] == {"3": 1, "9": 1}


def test_secrecy_is_fixed_by_the_first_ballot(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    change = open_round(library, session_id, "optimising", ("optimising.scale",), secret=True)
    set_secrecy(library, session_id, FIRST, secret=False)
    set_secrecy(library, session_id, FIRST, secret=True)
    store_ballots(library, change.session, FIRST, marks(3))
    with pytest.raises(RoundError, match="stays as it was announced"):
        set_secrecy(library, session_id, FIRST, secret=False)


def test_slips_become_moves_and_are_gone(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide, replace(SETUP, slips=True))
    codes = "aaaa bbbb cccc dddd eeee ffff"
    voted(library, session_id, marks(1, 2, 3, 7, 8, 9, slips=codes))
    kept = everything(library.folder / "ballots")
    assert len(kept) == 1 and b"cccc" in next(iter(kept.values()))
    closed = voted(library, session_id, marks(4, 4, 3, 7, 8, 9, slips=codes))
    moved = closed.counts[SECOND].moves[NOW]
    assert moved["1", "4"] == 1 and moved["2", "4"] == 1
    assert sum(moved.values()) == 6
    assert not (library.folder / "ballots").exists()
    library.close()
    assert not any(b"cccc" in held for held in everything(library.folder).values())


def test_slips_join_only_rounds_that_follow_each_other(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide, replace(SETUP, slips=True))
    codes = "K7MQ R4TX P9HN W3CF J6VM"
    voted(library, session_id, marks(3, 4, 5, 6, 7, slips=codes))
    (waiting,) = (library.folder / "ballots").iterdir()
    before = waiting.read_bytes()
    second = voted(library, session_id, marks(6, 6, 5, 6, 7, slips=codes))
    assert second.counts[SECOND].moves
    waiting.parent.mkdir()
    waiting.write_bytes(before)  # as a crash leaves them that came before they were deleted
    third = voted(library, session_id, marks(1, 1, 1, 1, 1, slips=codes))
    assert not third.counts[RoundId("optimising", 3)].moves


def test_a_voided_round_can_be_asked_again(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    voted(library, session_id, marks(1, 1, 1, 1, 1))
    voided = void_round(library, session_id, FIRST).workshop
    assert voided is not None and voided.rounds == () and voided.counts == {}
    closed = voted(library, session_id, marks(2, 2, 2, 2, 2))
    assert closed.counts[FIRST].answers[NOW] == {"2": 5}


def test_only_the_latest_round_can_be_voided(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    voted(library, session_id, marks(1, 1, 1, 1, 1))
    voted(library, session_id, marks(1, 1, 1, 1, 1))
    with pytest.raises(RoundError, match="latest"):
        void_round(library, session_id, FIRST)


def test_what_is_answered_by_name_counts_and_goes_with_the_end(
    library: Library, guide: Guide
) -> None:
    ana = Person("p1", "Ana")
    session_id = begun(library, guide, replace(SETUP, names=(ana,)))
    open_round(library, session_id, "optimising", ("optimising.scale",), secret=False)
    mine = Key(NOW.question, NOW.mark, 1, ana.id)
    set_answers(library, guide, session_id, {mine: 7})
    closed = close_round(library, session_id, FIRST).workshop
    assert closed is not None and closed.counts[FIRST].answers[NOW] == {"7": 1}
    ended = end_workshop(library, session_id, Clock(ended=NOON)).workshop
    assert ended is not None and ended.setup.names == ()
    opened = open_session(library, session_id)
    assert opened.answers.get(mine) is None
    assert opened.workshop is not None
    assert opened.workshop.counts[FIRST].answers[NOW] == {"7": 1}


ANA = Key("optimising.scale", "now", 1, "p1")


def by_name(library: Library, guide: Guide) -> str:
    """A workshop with an open round in which Ana, p1, has answered."""
    session_id = begun(library, guide, replace(SETUP, names=(Person("p1", "Ana"),)))
    open_round(library, session_id, "optimising", ("optimising.scale",), secret=False)
    set_answers(library, guide, session_id, {ANA: 7})
    return session_id


def test_whoever_forgets_what_was_answered_by_name_tells_where(
    library: Library, guide: Guide
) -> None:
    """The window holds answers too, and must not count what is no longer stored."""
    assert void_round(library, by_name(library, guide), FIRST).keys == (ANA,)
    assert change_setup(library, by_name(library, guide), SETUP).keys == (ANA,)
    session_id = by_name(library, guide)
    close_round(library, session_id, FIRST)
    assert end_workshop(library, session_id, Clock(ended=NOON)).keys == (ANA,)


def test_what_was_answered_by_name_in_the_round_before_outlives_a_voided_one(
    library: Library, guide: Guide
) -> None:
    session_id = by_name(library, guide)
    close_round(library, session_id, FIRST)
    open_round(library, session_id, "optimising", ("optimising.scale",), secret=False)
    again = replace(ANA, round=2)
    set_answers(library, guide, session_id, {again: 3})
    assert void_round(library, session_id, SECOND).keys == (again,)
    opened = open_session(library, session_id)
    assert opened.answers.get(ANA) == 7
    assert again not in opened.answers
    assert opened.workshop is not None
    assert opened.workshop.counts[FIRST].answers[NOW] == {"7": 1}


def test_what_was_answered_by_name_in_another_step_outlives_a_voided_round(
    library: Library, guide: Guide
) -> None:
    session_id = by_name(library, guide)
    close_round(library, session_id, FIRST)
    open_round(library, session_id, "purpose", ("purpose.inside_scale",), secret=False)
    other = Key("purpose.inside_scale", "do", 1, "p1")
    set_answers(library, guide, session_id, {other: 2})
    assert void_round(library, session_id, RoundId("purpose", 1)).keys == (other,)
    assert open_session(library, session_id).answers.get(ANA) == 7


def test_a_copy_has_no_answers_of_the_round_that_stays_open(library: Library, guide: Guide) -> None:
    session_id = by_name(library, guide)
    copy_id = duplicate(library, session_id).session.id
    assert ANA not in open_session(library, copy_id).answers
    assert ANA in open_session(library, session_id).answers
    found = voted(library, copy_id, marks(1, 2, 3, 4), secret=True)
    assert found.rounds[0].ballots == 4


def test_a_secret_round_never_counts_what_was_answered_by_name(
    library: Library, guide: Guide
) -> None:
    session_id = begun(library, guide, replace(SETUP, names=(Person("p1", "Ana"),)))
    set_answers(library, guide, session_id, {ANA: 7})
    found = voted(library, session_id, marks(1, 2, 3, 4), secret=True)
    assert found.rounds[0].ballots == 4


def test_a_workshop_with_an_open_round_is_not_ended(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    open_round(library, session_id, "optimising", ("optimising.scale",), secret=True)
    with pytest.raises(RoundError, match="still open"):
        end_workshop(library, session_id, Clock(ended=NOON))


def test_half_way_people_come_and_minutes_change(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    voted(library, session_id, marks(1, 1, 1, 1, 1))
    later = replace(SETUP, people=17, minutes={"rare": 3})
    changed = change_setup(library, session_id, later).workshop
    assert changed is not None and changed.setup == later
    assert changed.counts[FIRST].answers[NOW] == {"1": 5}


def test_a_question_that_was_shown_counts_as_answered(library: Library, guide: Guide) -> None:
    session_id = begun(library, guide)
    voted(library, session_id, marks(1, 1, 1, 1, 1))
    shown = reveal_round(library, session_id, FIRST).workshop
    assert shown is not None and shown.voted == {"optimising.scale"}


# The proof: no order, no people, no time


@st.composite
def ballot_lists(draw: st.DrawFn) -> list[Ballot]:
    choice = st.sampled_from([*map(str, range(11)), "pass"])
    made = st.builds(
        lambda now, wished, slip: Ballot.of({NOW: now, WISHED: wished}, slip),
        choice,
        choice,
        st.sampled_from(["", "aaaa", "bbbb", "cccc"]),
    )
    return draw(st.lists(made, min_size=0, max_size=14))


def whole_workshop(folder: Path, rounds: list[list[Ballot]]) -> dict[str, bytes]:
    library = fixed_library(folder)
    guide = load_guide()
    session_id = begun(library, guide, replace(SETUP, slips=True))
    session = open_session(library, session_id).session
    for number, ballots in enumerate(rounds, 1):
        found = RoundId("optimising", number)
        open_round(library, session_id, "optimising", ("optimising.scale",), secret=True)
        taken: Counter[Ballot] = Counter()
        for ballot in ballots:
            taken[ballot] += 1
            store_ballots(library, session, found, taken)
        close_round(library, session_id, found)
    library.close()
    return everything(folder)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=ballot_lists(), second=ballot_lists(), seed=st.integers())
def test_the_same_ballots_in_any_order_leave_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, first: list[Ballot], second: list[Ballot], seed: int
) -> None:
    chance = random.Random(seed)
    mixed = [chance.sample(ballots, len(ballots)) for ballots in (first, second)]
    one = whole_workshop(tmp_path_factory.mktemp("one"), [first, second])
    other = whole_workshop(tmp_path_factory.mktemp("other"), mixed)
    assert one == other

"""The open workshop when the disk fails, is slow, or something is taken away half-way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workshop.voting.collecting import PEOPLE, Open, opened
from tests.ui.worlds import NOON
from workbook.model.agenda import replan
from workbook.model.workshop import Ballot, RoundState, Spot
from workbook.operations import Change, LibraryError
from workbook.operations import workshops as operations
from workbook.storage import ballots as stored_ballots
from workbook.ui.workshop.workshop import Room

NOW = Spot("optimising.scale", "now")
SEVEN = Ballot.of({NOW: "7"})


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """A workshop with an open round that is secret."""
    with opened(tmp_path / "library", "optimising") as made:
        yield made


@pytest.fixture
def by_name(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """A workshop with an open round in which Ada has answered by name."""
    with opened(tmp_path / "library", "optimising", secret=False) as made:
        made.room.ballots.answer_by_name(PEOPLE[0], NOW, 7)
        made.saver.flush()
        yield made


def broken(*arguments: object, **options: object) -> Change:
    """What an operation does while the disk is full."""
    raise LibraryError("The disk is full.")


# What is taken away


def test_what_was_answered_by_name_in_a_voided_round_counts_no_more(by_name: Open) -> None:
    room = by_name.room
    assert room.ballots.count() == 1
    room.void()
    by_name.saver.flush()
    room.open_round(secret=False)
    by_name.saver.flush()
    assert room.ballots.count() == 0
    room.ballots.answer_by_name(PEOPLE[0], NOW, 7)
    assert [value for key, value in by_name.on_disk().items() if key.respondent == "p1"] == [7]


def test_who_is_taken_out_of_the_names_counts_no_more(by_name: Open) -> None:
    by_name.room.set_setup(replace(by_name.room.setup, names=PEOPLE[1:]))
    by_name.saver.flush()
    assert by_name.room.ballots.count() == 0


def test_a_step_that_is_left_out_takes_no_ballots_for_the_next_one(world: Open) -> None:
    room = world.room
    room.set_setup(replace(room.setup, minutes={"optimising": 0}))
    world.saver.flush()
    assert room.step.id != "optimising" and room.wall.picture == 0
    assert room.ballots.count() == 0
    assert not room.ballots.take({SEVEN: 1})


def test_a_workshop_of_which_nothing_is_held_can_be_opened(world: Open) -> None:
    none = dict.fromkeys((step.id for step in world.room.guide.steps), 0)
    nothing = replace(world.room.workshop.setup, minutes=none)
    workshop = replace(world.room.workshop, setup=nothing, clock=type(world.room.clock)())
    room = Room(world.document, workshop, world.library, world.saver, lambda: NOON, world.window)
    assert room.step is room.guide.steps[0]
    assert room.wall.content().headline
    room.stop()


def test_a_re_plan_is_not_undone_into_another_set_up(world: Open) -> None:
    room = world.room
    room.replan(replan(room.guide, room.setup, room.clock, NOON))
    assert room.can_undo_replan
    room.set_setup(replace(room.setup, plan="60"))
    assert not room.can_undo_replan


# Not before it is shown


def test_what_is_asked_next_does_not_tell_which_case_was_the_most_divided(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(tmp_path / "library", "wrong") as made:
        room = made.room
        cases = [spot for spot in room.ballots.spots() if spot.mark == "choice"]
        divided = cases[-1].question
        options = room.guide.questions[divided].options  # type: ignore[union-attr]
        for option in (options[0], options[-1]):
            room.ballots.take({Ballot.of({cases[-1]: option.id}): 5})
        made.close_round()
        assert room.round is not None and room.round.state is RoundState.CLOSED
        assert room.next_round.asked == room.step.ballot
        room.reveal()
        made.saver.flush()
        assert room.next_round.asked == (divided,)


# When the disk fails, or is slow


def test_a_ballot_that_is_not_stored_is_told_once_and_tried_again(
    world: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(operations, "store_ballots", broken)
        for _ in range(3):
            assert world.room.ballots.take({SEVEN: 1})
            world.saver.flush()
        assert len(world.problems) == 1 and "not stored yet" in world.problems[0]
        assert world.room.unsaved
    with qtbot.waitSignal(world.room.saved):
        world.room.leave()
        world.saver.flush()
    assert not world.room.unsaved
    assert world.ballots().total() == 3


def test_the_clock_is_stored_when_the_workshop_is_left(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(operations, "set_clock", broken)
        world.room.start()
        world.saver.flush()
    world.room.leave()
    world.saver.flush()
    with world.library.reading() as reading:
        (clock,) = reading.execute("SELECT clock FROM workshops").fetchone()
    assert '"started":null' not in clock.replace(" ", "")


def test_a_round_that_is_closed_on_disk_takes_no_more_ballots(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.room.ballots.take({SEVEN: 5})
    monkeypatch.setattr(stored_ballots, "delete", broken)
    world.close_round()
    assert world.problems == ["The disk is full."]
    assert world.room.open is None
    assert world.room.round is not None and world.room.round.state is RoundState.CLOSED
    assert not world.room.ballots.take({SEVEN: 1})


def test_a_set_up_that_is_not_stored_moves_nobody(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.room.clock
    monkeypatch.setattr(operations, "change_setup", broken)
    world.room.set_setup(replace(world.room.setup, minutes={"optimising": 0}))
    world.saver.flush()
    assert world.room.clock == before
    assert world.problems == ["The disk is full."]


def test_an_end_that_is_not_stored_is_none(world: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    world.close_round()
    world.room.start()
    monkeypatch.setattr(operations, "end_workshop", broken)
    world.room.end()
    world.saver.flush()
    assert world.room.clock.ended is None and world.room.running
    assert world.problems == ["The disk is full."]


@pytest.mark.parametrize("job", ["close_round", "void_round"])
def test_while_a_round_is_being_closed_nothing_more_goes_into_it(
    world: Open, monkeypatch: pytest.MonkeyPatch, job: str
) -> None:
    disk_is_ready = Event()
    do: Callable[..., Change] = getattr(operations, job)

    def slow(*arguments: object) -> Change:
        disk_is_ready.wait()
        return do(*arguments)

    monkeypatch.setattr(operations, job, slow)
    world.room.ballots.take({SEVEN: 5})
    end = world.room.close if job == "close_round" else world.room.void
    end()
    end()  # pressed twice
    assert not world.room.ballots.take({SEVEN: 1})
    assert not world.room.ballots.take_back()
    disk_is_ready.set()
    world.saver.flush()
    assert not world.ballots()
    assert world.room.open is None
    assert world.problems == ["This round is closed, so it takes no more answers."]


def test_ballots_that_cannot_be_read_are_told_when_the_workshop_is_opened(
    world: Open, qtbot: QtBot
) -> None:
    world.room.ballots.take({SEVEN: 1})
    world.saver.flush()
    (file,) = (world.library.folder / stored_ballots.FOLDER).iterdir()
    file.write_text("nothing that we wrote")
    arguments = (world.document, world.room.workshop, world.library, world.saver, lambda: NOON)
    room = Room(*arguments, world.window)
    with qtbot.waitSignal(room.problem) as told:
        pass
    assert file.name in told.args[0]
    room.stop()

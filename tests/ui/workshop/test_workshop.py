"""The open workshop when the disk fails, is slow, or something is taken away half-way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workshop.voting.collecting import PEOPLE, Open, opened
from tests.ui.worlds import NOON
from workbook.model.replanning import replan
from workbook.model.workshop import Ballot, RoundState, Spot
from workbook.operations import Change, LibraryError, workshops
from workbook.storage import ballot_files
from workbook.ui.workshop.workshop import RunningWorkshop

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
        made.running.ballots.answer_by_name(PEOPLE[0], NOW, 7)
        made.saver.flush()
        yield made


def broken(*arguments: object, **options: object) -> Change:
    """What an operation does while the disk is full."""
    raise LibraryError("The disk is full.")


# What is taken away


def test_what_was_answered_by_name_in_a_voided_round_counts_no_more(by_name: Open) -> None:
    running = by_name.running
    assert running.ballots.count() == 1
    running.void()
    by_name.saver.flush()
    running.open_round(secret=False)
    by_name.saver.flush()
    assert running.ballots.count() == 0
    running.ballots.answer_by_name(PEOPLE[0], NOW, 7)
    assert [value for key, value in by_name.on_disk().items() if key.respondent == "p1"] == [7]


def test_who_is_taken_out_of_the_names_counts_no_more(by_name: Open) -> None:
    by_name.running.set_setup(replace(by_name.running.setup, names=PEOPLE[1:]))
    by_name.saver.flush()
    assert by_name.running.ballots.count() == 0


def test_a_step_that_is_left_out_takes_no_ballots_for_the_next_one(world: Open) -> None:
    running = world.running
    running.set_setup(replace(running.setup, minutes={"optimising": 0}))
    world.saver.flush()
    assert running.step.id != "optimising" and running.wall.picture == 0
    assert running.ballots.count() == 0
    assert not running.ballots.take({SEVEN: 1})


def test_a_workshop_of_which_nothing_is_held_can_be_opened(world: Open) -> None:
    none = dict.fromkeys((step.id for step in world.running.guide.steps), 0)
    nothing = replace(world.running.workshop.setup, minutes=none)
    workshop = replace(world.running.workshop, setup=nothing, clock=type(world.running.clock)())
    running = RunningWorkshop(
        world.document, workshop, world.library, world.saver, lambda: NOON, world.window
    )
    assert running.step is running.guide.steps[0]
    assert running.wall.content().headline
    running.stop()


def test_a_re_plan_is_not_undone_into_another_set_up(world: Open) -> None:
    running = world.running
    running.replan(replan(running.guide, running.setup, running.clock, NOON))
    assert running.can_undo_replan
    running.set_setup(replace(running.setup, plan="60"))
    assert not running.can_undo_replan


# Not before it is shown


def test_what_is_asked_next_does_not_tell_which_case_was_the_most_divided(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(tmp_path / "library", "wrong") as made:
        running = made.running
        cases = [spot for spot in running.ballots.spots() if spot.mark == "choice"]
        divided = cases[-1].question
        options = running.guide.questions[divided].options  # type: ignore[union-attr]
        for option in (options[0], options[-1]):
            running.ballots.take({Ballot.of({cases[-1]: option.id}): 5})
        made.close_round()
        assert running.round is not None and running.round.state is RoundState.CLOSED
        assert running.next_round.asked == running.step.ballot
        running.reveal()
        made.saver.flush()
        assert running.next_round.asked == (divided,)


# When the disk fails, or is slow


def test_a_ballot_that_is_not_stored_is_told_once_and_tried_again(
    world: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(workshops, "store_ballots", broken)
        for _ in range(3):
            assert world.running.ballots.take({SEVEN: 1})
            world.saver.flush()
        assert len(world.problems) == 1 and "not stored yet" in world.problems[0]
        assert world.running.unsaved
    with qtbot.waitSignal(world.running.saved):
        world.running.leave()
        world.saver.flush()
    assert not world.running.unsaved
    assert world.ballots().total() == 3


def test_the_clock_is_stored_when_the_workshop_is_left(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(workshops, "set_clock", broken)
        world.running.start()
        world.saver.flush()
    world.running.leave()
    world.saver.flush()
    with world.library.reading() as reading:
        (clock,) = reading.execute("SELECT clock FROM workshops").fetchone()
    assert '"started":null' not in clock.replace(" ", "")


def test_a_round_that_is_closed_on_disk_takes_no_more_ballots(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.running.ballots.take({SEVEN: 5})
    monkeypatch.setattr(ballot_files, "delete", broken)
    world.close_round()
    assert world.problems == ["The disk is full."]
    assert world.running.open is None
    assert world.running.round is not None and world.running.round.state is RoundState.CLOSED
    assert not world.running.ballots.take({SEVEN: 1})


def test_a_set_up_that_is_not_stored_moves_nobody(
    world: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.running.clock
    monkeypatch.setattr(workshops, "change_setup", broken)
    world.running.set_setup(replace(world.running.setup, minutes={"optimising": 0}))
    world.saver.flush()
    assert world.running.clock == before
    assert world.problems == ["The disk is full."]


def test_an_end_that_is_not_stored_is_none(world: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    world.close_round()
    world.running.start()
    monkeypatch.setattr(workshops, "end_workshop", broken)
    world.running.end()
    world.saver.flush()
    assert world.running.clock.ended is None and world.running.clock_runs
    assert world.problems == ["The disk is full."]


@pytest.mark.parametrize("job", ["close_round", "void_round"])
def test_while_a_round_is_being_closed_nothing_more_goes_into_it(
    world: Open, monkeypatch: pytest.MonkeyPatch, job: str
) -> None:
    disk_is_ready = Event()
    do: Callable[..., Change] = getattr(workshops, job)

    def slow(*arguments: object) -> Change:
        disk_is_ready.wait()
        return do(*arguments)

    monkeypatch.setattr(workshops, job, slow)
    world.running.ballots.take({SEVEN: 5})
    end = world.running.close if job == "close_round" else world.running.void
    end()
    end()  # pressed twice
    assert not world.running.ballots.take({SEVEN: 1})
    assert not world.running.ballots.take_back()
    disk_is_ready.set()
    world.saver.flush()
    assert not world.ballots()
    assert world.running.open is None
    assert world.problems == ["This round is closed, so it takes no more answers."]


def test_ballots_that_cannot_be_read_are_told_when_the_workshop_is_opened(
    world: Open, qtbot: QtBot
) -> None:
    world.running.ballots.take({SEVEN: 1})
    world.saver.flush()
    (file,) = (world.library.folder / ballot_files.FOLDER).iterdir()
    file.write_text("nothing that we wrote")
    arguments = (world.document, world.running.workshop, world.library, world.saver, lambda: NOON)
    running = RunningWorkshop(*arguments, world.window)
    with qtbot.waitSignal(running.problem) as told:
        pass
    assert file.name in told.args[0]
    running.stop()

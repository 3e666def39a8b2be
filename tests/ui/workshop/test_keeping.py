"""What stays of a workshop: its end, its drafts, its copy, and what the trash takes away."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import GUIDE, Laptop, answering
from tests.ui.workshop.hearing import everything_said
from workbook import operations
from workbook.model.answers import Key
from workbook.model.workshop import Person, RoundState, Setup
from workbook.operations import new_reflection, set_answers

SLIPS = ("9823", "8914", "2398", "8933", "9712")
NAMES = (Person("p1", "Adaeze"), Person("p2", "Bronwen"))


def ballot_files(laptop: Laptop) -> list[Path]:
    """What lies beside the library of open rounds."""
    laptop.settle()
    return [path for path in (laptop.world.folder / "ballots").glob("*") if path.is_file()]


# The end


def test_an_open_round_prevents_the_end_and_is_named(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.cockpit.run_button.click()
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    laptop.go("statement", "check_out")
    with answering(yes=True) as said:
        laptop.workshop.run("end")
    assert "“Purpose” still takes ballots" in said[0]
    assert laptop.stored().clock.ended is None
    assert laptop.running.clock_runs


def test_a_no_ends_nothing(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.cockpit.run_button.click()
    with answering(yes=False):
        laptop.workshop.run("end")
    assert laptop.stored().clock.ended is None and laptop.running.clock_runs
    assert laptop.window.summary is None


def test_ended_its_clock_stands_its_names_go_and_the_summary_opens(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5, names=NAMES, open_steps=frozenset({"purpose"})))
    laptop.cockpit.run_button.click()
    laptop.hold_round("purpose", "write", *SLIPS)
    with answering(yes=True) as said:
        laptop.workshop.run("end")
        laptop.settle()
    assert "names" in said[0]
    stored = laptop.stored()
    assert stored.clock.ended is not None and stored.setup.names == ()
    assert not laptop.running.clock_runs
    summary = laptop.window.summary
    assert summary is not None and summary.isVisible()
    said_there = words(summary)
    assert "Adaeze" not in said_there
    laptop.window.screens.show_questions()
    assert "The workshop ended at" in words(laptop.cockpit.late)


def test_on_one_screen_the_room_is_shown_no_summary_at_the_end(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.workshop.run("one_screen")
    with answering(yes=True):
        laptop.workshop.run("end")
        laptop.settle()
    assert laptop.stored().clock.ended is not None
    assert laptop.window.summary is None and laptop.cockpit.isVisible()


def test_opened_again_it_is_over_and_its_summary_can_be_read(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.cockpit.run_button.click()
    laptop.hold_round("purpose", "write", *SLIPS)
    with answering(yes=True):
        laptop.workshop.run("end")
        laptop.settle()
    laptop.restart()
    assert "Ended" in words(laptop.cockpit.late)
    laptop.window.home.summary_requested.emit(laptop.id)
    assert laptop.window.summary is not None and laptop.window.summary.isVisible()


# Drafts


def test_drafts_of_a_reflection_stand_in_the_notes_and_nowhere_else(laptop: Laptop) -> None:
    library = laptop.world.library
    reflection = new_reflection(library, GUIDE).session.id
    drafts = {Key("purpose.inside"): "DRAFT-INSIDE", Key("statement.who"): "DRAFT-WHO"}
    set_answers(library, GUIDE, reflection, dict(drafts))
    laptop.begin(Setup("90", 5), drafts=reflection)
    laptop.workshop.projection.toggle()
    for box in laptop.running.agenda:
        laptop.go(box.step, box.phase)
        page = "\n".join(everything_said(laptop.cockpit.current))
        wall = "\n".join(everything_said(laptop.wall))
        assert "DRAFT" not in page + wall, box
        notes = words(laptop.cockpit.notes)
        assert ("DRAFT-INSIDE" in notes) == (box.step == "purpose")
        assert ("DRAFT-WHO" in notes) == (box.step == "statement")
    laptop.hold_round("purpose", "write", *SLIPS)
    laptop.window.screens.show_summary()
    QApplication.processEvents()
    assert laptop.window.summary is not None
    assert "DRAFT" not in "\n".join(everything_said(laptop.window.summary))
    assert laptop.answers().text("purpose.inside") == ""


# The trash, and copies


def test_deleted_for_good_its_ballots_are_gone_too(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5, slips=True))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips("9823")
    laptop.type("K7Q2\r")
    assert len(ballot_files(laptop)) == 1
    laptop.window.show_home()
    home = laptop.window.home
    home.trash_requested.emit([laptop.id])
    assert len(ballot_files(laptop)) == 1
    assert operations.sessions(laptop.world.library) == []
    home.restore_requested.emit([laptop.id])
    laptop.settle()
    laptop.window.open_session(laptop.id)
    assert laptop.collect.count.text() == "1 of 5"
    laptop.window.show_home()
    home.trash_requested.emit([laptop.id])
    home.delete_requested.emit([laptop.id])
    assert ballot_files(laptop) == []
    assert not (laptop.world.folder / "ballots").exists()
    assert operations.sessions(laptop.world.library, trashed=True) == []


def test_a_copy_has_all_that_was_counted_and_no_open_round(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.cockpit.run_button.click()
    laptop.hold_round("purpose", "write", *SLIPS)
    laptop.go("optimising", "write")
    laptop.open_round()
    laptop.key_slips("4855555")
    laptop.window.show_home()
    laptop.window.home.duplicate_requested.emit(laptop.id)
    laptop.settle()
    ids = {session.id for session in operations.sessions(laptop.world.library)}
    original = laptop.id
    (laptop.id,) = ids - {original}
    laptop.window.open_session(laptop.id)
    assert [found.state for found in laptop.stored().rounds] == [RoundState.REVEALED]
    assert not laptop.running.clock_runs
    assert laptop.collect.opening.open_button.isVisible()
    laptop.open_round()
    assert laptop.collect.count.text() == "0 of 5"
    laptop.key_slips("3755555", "3755555")
    laptop.window.open_session(original)
    laptop.id = original
    assert laptop.collect.count.text() == "1 of 5"


def test_an_open_workshop_is_not_lost_by_opening_another(laptop: Laptop) -> None:
    first = laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS[:2])
    laptop.begin(Setup("90", 5))
    laptop.window.open_session(first)
    assert laptop.here() == ("purpose", "write")
    assert laptop.collect.count.text() == "2 of 5"

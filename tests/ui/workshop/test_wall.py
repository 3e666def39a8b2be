"""The room sees what it may see and nothing else, whatever the facilitator does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.workshop.facilitating import GUIDE, Laptop, Watch
from tests.ui.workshop.hearing import everything_said
from workbook.model.answers import Key
from workbook.model.workshop import Person, Setup
from workbook.operations import new_reflection, set_answers
from workbook.ui.wall.view import in_words

SLIPS = ("9823", "8914", "2398", "8933", "9712")
NAMES = ("Adaeze", "Bronwen", "Chidinma")


def colours(laptop: Laptop) -> set[str]:
    """Every colour of the room's window."""
    image = laptop.wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(pixel).name() for pixel in set(image.constBits().cast("I"))}


def full_of_secrets(laptop: Laptop) -> list[str]:
    """A workshop in which there is something of everything that the room may not see; the words."""
    reflection = new_reflection(laptop.world.library, GUIDE).session.id
    drafts = {
        Key("purpose.inside"): "DRAFT-INSIDE",
        Key("statement.who"): "DRAFT-WHO",
        Key("setting.name"): "OTHER-GROUP",
    }
    set_answers(laptop.world.library, GUIDE, reflection, drafts)
    people = tuple(Person(f"p{n}", name) for n, name in enumerate(NAMES))
    setup = Setup("90", 5, names=people, open_steps=frozenset({"kind"}))
    laptop.begin(setup, drafts=reflection)
    laptop.cockpit.notes.scratch.setPlainText("SCRATCH")
    document = laptop.running.document
    document.edit("statement.parking_lot", "", ({"text": "PARKED"},), False)
    laptop.settle()
    return ["DRAFT-INSIDE", "DRAFT-WHO", "SCRATCH", "OTHER-GROUP", *NAMES]


def test_never_notes_drafts_names_or_other_sessions(laptop: Laptop, watch: Watch) -> None:
    secrets = full_of_secrets(laptop)
    notes = [line for step in GUIDE.steps for line in (*step.notes.run, step.notes.hot)]
    cards = [phase.card for step in GUIDE.steps for phase in step.phases]
    laptop.workshop.projection.toggle()
    laptop.cockpit.run_button.click()
    laptop.go("kind", "write")
    laptop.open_round()
    spot = laptop.running.ballots.spots()[0]
    for person, option in zip(laptop.running.setup.names, ("yes", "partly", "no"), strict=True):
        laptop.running.ballots.answer_by_name(person, spot, option)
    said: set[str] = set()
    for box in laptop.running.agenda:
        laptop.go(box.step, box.phase)
        said |= {*everything_said(laptop.wall), in_words(laptop.wall.view.value)}
        if (box.step, box.phase) == ("kind", "reveal"):
            laptop.running.close()
            laptop.settle()
            laptop.reveal()
            said |= {*everything_said(laptop.wall), in_words(laptop.wall.view.value)}
    everything = "\n".join(said)
    assert [word for word in (*secrets, *filter(None, notes + cards)) if word in everything] == []


def test_it_follows_the_facilitator(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.workshop.projection.toggle()
    laptop.go("purpose", "write")
    question = GUIDE.step("purpose").ballot_page
    assert laptop.wall.view.value.place == "1 of 7"
    assert laptop.wall.view.value.headline
    assert question.headline_in(laptop.running.document.session.mode) in in_words(
        laptop.wall.view.value
    )
    laptop.open_round()
    laptop.key_slips(*SLIPS[:2])
    assert "2 of 5 answers" in laptop.wall.view.value.line


def test_frozen_it_keeps_what_it_shows_until_it_thaws(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.go("purpose", "write")
    before = laptop.wall.view.value
    laptop.press_with(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F7)
    assert laptop.cockpit.wall_button.text().endswith("frozen")
    laptop.hold_round("purpose", "write", *SLIPS)
    laptop.go("optimising", "write")
    assert laptop.wall.view.value == before
    laptop.press(Qt.Key.Key_F7, Qt.Key.Key_F7)
    assert laptop.wall.isVisible() and laptop.wall.view.value == before
    laptop.press_with(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F7)
    assert laptop.wall.view.value == laptop.running.wall.content() != before


def test_black_shows_nothing_at_all_not_even_what_is_revealed_meanwhile(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_B)
    assert colours(laptop) == {"#000000"}
    laptop.hold_round("purpose", "write", *SLIPS)
    QApplication.processEvents()
    assert colours(laptop) == {"#000000"}
    laptop.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_B)
    assert len(colours(laptop)) > 5
    laptop.qtbot.waitUntil(lambda: laptop.wall.view.fresh)
    assert laptop.wall.view.value.picture is not None


def test_closed_by_its_own_button_it_is_hidden_and_comes_back(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.wall.close()
    QApplication.processEvents()
    assert laptop.cockpit.wall_button.accessibleName() == "Audience screen, hidden"
    laptop.go("purpose", "write")
    laptop.cockpit.wall_button.click()
    assert laptop.wall.isVisible() and laptop.wall.view.value == laptop.running.wall.content()


def test_leaving_the_workshop_closes_it(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    wall = laptop.wall
    laptop.window.actions_.home.trigger()
    assert not wall.isVisible()


def test_the_summary_is_for_the_facilitator_s_window_alone(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    before = laptop.wall.view.value
    laptop.window.actions_.summary.trigger()
    assert laptop.window.summary is not None and laptop.window.summary.isVisible()
    assert laptop.wall.view.value == before


def test_its_text_grows_and_turns_light_and_stays_so(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    dark = colours(laptop)
    laptop.workshop.run("light")
    laptop.workshop.run("larger")
    light = colours(laptop)
    assert light != dark
    laptop.restart()
    laptop.press(Qt.Key.Key_F7)
    assert colours(laptop) == light

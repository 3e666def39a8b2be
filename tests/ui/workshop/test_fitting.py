"""Every phase of a workshop has room for its words, in a small window and with large letters."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import clipped, overlapping
from tests.ui.workshop.facilitating import Laptop
from workbook.model.workshop import Person, Setup

SLIPS = {
    "purpose": ("9823", "8914", "2398", "8933", "9712"),
    "optimising": tuple(f"{n}{9 - n}{'12345'[n % 5] * 5}" for n in range(5)),
}
SIZES = [(1280, 800, 1.0), (1024, 640, 1.0), (1024, 640, 1.5)]


def wrong_with(laptop: Laptop) -> list[str]:
    """What is clipped or covered in the window, once Qt has laid it out."""
    found: list[str] = []
    for _ in range(10):
        QApplication.processEvents()
        found = clipped(laptop.window) + overlapping(laptop.window)
        if not found:
            break
    return found


def size(laptop: Laptop, width: int, height: int, scale: float) -> None:
    """Enlarge the text and make the window as small as that."""
    laptop.world.program.theme.choose(scale=scale)
    laptop.window.resize(width, height)


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_clipped_in_any_phase(
    laptop: Laptop, width: int, height: int, scale: float
) -> None:
    laptop.begin(Setup("180", 5))
    size(laptop, width, height, scale)
    laptop.cockpit.run_button.click()
    wrong = {}
    for box in laptop.running.agenda:
        laptop.go(box.step, box.phase)
        wrong[box.step, box.phase] = wrong_with(laptop)
    assert not {place: found for place, found in wrong.items() if found}


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("step", ["purpose", "optimising"])
def test_nor_in_any_state_of_a_round(
    laptop: Laptop, step: str, width: int, height: int, scale: float
) -> None:
    people = (Person("p1", "Adaeze"), Person("p2", "Bronwen"))
    laptop.begin(Setup("90", 5, names=people, open_steps=frozenset({step})))
    size(laptop, width, height, scale)
    laptop.go(step, "write")
    wrong = {"before": wrong_with(laptop)}
    laptop.open_round()
    for name, panel in (
        ("hands", laptop.collect.panels.hands),
        ("counts", laptop.collect.panels.counts),
        ("slips", laptop.collect.panels.slips),
    ):
        laptop.collect.panels.show_way(panel)
        wrong[name] = wrong_with(laptop)
    laptop.key_slips(*SLIPS[step])
    wrong["all in"] = wrong_with(laptop)
    laptop.key_slips(SLIPS[step][0])
    wrong["more than people"] = wrong_with(laptop)
    laptop.close_round()
    wrong["closed"] = wrong_with(laptop)
    laptop.reveal()
    for number, _ in enumerate(laptop.running.wall.pictures()):
        laptop.running.wall.show_picture(number)
        wrong[f"picture {number}"] = wrong_with(laptop)
    laptop.go(step, "second")
    wrong["second"] = wrong_with(laptop)
    laptop.go(step, "sentence")
    wrong["sentence"] = wrong_with(laptop)
    assert not {place: found for place, found in wrong.items() if found}

"""Everything can be read and seen in every theme, at every size, in the type that is shipped."""

import re
import tomllib
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.contrast import contrast
from workbook.charts.palette import palette_from
from workbook.model.kinds import Side
from workbook.resources import resource
from workbook.ui.theme import SANS, SERIF, Appearance, Theme, Tokens, load_tokens

NAMES = sorted(path.stem for path in resource("themes").glob("*.toml"))

# Each text and all that it stands on: "*" are the grounds that hold any text.
GROUNDS = ("paper", "surface", "chip", "inside_tint", "outside_tint")
TEXTS = {
    "ink": GROUNDS,
    "soft": GROUNDS,
    "faint": ("paper", "surface", "chip"),  # hints in fields, what is disabled, small numbers
    "inside": ("paper", "surface", "chip", "inside_tint"),
    "outside": ("paper", "surface", "chip", "outside_tint"),
    "warn": ("paper", "surface", "chip"),
    "danger": ("paper", "surface", "chip"),
    # Text on what is filled: primary buttons, what is chosen, selections, the bar with Undo.
    "surface": ("ink", "soft", "inside", "outside"),
}
MARKS = {
    "edge": GROUNDS,
    "ink": GROUNDS,
    "inside": ("paper", "surface", "chip", "inside_tint"),
    "outside": ("paper", "surface", "chip", "outside_tint"),
    "warn": ("paper", "surface", "chip"),
    "danger": ("paper", "surface"),
}


def pairs(uses: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(name, ground) for name, grounds in uses.items() for ground in grounds]


def test_there_is_light_and_dark_and_both_with_high_contrast() -> None:
    assert NAMES == ["dark", "dark-high-contrast", "light", "light-high-contrast"]


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_every_token_as_a_colour_and_no_other(name: str) -> None:
    with resource("themes", f"{name}.toml").open("rb") as file:
        found = tomllib.load(file)
    assert set(found) == {field.name for field in fields(Tokens)}
    assert found.pop("dark") is name.startswith("dark")
    assert all(re.fullmatch("[0-9A-F]{6}", colour) for colour in found.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "ground"), pairs(TEXTS))
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    colours = load_tokens(name).colours()
    enough = 7 if name.endswith("high-contrast") else 4.5
    assert contrast(colours[text], colours[ground]) >= enough


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("mark", "ground"), pairs(MARKS))
def test_marks_and_borders_can_be_seen(name: str, mark: str, ground: str) -> None:
    colours = load_tokens(name).colours()
    assert contrast(colours[mark], colours[ground]) >= 3


def rules() -> dict[str, dict[str, str]]:
    """Each selector of the style sheet, and the token that each of its properties takes."""
    sheet = resource("themes", "workbook.qss").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet)):
        declared = (line.partition(":") for line in body.split(";") if line.strip())
        tokens = {
            name.strip(): token[1]
            for name, _, value in declared
            if (token := re.search(r"\$([a-z_]+)\b", value))
        }
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(tokens)
    return found


RULES = rules()
WITH_TEXT = ("QLabel", "QPushButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QMenu", "QTool")


def text_on(selector: str) -> str:
    """The token of the text under a selector: its own, that of the same without a state, or ink."""
    plain = re.sub(r"(?<!:):[a-z]+$", "", selector)
    return RULES[selector].get("color") or RULES.get(plain, {}).get("color", "ink")


@pytest.mark.parametrize("name", NAMES)
def test_every_ground_of_the_style_sheet_bears_its_text(name: str) -> None:
    colours = load_tokens(name).colours()
    grounds = {
        selector: rule["background"]
        for selector, rule in RULES.items()
        if selector.startswith(WITH_TEXT)
        and "background" in rule
        and not re.search("::(indicator|separator)", selector)
    }
    assert len(grounds) > 15
    assert not [
        selector
        for selector, ground in grounds.items()
        if contrast(colours[text_on(selector)], colours[ground]) < 4.5
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_button_shows_that_it_has_the_focus(name: str) -> None:
    colours = load_tokens(name).colours()
    ring = RULES['QPushButton[kind="primary"]:focus']["border"]
    assert contrast(colours[ring], colours["ink"]) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_charts_can_be_drawn_in_every_theme(name: str) -> None:
    tokens = load_tokens(name)
    assert palette_from(tokens.colours()).inside == f"#{tokens.inside}".lower()


def test_the_program_wears_the_chosen_colours(qapp: QApplication, theme: Theme) -> None:
    theme.choose(appearance=Appearance.DARK)
    assert qapp.palette().window().color() == theme.color("paper")
    assert theme.color("paper").name() == "#14181d"
    theme.choose(appearance=Appearance.LIGHT, high_contrast=True)
    assert qapp.palette().window().color().name() == "#ffffff"


def test_a_change_is_told(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(scale=1.5)


def test_the_sides_have_their_colours_and_neither_is_ink(theme: Theme) -> None:
    assert theme.side_color(Side.INSIDE) == theme.color("inside")
    assert theme.side_color(Side.OUTSIDE) == theme.color("outside")
    assert theme.side_color(Side.NEITHER) == theme.color("ink")


def test_an_unknown_colour_is_a_mistake(theme: Theme) -> None:
    with pytest.raises(AttributeError):
        theme.color("pink")


def test_it_follows_the_system_only_where_that_was_chosen(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme, told = Qt.ColorScheme, QGuiApplication.styleHints().colorSchemeChanged
    now = [scheme.Light]  # screenless systems have no scheme to change
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda hints: now[0])
    theme.choose(appearance=Appearance.SYSTEM)
    assert not theme.tokens.dark
    now[0] = scheme.Dark
    with qtbot.waitSignal(theme.changed):
        told.emit(scheme.Dark)
    assert theme.tokens.dark
    theme.choose(appearance=Appearance.LIGHT)
    told.emit(scheme.Dark)
    assert not theme.tokens.dark


@pytest.mark.parametrize(("asked", "given"), [(0.1, 1.0), (1.25, 1.25), (2.0, 2.0), (9.0, 2.0)])
def test_text_is_never_smaller_than_usual_nor_more_than_twice_as_large(
    theme: Theme, asked: float, given: float
) -> None:
    theme.choose(scale=asked)
    assert theme.scale == given
    assert theme.px(100) == round(100 * given)


def test_enlarging_enlarges_what_the_program_writes_in(qapp: QApplication, theme: Theme) -> None:
    assert qapp.font().pixelSize() == 15
    theme.choose(scale=1.5)
    assert qapp.font().pixelSize() == 22
    assert theme.font(28).pixelSize() == 42


@pytest.mark.parametrize("serif", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_the_type_is_the_shipped_one(theme: Theme, serif: bool, bold: bool) -> None:
    found = QFontInfo(theme.font(15, bold=bold, serif=serif))
    assert found.family() == (SERIF if serif else SANS)
    assert found.bold() == bold
    assert found.weight() == (600 if bold else 400)


def test_italics_are_drawn_by_the_shipped_face_not_slanted(theme: Theme) -> None:
    font = theme.font(20, serif=True)
    font.setItalic(True)
    assert QFontInfo(font).family() == SERIF
    assert QFontInfo(font).italic()
    assert QFontInfo(font).styleName() == "Italic"

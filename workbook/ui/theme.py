"""Colours, type and the style sheet of the window, from the token files in resources/themes."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workbook.model.kinds import Side
from workbook.resources import resource

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"
SIZES = (100, 125, 150, 175, 200)  # per cent of text


class Appearance(StrEnum):
    """What the person chose in View ▸ Appearance."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as rrggbb."""

    dark: bool
    paper: str  # behind everything
    surface: str  # cards and fields
    line: str  # decoration only
    edge: str  # borders of controls, marks that are not chosen
    ink: str
    soft: str
    faint: str
    inside: str  # each other, trust, people
    inside_tint: str
    outside: str  # the outside, results, work
    outside_tint: str
    warn: str
    danger: str
    chip: str

    def colours(self) -> Mapping[str, str]:
        """Every colour as "#rrggbb" by name."""
        return {name: f"#{value}" for name, value in asdict(self).items() if name != "dark"}


def load_tokens(name: str) -> Tokens:
    """The tokens of resources/themes/<name>.toml; TypeError where one is missing or unknown."""
    with resource("themes", f"{name}.toml").open("rb") as file:
        return Tokens(**tomllib.load(file))


@cache
def _sheet() -> Template:
    return Template(resource("themes", "workbook.qss").read_text(encoding="utf-8"))


class Theme(QObject):
    """The chosen appearance; pages and painted widgets ask it for colours and sizes. Made for an
    application in Qt's style Fusion, on which the style sheet is built.

    `scale` enlarges text, 1.0 to 2.0.
    """

    changing = Signal()  # before: what is not seen had better go than be styled anew
    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.appearance = Appearance.SYSTEM
        self.high_contrast = False
        self.scale = 1.0
        self.tokens = load_tokens("light")
        self._building = False
        for path in sorted(resource("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(
        self,
        *,
        appearance: Appearance | None = None,
        high_contrast: bool | None = None,
        scale: float | None = None,
    ) -> None:
        """Change what is given, restyle the program and tell everybody."""
        self.changing.emit()
        if appearance is not None:
            self.appearance = appearance
        if high_contrast is not None:
            self.high_contrast = high_contrast
        if scale is not None:
            self.scale = min(max(scale, 1.0), 2.0)
        name = "dark" if self._wants_dark() else "light"
        self.tokens = load_tokens(name + ("-high-contrast" if self.high_contrast else ""))
        self._app.setPalette(self._palette())
        self._app.setFont(self.font(15))
        if not self._building:
            self._app.setStyleSheet(self._style())
        self.changed.emit()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Put the style sheet on only after a window is built: under one, every widget would be
        styled again each time that it, or what it is in, is put into another.
        """
        self._building = True
        try:
            yield
        finally:
            self._building = False
            self._app.setStyleSheet(self._style())

    def _wants_dark(self) -> bool:
        if self.appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.appearance is Appearance.DARK

    def _system_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self.choose()

    def px(self, size: float) -> int:
        """A length in pixels, enlarged with the text."""
        return round(size * self.scale)

    def color(self, name: str) -> QColor:
        """A token's colour by its name; AttributeError where there is none."""
        return QColor(f"#{getattr(self.tokens, name)}")

    def side_color(self, side: Side) -> QColor:
        """The colour of a side of a contrast; ink for neither."""
        return self.color("ink" if side is Side.NEITHER else side.value)

    def font(self, size: float, *, bold: bool = False, serif: bool = False) -> QFont:
        """A font of this size in pixels before enlarging; bold is semibold."""
        font = QFont(SERIF if serif else SANS)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for to, name in {
            role.Window: "paper",
            role.WindowText: "ink",
            role.Base: "surface",
            role.AlternateBase: "chip",
            role.Text: "ink",
            role.PlaceholderText: "faint",
            role.Button: "surface",
            role.ButtonText: "ink",
            role.Highlight: "ink",
            role.HighlightedText: "surface",
            role.ToolTipBase: "surface",
            role.ToolTipText: "ink",
            role.Link: "ink",
            role.Light: "surface",
            role.Mid: "line",
            role.Dark: "edge",
            role.Shadow: "edge",
        }.items():
            palette.setColor(to, self.color(name))
        for to in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, to, self.color("faint"))
        return palette

    def _style(self) -> str:
        values = dict(self.tokens.colours())
        for name in _sheet().get_identifiers():
            if name.startswith("px"):
                values[name] = f"{self.px(int(name[2:]))}px"
        values["sans"], values["serif"] = SANS, SERIF
        values["icons"] = resource("icons").as_posix()
        values["tone"] = "dark" if self.tokens.dark else "light"
        return _sheet().substitute(values)

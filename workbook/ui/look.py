"""Carries out what the menu View chooses of the look: applied at once, and kept for next time."""

from workbook.ui.actions import Actions
from workbook.ui.settings import MOTION, Settings
from workbook.ui.theme import SIZES, Appearance, Theme


class Look:
    """The choices of appearance, contrast and size of text."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        self._theme, self._settings = theme, settings
        self._actions: Actions | None = None

    def tick(self, actions: Actions) -> None:
        """Tick in these menus what is chosen, from now on."""
        self._actions = actions
        self._show()

    def choose_appearance(self, appearance: Appearance) -> None:
        """Light, dark, or as the system."""
        self._theme.choose(appearance=appearance)
        self._keep()

    def choose_contrast(self, high: bool) -> None:
        """High contrast or not."""
        self._theme.choose(high_contrast=high)
        self._keep()

    def choose_size(self, size: int) -> None:
        """A size of text in per cent, or 1 and −1 for the next larger and smaller one."""
        if size in (1, -1):
            now = round(self._theme.scale * 100)
            at = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - now)) + size
            size = SIZES[min(max(at, 0), len(SIZES) - 1)]
        self._theme.choose(scale=size / 100)
        self._keep()

    def choose_motion(self, moves: bool) -> None:
        """Whether what is revealed may fade in."""
        self._settings.set_flag(MOTION, moves)
        self._show()

    def _keep(self) -> None:
        self._settings.keep(self._theme)
        self._show()

    def _show(self) -> None:
        if self._actions is None:
            return
        actions, theme = self._actions, self._theme
        actions.appearances[theme.appearance].setChecked(True)
        actions.contrast.setChecked(theme.high_contrast)
        actions.motion.setChecked(self._settings.flag(MOTION, True))
        percent = round(theme.scale * 100)
        for size, action in actions.sizes.items():
            action.setChecked(size == percent)
        actions.smaller.setEnabled(percent > SIZES[0])
        actions.larger.setEnabled(percent < SIZES[-1])

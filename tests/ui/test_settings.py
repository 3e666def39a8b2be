"""What a person likes is kept beside the library, and nonsense in the file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from workbook.ui.settings import Settings
from workbook.ui.theme import Appearance, Theme


def test_choices_come_back(tmp_path: Path, theme: Theme, qapp: QApplication) -> None:
    theme.choose(appearance=Appearance.DARK, high_contrast=True, scale=1.75)
    Settings(tmp_path).keep(theme)
    theme.choose(appearance=Appearance.LIGHT, high_contrast=False, scale=1.0)
    Settings(tmp_path).apply_to(theme)
    assert theme.appearance is Appearance.DARK
    assert theme.high_contrast
    assert theme.scale == 1.75


def test_at_first_it_follows_the_system_in_the_usual_size(tmp_path: Path, theme: Theme) -> None:
    theme.choose(appearance=Appearance.DARK, high_contrast=True, scale=1.75)
    Settings(tmp_path).apply_to(theme)
    assert theme.appearance is Appearance.SYSTEM
    assert not theme.high_contrast
    assert theme.scale == 1.0


@pytest.mark.parametrize(
    "written",
    [
        "appearance=pink\nscale=large\nhigh_contrast=perhaps\nnotes=\ngeometry=here",
        "appearance=\nscale=-50\ngeometry=@Invalid()",
        "scale=²\nappearance=Light",
        "scale=99999999999999999999",
        "scale=1, 2\nappearance=dark, light",
        "\x00\x01 no file of settings [[[",
        "[General\nscale",
    ],
)
def test_nonsense_in_the_file_is_as_if_it_were_not_there(
    tmp_path: Path, theme: Theme, written: str
) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\n{written}\n", encoding="utf-8")
    settings = Settings(tmp_path)
    settings.apply_to(theme)
    assert theme.appearance in Appearance
    assert 1 <= theme.scale <= 2
    assert settings.geometry() is None
    assert not theme.high_contrast


@pytest.mark.parametrize("value", [True, False])
def test_a_yes_or_no_comes_back(tmp_path: Path, value: bool) -> None:
    Settings(tmp_path).set_flag("notes", value)
    assert Settings(tmp_path).flag("notes", not value) is value
    assert Settings(tmp_path).flag("other", value) is value


@pytest.mark.parametrize("value", ["", "abc", "/tmp/Ünïcode, with = signs; and “quotes”", "%2F"])
def test_a_text_comes_back(tmp_path: Path, value: str) -> None:
    Settings(tmp_path).set_text("export_folder", value)
    assert Settings(tmp_path).text("export_folder") == value


def test_the_place_of_the_window_comes_back(tmp_path: Path) -> None:
    assert Settings(tmp_path).geometry() is None
    Settings(tmp_path).set_geometry(QByteArray(b"\x01\xd9\xd0\xcb\x00\x03"))
    assert Settings(tmp_path).geometry() == QByteArray(b"\x01\xd9\xd0\xcb\x00\x03")


def test_a_folder_that_takes_no_file_does_no_harm(tmp_path: Path, theme: Theme) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    Settings(blocked).keep(theme)
    Settings(blocked).apply_to(theme)
    assert theme.scale == 1.0

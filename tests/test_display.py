"""A machine that cannot show a window says so in one sentence, and what to do."""

import ctypes
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbook import display


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """A folder of plugins as Qt has it, with empty files."""
    (tmp_path / "platforms").mkdir()
    for name in ("libqxcb.so", "libqwayland.so", "libqoffscreen.so"):
        (tmp_path / "platforms" / name).touch()
    (tmp_path / "wayland-0").touch()  # where XDG_RUNTIME_DIR points, see obstacle()
    return tmp_path


class Machine:
    """Loads every library but those named as missing, and answers as a display server does."""

    def __init__(self, *missing: str, answers: bool = True) -> None:
        self.missing, self.answers = missing, answers

    def load(self, name: str) -> object:
        if name in self.missing:
            raise _missing(name)
        if name.endswith("libqxcb.so") and self.missing:
            raise _missing(self.missing[0])
        return SimpleNamespace(
            xcb_connect=_function(lambda *_: 1),
            xcb_connection_has_error=_function(lambda _: not self.answers),
            xcb_disconnect=_function(lambda _: None),
            wl_display_connect=_function(lambda _: 1 if self.answers else None),
            wl_display_disconnect=_function(lambda _: None),
        )


def _missing(name: str) -> OSError:
    return OSError(f"{name}: cannot open shared object file: No such file or directory")


def _function(answer: Callable[..., object]) -> Callable[..., object]:
    def function(*arguments: object) -> object:
        return answer(*arguments)

    return function


def obstacle(
    plugins: Path, environ: Mapping[str, str], machine: Machine | None = None, system: str = "linux"
) -> str:
    environ = {"XDG_RUNTIME_DIR": str(plugins), **environ}
    return display.obstacle(lambda: plugins, environ, (machine or Machine()).load, system)


def test_nothing_is_in_the_way_of_a_desktop(plugins: Path) -> None:
    assert obstacle(plugins, {"DISPLAY": ":0"}) == ""
    assert obstacle(plugins, {"WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert obstacle(plugins, {"QT_QPA_PLATFORM": "offscreen:size=1x1"}) == ""


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}])
def test_without_a_screen_it_says_what_works_without_one(
    plugins: Path, environ: dict[str, str]
) -> None:
    said = obstacle(plugins, environ)
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in said
    assert "workbook list" in said
    assert "workbook export" in said


def test_windows_and_macos_need_no_display_variable(plugins: Path) -> None:
    for system in ("win32", "darwin"):
        assert obstacle(plugins, {}, system=system) == ""


def test_a_library_that_qt_needs_is_named_with_the_command_that_gets_it(
    plugins: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def qt() -> Path:
        raise ImportError(str(_missing("libEGL.so.1")))

    machine = Machine("libEGL.so.1", "libGL.so.1")
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt" else None)
    said = display.obstacle(qt, {"DISPLAY": ":0"}, machine.load, "linux")
    assert "libEGL.so.1, libGL.so.1" in said
    assert "sudo apt install libegl1 libgl1”" in said
    monkeypatch.setattr("shutil.which", lambda name: name if name == "dnf" else None)
    said = display.obstacle(qt, {"DISPLAY": ":0"}, machine.load, "linux")
    assert "sudo dnf install libglvnd-egl libglvnd-glx”" in said
    monkeypatch.setattr("shutil.which", lambda _: None)
    said = display.obstacle(qt, {"DISPLAY": ":0"}, machine.load, "linux")
    assert "libegl1 libgl1” on Debian" in said
    assert "libglvnd-glx” on Fedora" in said


def test_every_library_the_x_plugin_lacks_is_named_at_once(plugins: Path) -> None:
    machine = Machine("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libwayland-client.so.0")
    said = obstacle(plugins, {"DISPLAY": ":0"}, machine)
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4:" in said
    assert "wayland" not in said


def test_a_library_nobody_knows_is_named_all_the_same(plugins: Path) -> None:
    said = obstacle(plugins, {"DISPLAY": ":0"}, Machine("libstrange.so.7"))
    assert "libstrange.so.7: install the package" in said


def test_what_the_loader_says_is_passed_on_where_no_library_is_missing(plugins: Path) -> None:
    def qt() -> Path:
        raise ImportError("libstdc++.so.6: version `GLIBCXX_3.4.32'\nnot found")

    said = display.obstacle(qt, {"DISPLAY": ":0"}, Machine().load, "linux")
    assert "version `GLIBCXX_3.4.32' not found" in said


def test_a_server_that_does_not_answer_is_named(plugins: Path) -> None:
    silent = Machine(answers=False)
    assert "(:99) does not answer" in obstacle(plugins, {"DISPLAY": ":99"}, silent)
    assert "(wayland-0)" in obstacle(plugins, {"WAYLAND_DISPLAY": "wayland-0"}, silent)
    assert "(wayland-7)" in obstacle(plugins, {"WAYLAND_DISPLAY": "wayland-7"})
    assert "(w)" in obstacle(plugins, {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": ""})


def test_a_wayland_connection_that_is_already_open_is_not_used_up(plugins: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "w", "WAYLAND_SOCKET": "5"}
    assert obstacle(plugins, environ, Machine(answers=False)) == ""


def test_one_platform_that_works_is_enough(plugins: Path) -> None:
    machine = Machine("libxcb-cursor.so.0")
    assert obstacle(plugins, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, machine) == ""
    assert obstacle(plugins, {"QT_QPA_PLATFORM": "xcb;offscreen"}, machine) == ""


def test_a_platform_that_qt_does_not_have_is_named(plugins: Path) -> None:
    said = obstacle(plugins, {"QT_QPA_PLATFORM": "paper"})
    assert "no platform “paper”" in said


def test_a_platform_from_a_folder_of_its_own_is_found(plugins: Path, tmp_path: Path) -> None:
    environ = {"QT_QPA_PLATFORM": "paper", "QT_PLUGIN_PATH": str(tmp_path / "own")}
    (tmp_path / "own" / "platforms").mkdir(parents=True)
    (tmp_path / "own" / "platforms" / "libqpaper.so").touch()
    assert obstacle(plugins, environ) == ""


def test_a_qt_that_is_not_installed_is_not_a_matter_of_the_display() -> None:
    def qt() -> Path:
        raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6")

    with pytest.raises(ModuleNotFoundError):
        display.obstacle(qt, {"DISPLAY": ":0"}, Machine().load, "linux")


@pytest.mark.parametrize("library", ["libxcb.so.1", "libwayland-client.so.0"])
def test_the_functions_asked_of_the_system_exist(library: str) -> None:
    try:
        loaded = ctypes.CDLL(library)
    except OSError:
        pytest.skip(f"this machine has no {library}")
    names = {
        "libxcb.so.1": ("xcb_connect", "xcb_connection_has_error", "xcb_disconnect"),
        "libwayland-client.so.0": ("wl_display_connect", "wl_display_disconnect"),
    }
    assert all(hasattr(loaded, name) for name in names[library])

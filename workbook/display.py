"""Whether a window can be opened on this machine, and if not, the sentence that says why.

Qt ends the process with a core dump where its platform plugin cannot be used. So what the plugin
needs is tried first: a screen, the system's libraries, and an answer from the display server.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workbook.catalogue import ntr, tr

Loader = Callable[[str], Any]

# The system's libraries that Qt's own ones ask for (readelf -d), with the packages that have them.
_PACKAGES = {  # library: (Debian and Ubuntu, Fedora)
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}
_PLATFORM_PACKAGES = {
    "xcb": {
        "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
        "libxcb.so.1": ("libxcb1", "libxcb"),
        "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
        "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
        "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
        "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
        "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
        "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
        "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
        "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
        "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
        "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
        "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
        "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    },
    "wayland": {
        "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
        "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    },
}
_MISSING_LIBRARY = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


def obstacle(
    import_qt: Callable[[], Path],
    environ: Mapping[str, str] = os.environ,
    load: Loader = ctypes.CDLL,
    system: str = sys.platform,
) -> str:
    """What keeps a window from opening, in one sentence that says what to do; "" for nothing.

    Args:
        import_qt: imports Qt, ImportError where that fails, and returns its folder of plugins.
        environ: the environment, which names the display.
        load: loads a shared library by name or path, OSError where that fails.
        system: `sys.platform`; only where Qt has several platforms there is more to check.

    Raises:
        ModuleNotFoundError: where Qt is not installed at all.
    """
    several = system not in ("win32", "darwin")
    platforms = _platforms(environ) if several else []
    if several and not platforms:
        return tr(
            "there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "start the workbook from a desktop, or over the network with “ssh -X”; {commands}"
        ).format(commands=_commands())
    try:
        plugins = import_qt()
    except ModuleNotFoundError:
        raise  # no library of the system: the workbook itself is not set up
    except ImportError as error:
        return _not_loaded(str(error), _PACKAGES, load)
    if not several:
        return ""
    reasons = [_platform_obstacle(name, plugins, environ, load) for name in platforms]
    return reasons[0] if all(reasons) else ""


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The platforms Qt will try, in its order (qguiapplication.cpp, init_platform)."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in chosen.split(";") if name]
    wayland = environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland"] * bool(wayland) + ["xcb"] * bool(environ.get("DISPLAY"))


def _platform_obstacle(
    platform: str, plugins: Path, environ: Mapping[str, str], load: Loader
) -> str:
    """What keeps Qt from using one platform, "" for nothing."""
    name = platform.partition("-")[0]  # wayland-egl is a part of the plugin wayland
    file = f"libq{name}.so"
    others = [Path(place) for place in environ.get("QT_PLUGIN_PATH", "").split(os.pathsep) if place]
    found = [place / "platforms" / file for place in (*others, plugins)]
    plugin = next((path for path in found if path.exists()), None)
    if plugin is None:
        return tr(
            "Qt has no platform “{platform}”, which QT_QPA_PLATFORM names: unset QT_QPA_PLATFORM "
            "to let Qt choose; {commands}"
        ).format(platform=platform, commands=_commands())
    try:
        load(str(plugin))
    except OSError as error:
        return _not_loaded(str(error), _PACKAGES | _PLATFORM_PACKAGES.get(name, {}), load)
    if name == "xcb" and not _x_answers(load):
        return tr(
            "the X server that DISPLAY names ({display}) does not answer: start the workbook from "
            "a desktop, or over the network with “ssh -X”; {commands}"
        ).format(display=environ.get("DISPLAY", ""), commands=_commands())
    if name == "wayland" and not _wayland_answers(environ, load):
        return tr(
            "the Wayland display ({display}) does not answer: start the workbook from a desktop; "
            "{commands}"
        ).format(display=_wayland_display(environ), commands=_commands())
    return ""


def _x_answers(load: Loader) -> bool:
    xcb = load("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))  # never null, even if it failed
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(environ: Mapping[str, str], load: Loader) -> bool:
    if environ.get("WAYLAND_SOCKET"):
        return True  # a connection made by whoever started us: trying it would use it up
    socket = Path(environ.get("XDG_RUNTIME_DIR", ""), _wayland_display(environ))
    if not socket.is_absolute() or not socket.exists():
        return False  # known without asking libwayland, which would complain on standard error
    wayland = load("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


def _wayland_display(environ: Mapping[str, str]) -> str:
    return environ.get("WAYLAND_DISPLAY") or "wayland-0"


def _not_loaded(reason: str, packages: Mapping[str, tuple[str, str]], load: Loader) -> str:
    """The sentence for what the system's loader said when it could not load Qt."""
    found = _MISSING_LIBRARY.search(reason)
    if found is None:
        return tr(
            "Qt could not be loaded ({reason}): install the workbook anew; {commands}"
        ).format(reason=" ".join(reason.split()), commands=_commands())
    # The loader names the first library it misses. Naming all saves a round trip for each.
    missing = [name for name in packages if name == found[1] or not _loads(name, load)]
    if found[1] not in missing:
        missing.insert(0, found[1])
    wanted = [packages[name] for name in missing if name in packages]
    return ntr(
        "Qt needs a library of the system that is not installed, {libraries}: {remedy}; {commands}",
        "Qt needs libraries of the system that are not installed, {libraries}: {remedy}; "
        "{commands}",
        len(missing),
    ).format(libraries=", ".join(missing), remedy=_remedy(wanted), commands=_commands())


def _loads(name: str, load: Loader) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _remedy(wanted: list[tuple[str, str]]) -> str:
    """How to get packages on this machine, as far as it tells which system it is."""
    if not wanted:
        return tr("install the package of your system that has it")
    apt = "sudo apt install " + " ".join(dict.fromkeys(debian for debian, _ in wanted))
    dnf = "sudo dnf install " + " ".join(dict.fromkeys(fedora for _, fedora in wanted))
    if shutil.which("apt"):
        return tr("get what is missing with “{command}”").format(command=apt)
    if shutil.which("dnf"):
        return tr("get what is missing with “{command}”").format(command=dnf)
    return tr("get what is missing with “{apt}” on Debian and Ubuntu, “{dnf}” on Fedora").format(
        apt=apt, dnf=dnf
    )


def _commands() -> str:
    return tr("without a window, “workbook list” and “workbook export SESSION -o FILE.pdf” work")

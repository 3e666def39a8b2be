"""The wheel holds all it needs and runs from anywhere; README's commands are the real ones."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbook import __version__

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def run(*command: object, cwd: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed into it, away from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install")
    run(*pip, "--quiet", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def test_the_wheel_holds_every_module_and_resource(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = [p for p in (ROOT / "workbook").rglob("*") if p.suffix in (".py", ".sql")]
    resources = [p for p in (ROOT / "resources").rglob("*") if p.is_file()]
    assert resources
    assert {path.relative_to(ROOT).as_posix() for path in shipped} <= names
    assert {f"workbook/{path.relative_to(ROOT).as_posix()}" for path in resources} <= names
    for kind in ("migrations/", "guides/", "fonts/", "themes/", "icons/", "examples/", "LICENSE"):
        assert any(kind in name for name in names), kind
    assert not any(name.startswith(("tests/", "resources/")) for name in names)


def test_the_installed_program_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    environ = {"PYTHONPATH": str(installed), "WORKBOOK_LIBRARY": str(tmp_path / "library")}

    def workbook(*arguments: str) -> str:
        return run(sys.executable, "-m", "workbook", *arguments, cwd=tmp_path, **environ).stdout

    where = "import workbook.resources as r; print(r.__file__, r.resource('guides'))"
    for path in run(sys.executable, "-c", where, cwd=tmp_path, **environ).stdout.split():
        assert Path(path).is_relative_to(installed)
    assert workbook("--version") == f"workbook {__version__}\n"
    session = workbook("sample").strip()
    assert workbook("list").startswith(f"{session}\t")
    workbook("export", session, "-o", "summary.pdf")
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF-")


def test_the_command_is_installed(installed: Path, tmp_path: Path) -> None:
    (script,) = (installed / "bin").glob("workbook*")
    done = run(script, "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert done.stdout == f"workbook {__version__}\n"


@pytest.mark.parametrize("last", ["workbook", "pytest"])
def test_readme_sets_up_in_one_line_on_every_system(last: str) -> None:
    lines = README.read_text("utf-8").splitlines()
    extra = "'.[test]'" if last == "pytest" else "."
    assert f"python3 -m venv .venv && .venv/bin/pip install -q -e {extra} && .venv/bin/{last}" in (
        lines
    )
    windows = rf"py -m venv .venv; .venv\Scripts\pip install -q -e {extra}; .venv\Scripts\{last}"
    assert windows in lines


def test_python_m_main_and_the_command_are_one_program(tmp_path: Path) -> None:
    for start in ((ROOT / "main.py",), ("-m", "workbook")):
        done = run(sys.executable, *start, "--version", cwd=tmp_path, PYTHONPATH=str(ROOT))
        assert done.stdout == f"workbook {__version__}\n"

"""The commands as scripts and people use them: what they print, and how they fail."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook import __version__, cli, operations
from workbook.app import main
from workbook.guides import load_guide

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def run(*arguments: object) -> Done:
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return run


@pytest.fixture
def library(own_library: Path) -> Iterator[operations.Library]:
    """The library that WORKBOOK_LIBRARY names, open."""
    with closing(operations.open_library(own_library)) as library:
        yield library


def add(library: operations.Library, name: str) -> str:
    session = operations.new_reflection(library, load_guide()).session
    operations.rename(library, session.id, name)
    return session.id


def assert_one_line(done: Done, status: int, *says: str) -> None:
    assert done.status == status
    assert done.out == ""
    assert re.fullmatch(r"workbook: [^\n]+\n", done.err), done.err
    for words in says:
        assert words in done.err


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == Done(0, f"workbook {__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["sample"], ["list"], ["export"], ["tally"]])
def test_every_command_explains_itself(run: Run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert (done.status, done.err) == (0, "")
    assert "--library" in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fly"], ["fly", "workbook --help"]),
        (["list", "--xml"], ["--xml", "--help"]),
        (["list", "--js"], ["--js", "--help"]),
        (["list", "extra"], ["extra", "--help"]),
        (["export"], ["SESSION", "workbook export --help"]),
        (["export", "sample"], ["-o", "workbook export --help"]),
        (["export", "sample", "-o", "a.pdf", "--paper", "a5"], ["a5", "letter"]),
        (["--library"], ["--library"]),
        (["--library", "", "list"], ["--library"]),
        (["fly\nhigh\x1b[31m"], ["high"]),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, arguments: list[str], says: list[str]) -> None:
    done = run(*arguments)
    assert_one_line(done, 2, *says)
    assert "\x1b" not in done.err


def test_sample_prints_the_id_of_the_example_alone(run: Run) -> None:
    done = run("sample")
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(r"\S+\n", done.out)
    assert run("list").out.startswith(done.out.strip() + "\t")


def test_each_sample_is_a_session_of_its_own(run: Run) -> None:
    assert run("sample").out != run("sample").out
    assert len(run("list").out.splitlines()) == 2


def test_list_prints_one_session_a_line(run: Run, library: operations.Library) -> None:
    first, second = add(library, "Garten am Fluss"), add(library, "")
    lines = [line.split("\t") for line in run("list").out.splitlines()]
    assert [line[0] for line in lines] == [second, first]  # the last changed first
    _, group, mode, progress, changed = lines[1]
    assert (group, mode, progress) == ("Garten am Fluss", "solo", f"0/{len(load_guide().steps)}")
    when = datetime.strptime(changed, "%Y-%m-%d %H:%M").astimezone()
    assert abs(datetime.now().astimezone() - when) < timedelta(minutes=2)
    assert lines[0][1] == "(no name yet)"


def test_list_as_json_is_an_array_of_objects(run: Run, library: operations.Library) -> None:
    session = add(library, "Café 合唱 🎶")
    done = run("list", "--json")
    assert done.out.isascii()
    (listed,) = json.loads(done.out)
    changed = datetime.fromisoformat(listed.pop("changed"))
    assert changed.tzinfo == UTC
    assert listed == {
        "id": session,
        "group": "Café 合唱 🎶",
        "mode": "solo",
        "progress": {"done": 0, "total": len(load_guide().steps)},
    }


def test_what_is_in_the_trash_is_not_listed(run: Run, library: operations.Library) -> None:
    operations.move_to_trash(library, add(library, "Old"))
    assert run("list").out == ""
    assert json.loads(run("list", "--json").out) == []


def test_looking_makes_no_library(run: Run, own_library: Path, tmp_path: Path) -> None:
    assert run("list") == Done(0, "", "")
    assert run("list", "--json").out == "[]\n"
    assert_one_line(run("export", "abc", "-o", tmp_path / "a.pdf"), 2, "abc", str(own_library))
    assert not own_library.exists()


@given(st.text())
def test_names_steer_no_terminal_and_stay_on_their_line(name: str) -> None:
    safe = cli.harmless(name)
    assert len(safe.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", safe)
    assert safe.split() == cli.harmless(safe).split()


def test_a_name_of_several_lines_is_one_column(run: Run, library: operations.Library) -> None:
    add(library, "A\tB\nC\x1b[31m\u202eD")
    (line,) = run("list").out.splitlines()
    assert line.count("\t") == 4
    assert "\x1b" not in line


@pytest.mark.parametrize("before", [True, False])
def test_the_library_may_be_named_before_or_after_the_command(
    run: Run, tmp_path: Path, own_library: Path, before: bool
) -> None:
    chosen = ("--library", tmp_path / "mine")
    done = run(*chosen, "sample") if before else run("sample", *chosen)
    assert done.status == 0
    assert (tmp_path / "mine").is_dir()
    assert not own_library.exists()


def test_a_library_that_is_a_file_is_wrong_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert_one_line(run("list", "--library", tmp_path / "file"), 2, "folder")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_damaged_library_is_a_failure(run: Run, own_library: Path) -> None:
    assert run("sample").status == 0
    (own_library / "library.sqlite").write_bytes(b"nonsense" * 100)
    for command in (["list"], ["sample"], ["export", "abc", "-o", "a.pdf"]):
        assert_one_line(run(*command), 1, "library.sqlite")


def test_export_writes_the_summary_and_prints_nothing(run: Run, tmp_path: Path) -> None:
    session = run("sample").out.strip()
    for name, beginning in (("a.pdf", session), ("b.pdf", session[:6])):
        assert run("export", beginning, "-o", tmp_path / name) == Done(0, "", "")
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")


def test_the_built_in_example_is_exported_without_storing_it(
    run: Run, tmp_path: Path, own_library: Path
) -> None:
    assert run("export", "sample", "-o", tmp_path / "a.pdf") == Done(0, "", "")
    assert run("export", "sample", "-o", tmp_path / "b.pdf").status == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert not own_library.exists()


def test_the_paper_can_be_chosen(run: Run, tmp_path: Path) -> None:
    from pypdf import PdfReader

    widths = {}
    for paper in ("a4", "LETTER"):
        file = tmp_path / f"{paper}.pdf"
        assert run("export", "sample", "-o", file, "--paper", paper).status == 0
        widths[paper] = round(float(PdfReader(file).pages[0].mediabox.width))
    assert widths == {"a4": 595, "LETTER": 612}


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("nowhere/a.pdf", "nowhere"),
        ("nowhere/a", "nowhere"),
        ("", "summary.pdf"),
        ("a.txt", ".pdf .csv .md .json .ics .svg .png"),
    ],
)
def test_a_place_that_cannot_hold_the_file_is_wrong_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_one_line(run("export", "sample", "-o", output), 2, says)


def test_a_file_whose_name_begins_with_a_tilde_is_a_file_like_any_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "sample", "-o", "~nobody-has-this-name.pdf") == Done(0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["~nobody-has-this-name.pdf"]


def test_a_library_in_the_folder_of_somebody_unknown_is_wrong_use(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_one_line(run("--library", "~nobody-has-this-name", "list"), 2, "~")
    monkeypatch.setenv("WORKBOOK_LIBRARY", "~nobody-has-this-name/books")
    assert_one_line(run("list"), 2, "~")
    assert_one_line(run(), 2, "~")


def test_a_file_that_cannot_be_written_is_a_failure(run: Run, tmp_path: Path) -> None:
    name = "a" * 300 + ".pdf"  # longer than any file system allows
    done = run("export", "sample", "-o", tmp_path / name)
    assert_one_line(done, 1)
    assert list(tmp_path.iterdir()) == []


def test_what_no_font_can_draw_is_named_and_the_file_is_written(
    run: Run, library: operations.Library, tmp_path: Path
) -> None:
    session = add(library, "Garden \U0010fffd\u0378")  # private and unassigned: in no font
    done = run("export", session, "-o", tmp_path / "a.pdf")
    assert (done.status, done.out) == (0, "")
    assert re.fullmatch(r"workbook: no font [^\n]+\n", done.err)
    assert (tmp_path / "a.pdf").exists()


def test_sessions_that_are_not_meant_clearly_are_wrong_input(
    run: Run, library: operations.Library, tmp_path: Path
) -> None:
    ids = [add(library, str(n)) for n in range(40)]  # more than an id has different first letters
    first = next(one for one in (i[0] for i in ids) if sum(i[0] == one for i in ids) > 1)
    assert_one_line(run("export", first, "-o", tmp_path / "a.pdf"), 2, first)
    assert_one_line(run("export", "§", "-o", tmp_path / "a.pdf"), 2, "§")
    assert_one_line(run("export", "", "-o", tmp_path / "a.pdf"), 2)
    assert_one_line(run("export", "\udcff", "-o", tmp_path / "a.pdf"), 2)
    assert not (tmp_path / "a.pdf").exists()


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", interrupted)
    assert run("list") == Done(130, "", "")


def test_a_failing_disk_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> int:
        raise OSError(28, "No space left on device", "/media/stick/a.pdf")

    monkeypatch.setattr(cli, "run", full)
    assert_one_line(run("list"), 1, "/media/stick/a.pdf: No space left on device")


def process(*arguments: str, **options: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE, and reports it otherwise")
def test_a_reader_that_had_enough_is_no_error(library: operations.Library) -> None:
    add(library, "Garden")
    reading, writing = os.pipe()
    os.close(reading)
    with process("list", stdout=writing) as child:
        os.close(writing)
        _, err = child.communicate(timeout=60)
    assert err == b""
    assert child.returncode == 128 + signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_a_failure(library: operations.Library) -> None:
    add(library, "Garden")
    with Path("/dev/full").open("wb") as full, process("list", stdout=full) as child:
        _, err = child.communicate(timeout=60)
    assert child.returncode == 1
    assert re.fullmatch(rb"workbook: [^\n]+\n", err)


def test_a_console_without_a_character_still_gets_the_line(library: operations.Library) -> None:
    add(library, "Café 合唱")
    environ = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    with process("list", stdout=subprocess.PIPE, env=environ) as child:
        out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, b"")
    assert "Café \\u5408\\u5531".encode("cp1252") in out


def test_looking_into_an_empty_folder_makes_nothing_there(tmp_path: Path) -> None:
    assert main(["list", "--library", str(tmp_path)]) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["csv", "md", "json", "ics", "svg", "png", "PDF"])
def test_the_ending_of_the_name_chooses_the_format(run: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    assert run("export", "sample", "-o", file) == Done(0, "", "")
    begins = {
        "csv": b'\xef\xbb\xbf"session",', "md": b"# ", "json": b"{", "ics": b"BEGIN:VCALENDAR\r\n",
        "svg": b"<?xml", "png": b"\x89PNG", "PDF": b"%PDF-",
    }  # fmt: skip
    assert file.read_bytes().startswith(begins[ending])
    assert list(tmp_path.iterdir()) == [file]


def test_a_summary_has_no_a3(run: Run, tmp_path: Path) -> None:
    for name in ("a.pdf", "a.csv", "all"):
        done = run("export", "sample", "-o", tmp_path / name, "--paper", "A3")
        assert_one_line(done, 2, "a3 is for posters", "a4 or letter")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_gets_everything(run: Run, tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "all"
    if there:
        folder.mkdir()
    done = run("export", "sample-workshop", "-o", folder)
    assert (done.status, done.err) == (0, "")
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert sorted(done.out.splitlines()) == sorted(map(str, written))
    names = {path.name for path in folder.iterdir()}
    assert names >= {"summary.pdf", "answers.csv", "session.md", "session.json", "charts"}


def test_what_a_session_does_not_have_is_a_failure_and_leaves_nothing(
    run: Run, library: operations.Library, tmp_path: Path
) -> None:
    session = add(library, "Garden")
    assert_one_line(run("export", session, "-o", tmp_path / "a.ics"), 1, "no date")
    assert_one_line(run("export", session, "-o", tmp_path / "a.png"), 1, "nothing to draw")
    assert list(tmp_path.iterdir()) == []

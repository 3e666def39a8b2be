"""An export into a folder takes its own old files away, and nothing that is anybody else's."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.leaks import GUIDE
from tests.small_guide import FULL, answers, session
from tests.storage.held_workshops import contents
from workbook.model.opened import OpenSession
from workbook.operations.export_folder import FORMAT, LIST, write_folder
from workbook.operations.exporting_files import ExportError, export_files
from workbook.printing.pages.pdf import Cancelled
from workbook.readings.findings import Findings

OPENED = OpenSession(session(), GUIDE, FULL)
BARE = replace(OPENED, answers=answers(group_name="We"))  # no chart, no date


def write(folder: Path, files: dict[str, bytes]) -> None:
    def writing(data: bytes) -> Callable[[Path], None]:
        return lambda path: (path.write_bytes(data), None)[1]

    made = [(name, writing(data)) for name, data in files.items()]
    write_folder(folder, made, lambda *_: None, lambda: None)


def telling(names: list[str]) -> Callable[[str, int, int], None]:
    """Keeps the names of files that are begun."""
    return lambda name, _done, _files: names.append(name)


def without_list(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != LIST}


def test_charts_and_dates_that_are_no_more_go(tmp_path: Path) -> None:
    export_files(Findings(OPENED), tmp_path / "all")
    assert {"look-again.ics", "charts/kind-map.svg"} <= set(contents(tmp_path / "all"))
    export_files(Findings(BARE), tmp_path / "all")
    export_files(Findings(BARE), tmp_path / "new")
    assert contents(tmp_path / "all") == contents(tmp_path / "new")
    assert not (tmp_path / "all" / "charts").exists()


def test_what_others_put_there_or_changed_stays(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    export_files(Findings(OPENED), folder)
    others = {
        "charts/mine.svg": b"mine",
        "look-again.ics": (folder / "look-again.ics").read_bytes() + b"\r\n",
        "notes.md": b"notes",
    }
    for name, data in others.items():
        (folder / name).write_bytes(data)
    export_files(Findings(BARE), folder)
    found = contents(folder)
    assert {name: found.get(name) for name in others} == others
    assert [name for name in found if name.startswith("charts/")] == ["charts/mine.svg"]


def test_without_a_list_nothing_goes(tmp_path: Path) -> None:
    export_files(Findings(OPENED), tmp_path / "all")
    before = contents(tmp_path / "all")
    (tmp_path / "all" / LIST).unlink()
    export_files(Findings(BARE), tmp_path / "all")
    assert set(contents(tmp_path / "all")) == set(before)


@pytest.mark.parametrize(
    "listed",
    [
        "", "[]", "{", "null", '{"format": 1}', "[" * 100_000,
        json.dumps({"format": FORMAT, "version": 2, "files": {"a.csv": ""}}),
        json.dumps({"format": FORMAT, "version": 1, "files": ["a.csv"]}),
        json.dumps({"format": FORMAT, "version": 1, "files": {"a.csv": 1, "": ""}}),
    ],
    ids=lambda listed: listed[:30],
)  # fmt: skip
def test_a_list_that_is_none_takes_nothing_away(tmp_path: Path, listed: str) -> None:
    (tmp_path / "a.csv").write_bytes(b"mine")
    (tmp_path / LIST).write_text(listed)
    write(tmp_path, {"b.csv": b"new"})
    assert without_list(tmp_path) == {"a.csv": b"mine", "b.csv": b"new"}


def test_a_list_that_names_files_elsewhere_takes_nothing_away(tmp_path: Path) -> None:
    folder, outside = tmp_path / "all", tmp_path / "mine.csv"
    write(folder, {"a.csv": b"mine"})
    digest = json.loads((folder / LIST).read_text())["files"]["a.csv"]
    outside.write_bytes(b"mine")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "b.svg").write_bytes(b"mine")
    (folder / "charts").symlink_to(tmp_path / "there")
    (folder / "link.csv").symlink_to(outside)
    (folder / "mine.txt").write_bytes(b"mine")
    names = ["../mine.csv", str(outside), "charts/../../mine.csv", "charts/b.svg", "link.csv",
             "mine.txt", "a.csv"]  # fmt: skip
    files = dict.fromkeys(names, digest)
    (folder / LIST).write_text(json.dumps({"format": FORMAT, "version": 1, "files": files}))
    write(folder, {"c.csv": b"new"})
    assert outside.read_bytes() == (tmp_path / "there" / "b.svg").read_bytes() == b"mine"
    assert (folder / "link.csv").is_symlink()
    assert (folder / "mine.txt").exists()
    assert not (folder / "a.csv").exists()  # which alone is ours


NAMES = st.sampled_from(["a.csv", "b.md", "charts/c.svg", "charts/d.png", "e.ics"])
FILES = st.dictionaries(NAMES, st.sampled_from([b"", b"one", b"two"]))


@settings(max_examples=60)
@given(first=FILES.filter(bool), theirs=FILES, second=FILES)
def test_what_is_left_is_what_is_new_and_what_is_theirs(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, bytes],
    theirs: dict[str, bytes],
    second: dict[str, bytes],
) -> None:
    folder = tmp_path_factory.mktemp("left") / "all"
    write(folder, first)
    for name, data in theirs.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    write(folder, second)
    changed = {name: data for name, data in theirs.items() if first.get(name) != data}
    assert without_list(folder) == changed | second


def test_where_a_file_cannot_be_moved_the_old_ones_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    export_files(Findings(OPENED), folder)
    (folder / "answers.csv").unlink()
    (folder / "answers.csv").mkdir()
    before = contents(folder)
    with pytest.raises(ExportError, match="is a folder"):
        export_files(Findings(BARE), folder)
    assert contents(folder) == before


@pytest.mark.parametrize("there", [True, False])
def test_a_stop_at_any_moment_leaves_all_as_it_was(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "all"
    if there:
        write(folder, {"answers.csv": b"old", "charts/old.svg": b"old"})
    before = contents(tmp_path)
    for at in range(-1, 4):  # before the first file, while each is written, and after the last
        told: list[str] = []

        def stop(at: int = at, told: list[str] = told) -> bool:
            return len(told) > at

        with pytest.raises(Cancelled):
            export_files(Findings(BARE), folder, begun=telling(told), cancelled=stop)
        assert len(told) == at + 1
        assert contents(tmp_path) == before
        assert [path.name for path in tmp_path.iterdir()] == ["all"] * there


def test_each_file_is_told_of_before_it_is_written(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    files = export_files(Findings(OPENED), tmp_path / "all", begun=lambda *each: told.append(each))
    names = [path.relative_to(tmp_path / "all").as_posix() for path in files]
    assert [name for name, _, _ in told] == names[:-1]
    assert names[-1] == LIST
    assert [(done, all_) for _, done, all_ in told] == [(at, len(told)) for at in range(len(told))]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError):
        export_files(Findings(BARE), tmp_path / "all")
    assert list(tmp_path.iterdir()) == []


def test_a_single_file_that_is_stopped_leaves_the_old_one(tmp_path: Path) -> None:
    for name in ("a.svg", "a.csv", "a.pdf"):
        (tmp_path / name).write_bytes(b"old")
        with pytest.raises(Cancelled):
            export_files(Findings(OPENED), tmp_path / name, cancelled=lambda: True)
        assert (tmp_path / name).read_bytes() == b"old"

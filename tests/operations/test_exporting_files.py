"""A session becomes the file that its name asks for, whole or not at all, and nothing slips out."""

import re
import zlib
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.leaks import GUIDE, NAMES, leaving_of, without_secrets, workshops
from tests.small_guide import FULL, answers, session
from tests.storage.held_workshops import contents
from workbook.documents.summary import summary
from workbook.documents.wanted import Wanted
from workbook.exchange.pictures import charts
from workbook.model.answers import GROUP, ME, Answers, Key
from workbook.model.guide import Mode
from workbook.model.opened import OpenSession
from workbook.model.paper import Paper
from workbook.model.workshop import (
    Ballot,
    Clock,
    Counts,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.operations.export_folder import LIST
from workbook.operations.exporting_files import (
    ENDINGS,
    ExportError,
    export_files,
)
from workbook.operations.print_room import CannotPrint, Handout, make
from workbook.readings.counting import count
from workbook.readings.findings import Findings

OPENED = OpenSession(session(), GUIDE, FULL)
BEGINS = {
    ".pdf": b"%PDF-", ".csv": b"\xef\xbb\xbf", ".md": b"# ", ".json": b"{", ".svg": b"<?xml",
    ".ics": b"BEGIN:VCALENDAR\r\n", ".png": b"\x89PNG\r\n",
}  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_chooses_the_format(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"Übung 1{ending.upper()}"
    assert export_files(Findings(OPENED), path) == (path,)
    assert path.read_bytes().startswith(BEGINS[ending])
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_gets_everything(tmp_path: Path) -> None:
    files = export_files(Findings(OPENED), tmp_path / "all", "letter")
    found = {path.relative_to(tmp_path / "all").as_posix() for path in files}
    assert found == set(contents(tmp_path / "all"))
    assert {"summary.pdf", "answers.csv", "session.md", "session.json", "look-again.ics"} < found
    for chart in charts(leaving_of(OPENED)):
        assert {f"charts/{chart.stem}.svg", f"charts/{chart.stem}.png"} < found
    page = pypdf.PdfReader(tmp_path / "all" / "summary.pdf").pages[0].mediabox
    assert (page.width, page.height) == (612, 792)


@pytest.mark.parametrize("name", ["a.pdf", "all"])
def test_only_posters_are_printed_on_a3(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="for posters"):
        export_files(Findings(OPENED), tmp_path / name, "a3")
    with pytest.raises(CannotPrint, match="posters"):
        wanted = Wanted(OPENED.guide, Findings(OPENED), paper=Paper.A3)
        make(Handout.SUMMARY, wanted, tmp_path / "b.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_a_date_or_a_chart_a_folder_has_the_rest(tmp_path: Path) -> None:
    opened = replace(OPENED, answers=answers(group_name="We"))
    export_files(Findings(opened), tmp_path / "all")
    assert set(contents(tmp_path / "all")) == {
        "summary.pdf", "answers.csv", "session.md", "session.json", LIST,
    }  # fmt: skip


def test_what_is_in_a_folder_already_stays_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "answers.csv").write_text("old")
    files = export_files(Findings(OPENED), tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "answers.csv").read_bytes().startswith(BEGINS[".csv"])
    assert len(contents(tmp_path)) == len(files) + 1


def test_where_one_file_cannot_be_replaced_all_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "summary.pdf").write_text("old")
    (tmp_path / "session.json").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        export_files(Findings(OPENED), tmp_path)
    assert contents(tmp_path) == {"summary.pdf": b"old"}
    assert {path.name for path in tmp_path.iterdir()} == {"summary.pdf", "session.json"}


def test_a_file_where_a_folder_is_needed_is_told(tmp_path: Path) -> None:
    (tmp_path / "charts").write_text("mine")
    with pytest.raises(ExportError, match="could not be written"):
        export_files(Findings(OPENED), tmp_path)
    assert contents(tmp_path) == {"charts": b"mine"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_cannot_be_made_leaves_the_old_one(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"file{ending}"
    path.mkdir()
    taken = tmp_path / "nowhere" / f"file{ending}"
    with pytest.raises(ExportError, match="There is no folder"):
        export_files(Findings(OPENED), taken)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("name", ["a.docx", "a.", ".csv", "answers.csv.zip"])
def test_an_unknown_ending_names_those_that_work(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        export_files(Findings(OPENED), tmp_path / name)
    assert all(ending in str(error.value) for ending in ENDINGS)
    assert contents(tmp_path) == {}


def test_a_file_without_an_ending_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(ExportError, match=r"\.ics"):
        export_files(Findings(OPENED), tmp_path / "notes")
    assert contents(tmp_path) == {"notes": b"mine"}


@pytest.mark.parametrize("typed", ["", "in spring"])
def test_without_a_date_it_says_where_to_write_one(typed: str, tmp_path: Path) -> None:
    opened = replace(OPENED, answers=answers(look_again=typed) if typed else Answers())
    (tmp_path / "again.ics").write_text("old")
    with pytest.raises(ExportError, match=r"no date to put into a calendar.*When to look again"):
        export_files(Findings(opened), tmp_path / "again.ics")
    assert contents(tmp_path) == {"again.ics": b"old"}


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_without_a_mark_there_is_nothing_to_draw(ending: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nothing to draw yet"):
        export_files(Findings(replace(OPENED, answers=Answers())), tmp_path / f"a{ending}")


def test_characters_that_no_font_can_draw_are_told(tmp_path: Path) -> None:
    told: list[tuple[str, ...]] = []
    opened = replace(OPENED, answers=answers(group_name="We \U0001d173\U000e0001 \ue123"))
    export_files(Findings(opened), tmp_path / "a.pdf", missing=told.append)
    assert any("U+E123" in each or "\ue123" in each for each in told[0])


def test_the_same_session_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_files(Findings(OPENED), tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


# ------------------------------------------------------------------------------ what must not leave

DRAFT, SCRATCH = "Draftword", "Scratchword"
OPEN, CLOSED, WITHHELD, SHOWN = 617341, 617342, 617343, 617344  # people, so that they can be found
SPOT = Spot("optimising.priority_scale", "now")
MARK = Spot("purpose.inside_scale", "do")


def secretive(keep_names: bool) -> OpenSession:
    """A workshop that holds something of all that must not leave it."""

    def voted(number: int, state: RoundState, secret: bool, people: int) -> tuple[Round, Counts]:
        found = Round(RoundId("optimising", number), (SPOT.question,), secret, state, people)
        return found, count(GUIDE, found, Counter({Ballot.of({SPOT: "3"}): people}))

    made = [
        voted(1, RoundState.REVEALED, True, SHOWN),
        voted(2, RoundState.WITHHELD, True, WITHHELD),
        voted(3, RoundState.CLOSED, False, CLOSED),
        voted(4, RoundState.OPEN, True, OPEN),
    ]
    named = Round(RoundId("purpose", 1), (MARK.question,), True, RoundState.REVEALED, 6)
    shown = named, count(GUIDE, named, Counter({Ballot.of({MARK: "7"}): 6}))
    made.append(shown)
    values = {
        Key("setting.group_name", "", 1, GROUP): "We",
        Key("purpose.inside_text", "", 1, GROUP): "Everything",
        Key("purpose.outside_text", "", 1, ME): DRAFT,
        Key("statement.closing", "", 1, ME): DRAFT,
        Key(*MARK, 1, "p1"): 7,
        Key(*SPOT, 3, "p2"): 3,
    }
    setup = Setup("60", 9, names=NAMES, keep_names=keep_names)
    rounds = tuple(found for found, _ in made)
    workshop = Workshop(setup, Clock(), rounds, {found.id: counts for found, counts in made})
    held = replace(session("We", scratch=SCRATCH), mode=Mode.WORKSHOP)
    return OpenSession(held, GUIDE, Answers(values, GROUP), workshop)


def everything_in(folder: Path) -> bytes:
    """All bytes of all files, and those that they hold in other forms: words of a PDF, streams."""
    found = []
    for name, data in contents(folder).items():
        found += [name.encode(), data]
        if name.endswith(".pdf"):
            reader = pypdf.PdfReader(BytesIO(data))
            found += [page.extract_text().encode() for page in reader.pages]
            found.append(str(reader.metadata).encode())
            found += [_inflated(stream) for stream in re.findall(b"stream\r?\n(.*?)endstream",
                                                                 data, re.DOTALL)]  # fmt: skip
    return b"\n".join(found).replace(b",", b"")  # a number is found however it is written


def _inflated(stream: bytes) -> bytes:
    unpacked = zlib.decompressobj()
    try:
        return unpacked.decompress(stream)
    except zlib.error:  # packed in another way, or not at all
        return stream


def test_no_byte_tells_what_was_not_shown(tmp_path: Path) -> None:
    export_files(Findings(secretive(keep_names=False)), tmp_path / "all")
    for ending in ENDINGS:
        if ending != ".ics":
            export_files(Findings(secretive(keep_names=False)), tmp_path / f"one{ending}")
    found = everything_in(tmp_path)
    assert str(SHOWN).encode() in found and b"Everything" in found  # it is looked for rightly
    for secret in (DRAFT, SCRATCH, OPEN, CLOSED, WITHHELD, *(person.name for person in NAMES)):
        assert str(secret).encode() not in found, secret


def test_names_that_are_kept_stand_beside_no_secret_answer(tmp_path: Path) -> None:
    export_files(Findings(secretive(keep_names=True)), tmp_path / "all")
    text = (tmp_path / "all" / "answers.csv").read_text("utf-8-sig")
    assert not any(person.name in text for person in NAMES)
    for name, data in contents(tmp_path / "all" / "charts").items():
        assert not any(person.name.encode() in data for person in NAMES), name


@given(workshops())
def test_the_summary_is_the_same_without_what_must_not_leave(opened: OpenSession) -> None:
    assert summary(Findings(opened)) == summary(Findings(without_secrets(opened)))


@settings(max_examples=4)
@given(workshops(), st.sampled_from([".csv", ".json", ".md", ".svg"]))
def test_files_are_the_same_without_what_must_not_leave(
    tmp_path_factory: pytest.TempPathFactory, opened: OpenSession, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("leaks")
    if not charts(leaving_of(opened)):
        ending = ".json"
    (one,) = export_files(Findings(opened), folder / f"one{ending}")
    (two,) = export_files(Findings(without_secrets(opened)), folder / f"two{ending}")
    assert one.read_bytes() == two.read_bytes()

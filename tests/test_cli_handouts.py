"""The command that prints: each kind of paper, its options, and how it fails."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from tests.printing.handouts.helpers import pages
from tests.printing.helpers import whole
from tests.storage.held_workshops import contents
from workbook.app import main
from workbook.catalogue.dates import long_date
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.slips import is_printed_code
from workbook.operations import add_example, new_reflection, open_library
from workbook.operations.print_room import Handout, choosing, make

Run = Callable[..., tuple[int, str, str]]
BEFOREHAND = [each.id for each in Handout if not each.after]
AFTERWARDS = [each.id for each in Handout if each.after and each is not Handout.SUMMARY]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def write(run: Run, tmp_path: Path) -> Callable[..., PdfReader]:
    """Writes a handout, and reads it."""

    def write(*arguments: object) -> PdfReader:
        path = tmp_path / "made.pdf"
        assert run("handout", *arguments, "-o", path) == (0, "", "")
        return PdfReader(path)

    return write


def text(file: PdfReader, only: Sequence[int] | None = None) -> str:
    found = (file.pages[at] for at in only) if only is not None else file.pages
    return " ".join(" ".join(page.extract_text().split()) for page in found)


def stored_example(folder: Path) -> str:
    """The id of the example's workshop, in a library."""
    library = open_library(folder)
    session = add_example(library, "workshop").session
    library.close()
    return session.id


def codes_in(path: Path) -> list[str]:
    """The slips' codes on the pages."""
    words = (whole(text.words) for page in pages(path) for text in page.texts)
    return [word for word in words if is_printed_code(word)]


def size(file: PdfReader) -> tuple[int, int]:
    return round(float(file.pages[0].mediabox.width)), round(float(file.pages[0].mediabox.height))


def assert_one_line(done: tuple[int, str, str], status: int, *says: str) -> None:
    assert done[:2] == (status, "")
    assert re.fullmatch(r"workbook: [^\n]+\n", done[2]), done[2]
    for words in says:
        assert words in done[2]


@pytest.mark.parametrize("kind", BEFOREHAND)
def test_what_is_printed_before_needs_no_session(
    write: Callable[..., PdfReader], own_library: Path, kind: str
) -> None:
    # What is known of a workshop may be given with every kind.
    file = write(kind, "--plan", "60", "--people", "5", "--start", "14:00", "--paper", "letter")
    assert size(file) == (612, 792)
    assert not own_library.exists()


@pytest.mark.parametrize("kind", AFTERWARDS)
def test_what_is_printed_after_is_made_of_a_session(
    run: Run, write: Callable[..., PdfReader], tmp_path: Path, kind: str
) -> None:
    assert_one_line(run("handout", kind, "-o", tmp_path / "a.pdf"), 2, "session")
    assert list(tmp_path.iterdir()) == []
    assert text(write(kind, "--session", "sample-workshop"))


def test_worksheets_are_for_so_many_people_or_for_these(
    write: Callable[..., PdfReader], tmp_path: Path
) -> None:
    one = len(write("worksheet", "--people", "1").pages)
    assert len(write("worksheet", "--people", "3").pages) == 3 * one
    assert len(write("worksheet").pages) == 12 * one
    names = tmp_path / "names.txt"
    names.write_text("Ada Lovelace\r\n\r\n  Grace \r\n", "utf-8-sig")
    file = write("worksheet", "--names", names)
    assert len(file.pages) == 2 * one
    assert "Ada Lovelace" in text(file, range(one))
    assert "Grace" in text(file, range(one, 2 * one))


def test_steps_are_named_by_ids_or_numbers(write: Callable[..., PdfReader]) -> None:
    file = write("worksheet", "--people", "1", "--steps", "purpose, 4")
    assert "Who is this group for?" in text(file)
    assert len(file.pages) < len(write("worksheet", "--people", "1").pages)
    assert text(write("worksheet", "--people", "1", "--steps", "1,rare")) == text(file)


def test_a_plan_leaves_out_the_steps_that_go_home(write: Callable[..., PdfReader]) -> None:
    long, short = (
        text(write("ballots", "--people", "1", "--plan", plan)) for plan in ("180", "60")
    )
    assert "Why both is rare" in long
    assert "Why both is rare" not in short


def test_large_print_takes_more_paper(write: Callable[..., PdfReader]) -> None:
    usual = write("worksheet", "--people", "1", "--steps", "purpose")
    large = write("worksheet", "--people", "1", "--steps", "purpose", "--large")
    assert len(large.pages) > len(usual.pages)


def test_ballots_have_room_for_a_code_where_slips_are_drawn(
    write: Callable[..., PdfReader],
) -> None:
    assert "Code" not in text(write("ballots", "--people", "1"))
    assert "Code" in text(write("ballots", "--people", "1", "--slips"))
    assert "Code" in text(write("ballots", "--session", "sample-workshop"))


def test_ballots_say_whose_they_are(write: Callable[..., PdfReader]) -> None:
    file = write("ballots", "--session", "sample-workshop", "--people", "4")
    for page in range(len(file.pages)):
        assert text(file, [page]).count("River Street Makers") == 4
    assert "River Street" not in text(write("ballots", "--people", "4"))


def test_codes_are_random_and_the_same_on_all_of_a_persons_ballots(
    run: Run, own_library: Path, tmp_path: Path
) -> None:
    path, session = tmp_path / "ballots.pdf", stored_example(own_library)
    before = contents(own_library)
    seen = []
    for _ in range(2):
        asked = ("--session", session, "--plan", "60", "--people", "6", "--codes", "-o", path)
        assert run("handout", "ballots", *asked) == (0, "", "")
        kinds = len(PdfReader(path).outline)
        codes = Counter(codes_in(path))
        assert len(codes) == 6
        assert set(codes.values()) == {kinds}
        seen += codes
    assert len(set(seen)) == 12  # nobody gets the same one again
    assert contents(own_library) == before  # and nobody keeps them


def test_codes_never_stand_beside_names(
    run: Run, own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "names.txt").write_text("Ada Lovelace\n")
    for kind in ("ballots", "worksheet"):
        done = run("handout", kind, "--codes", "--names", "names.txt", "-o", "a.pdf")
        assert_one_line(done, 2, "is not for this")
    wanted = Wanted(load_guide(), people=2, names=("Ada Lovelace",), codes=True)
    make(Handout.BALLOTS, wanted, tmp_path / "a.pdf")
    assert codes_in(tmp_path / "a.pdf")
    assert "Ada" not in text(PdfReader(tmp_path / "a.pdf"))


def test_the_run_sheet_begins_when_the_workshop_does(write: Callable[..., PdfReader]) -> None:
    words = text(write("run-sheet", "--plan", "60", "--start", "9:15", "--people", "31"))
    assert "09:15" in words
    assert "10:15" in words
    assert "31" in words


def test_a_session_gives_its_name_and_its_people(
    write: Callable[..., PdfReader], own_library: Path
) -> None:
    words = text(write("run-sheet", "--session", stored_example(own_library)[:8]))
    assert "River Street Makers" in words
    assert "14 people" in words
    assert len(write("worksheet", "--session", "sample-workshop", "--steps", "1").pages) % 14 == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fly"], ["fly", "worksheet"]),
        (["summary"], ["summary", "worksheet"]),
        (["slips", "--people", "0"], ["--people"]),
        (["slips", "--people", "2001"], ["2000"]),
        (["slips", "--people", "٣"], ["--people"]),
        (["slips", "--large"], ["--large", "slips"]),
        (["slips", "--names", "a.txt"], ["--names", "slips"]),
        (["ballots", "--names", "a.txt"], ["--names", "ballots"]),
        (["worksheet", "--names", "a.txt", "--people", "3"], ["--names", "--people"]),
        (["worksheet", "--names", "nowhere.txt"], ["nowhere.txt"]),
        (["ballots", "--slips", "--codes"], ["--slips", "--codes"]),
        (["slips", "--codes"], ["--codes", "slips"]),
        (["worksheet", "--slips"], ["--slips", "worksheet"]),
        (["slips", "--day", "2027-02-01"], ["--day", "slips"]),
        (["letter", "--signed", "--session", "sample"], ["--signed", "letter"]),
        (["slips", "--poster", "map"], ["--poster", "slips"]),
        (["poster", "--poster", "map,tree"], ["tree", "questions, map, line and ladder"]),
        (["worksheet", "--paper", "a3"], ["A3"]),
        (["worksheet", "--steps", "flying"], ["flying", "purpose"]),
        (["ballots", "--steps", "impact"], ["impact", "purpose"]),
        (["run-sheet", "--plan", "75"], ["75", "60, 90 and 180"]),
        (["run-sheet", "--start", "half past"], ["14:00"]),
        (["run-sheet", "--start", "24:00"], ["14:00"]),
        (["run-sheet", "--session", "nobody"], ["nobody"]),
    ],
)
def test_wrong_use_is_told_in_one_line_and_leaves_nothing(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_one_line(run("handout", *arguments, "-o", "a.pdf"), 2, *says)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", ["a.txt", "a", "", "nowhere/a.pdf", "."])
def test_a_place_that_cannot_hold_the_file_is_wrong_use(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_one_line(run("handout", "slips", "-o", output), 2)
    assert list(tmp_path.iterdir()) == []


def test_a_code_among_the_names_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Ada\nCC2FH\n")
    done = run("handout", "worksheet", "--names", tmp_path / "names.txt", "-o", tmp_path / "a.pdf")
    assert_one_line(done, 2, "CC2FH", "slip")
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_that_cannot_be_written_is_a_failure(run: Run, tmp_path: Path) -> None:
    assert_one_line(run("handout", "slips", "-o", tmp_path / ("a" * 300 + ".pdf")), 1)
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_is_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("old")
    assert run("handout", "slips", "-o", tmp_path / "a.pdf") == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_what_no_font_can_draw_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("\U0010fffd\n", "utf-8")
    path = tmp_path / "a.pdf"
    done = run("handout", "worksheet", "--names", tmp_path / "names.txt", "-o", path)
    assert done[:2] == (0, "")
    assert re.fullmatch(r"workbook: no font [^\n]+\n", done[2])
    assert path.exists()


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day before the one that the examples agreed on."""
    monkeypatch.setattr(choosing, "today", lambda: date(2026, 11, 23))


def days_of(path: Path) -> list[date]:
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [event["DTSTART"].dt for event in events]


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize("typed", ["2027-03-05", "5 March 2027", "5/3/2027"])
def test_a_letter_is_read_on_the_day_that_is_chosen(run: Run, tmp_path: Path, typed: str) -> None:
    path = tmp_path / "letter.pdf"
    done = run("handout", "letter", "--session", "sample", "--day", typed, "-o", path)
    assert done == (0, "", "")
    assert date(2027, 3, 5) in days_of(tmp_path / "letter.ics")
    assert date(2027, 2, 1) not in days_of(tmp_path / "letter.ics")
    assert "5 March 2027" in text(PdfReader(path))


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("soon", ["--day", "2027-02-01"]),
        ("2027-02-30", ["--day"]),
        ("2026-11-22", ["22 November 2026 has passed", "ahead"]),
    ],
)
def test_a_day_that_is_none_or_past_is_told(
    run: Run, tmp_path: Path, typed: str, says: list[str]
) -> None:
    done = run("handout", "letter", "--session", "sample", "--day", typed, "-o", tmp_path / "a.pdf")
    assert_one_line(done, 2, *says)
    assert list(tmp_path.iterdir()) == []


def test_after_the_day_agreed_on_a_letter_is_for_ninety_days_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "today", lambda: date(2027, 6, 1))
    path = tmp_path / "letter.pdf"
    assert run("handout", "letter", "--session", "sample", "-o", path) == (0, "", "")
    assert date(2027, 8, 30) in days_of(tmp_path / "letter.ics")
    assert "30 August 2027" in text(PdfReader(path))


@pytest.mark.usefixtures("november")
def test_beside_a_letter_goes_its_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    assert run("handout", "letter", "--session", "sample", "-o", path) == (0, "", "")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["letter.ics", "letter.pdf"]
    assert date(2027, 2, 1) in days_of(tmp_path / "letter.ics")
    assert "1 February 2027" in text(PdfReader(path))


def test_a_letter_without_a_date_comes_after_ninety_days(
    run: Run, own_library: Path, tmp_path: Path
) -> None:
    library = open_library(own_library)
    session = new_reflection(library, load_guide()).session
    library.close()
    path = tmp_path / "letter.pdf"
    assert run("handout", "letter", "--session", session.id, "-o", path) == (0, "", "")
    (day,) = days_of(tmp_path / "letter.ics")
    assert day - session.changed.astimezone().date() == timedelta(days=90)
    assert long_date(day) in text(PdfReader(path))


def test_a_statement_that_is_not_written_is_a_failure(
    run: Run, own_library: Path, tmp_path: Path
) -> None:
    library = open_library(own_library)
    session = new_reflection(library, load_guide()).session
    library.close()
    done = run("handout", "statement", "--session", session.id, "-o", tmp_path / "a.pdf")
    assert_one_line(done, 1, "statement")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["poster", "statement"])
def test_posters_are_printed_on_a3(write: Callable[..., PdfReader], kind: str) -> None:
    assert size(write(kind, "--session", "sample-workshop")) == (842, 1191)
    assert size(write(kind, "--session", "sample-workshop", "--paper", "A4")) == (595, 842)


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ([], ["today", "Purpose", "Optimising", "wrong"]),
        (["--poster", "map"], ["Purpose"]),
        (["--poster", "LINE"], ["Optimising"]),
        (["--poster", "ladder, questions"], ["today", "wrong"]),
        (["--poster", "ladder", "--poster", "map"], ["Purpose", "wrong"]),
    ],
)
def test_posters_can_be_chosen_and_come_in_their_order(
    write: Callable[..., PdfReader], chosen: list[str], titles: list[str]
) -> None:
    file = write("poster", *chosen)
    assert len(file.pages) == len(titles)
    for page, words in enumerate(titles):
        assert words.casefold() in text(file, [page]).casefold()


def test_the_number_of_people_is_said_where_nobody_gives_one(
    run: Run, write: Callable[..., PdfReader]
) -> None:
    _, told, _ = run("handout", "--help")
    assert "the session’s, or 12" in " ".join(told.split())
    one = len(write("worksheet", "--people", "1").pages)
    assert len(write("worksheet").pages) == 12 * one
    assert len(write("worksheet", "--session", "sample-workshop").pages) == 14 * one

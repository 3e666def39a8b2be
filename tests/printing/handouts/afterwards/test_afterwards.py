import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printing.handouts.helpers import MM, PageOf, assert_sound, pages, reader
from tests.printing.handouts.posters import posters as wall
from tests.printing.helpers import whole
from workbook.model.answers import ME, Answers, Key, Value
from workbook.model.guide import Mode
from workbook.model.opened import OpenSession
from workbook.model.paper import SHEETS, Paper
from workbook.model.workshop import Person, RoundState, Workshop
from workbook.operations.creating import built_in_example
from workbook.operations.papers import write_letter, write_statement, write_take_home
from workbook.printing.pages.pdf import Cancelled, PrintError, Written

ROOM = built_in_example("workshop")
ALONE = built_in_example("reflection")
Write = Callable[..., Written]
EVERY: dict[str, Write] = {
    "statement": write_statement, "letter": write_letter, "take-home": write_take_home,
}  # fmt: skip
WORDS = "We mend things with each other and notice who is missing. "


def with_answers(opened: OpenSession = ROOM, **typed: Value | None) -> OpenSession:
    """The session with other answers, by ids with "__" for the dot; None takes one away."""
    answers = opened.answers
    for name, value in typed.items():
        answers = answers.with_value(answers.key(name.replace("__", ".")), value)
    return replace(opened, answers=answers)


def with_setup(opened: OpenSession = ROOM, **changes: object) -> OpenSession:
    assert opened.workshop is not None
    setup = replace(opened.workshop.setup, **changes)  # type: ignore[arg-type]
    return replace(opened, workshop=replace(opened.workshop, setup=setup))


def empty(opened: OpenSession = ROOM) -> OpenSession:
    assert opened.workshop is not None
    bare = Workshop(opened.workshop.setup)
    return replace(opened, answers=Answers({}, opened.answers.voice), workshop=bare)


def said(path: Path) -> str:
    return whole(" ".join(page.words for page in pages(path)))


def typed(name: str, opened: OpenSession = ROOM) -> str:
    return opened.answers.text(name)


# ---------------------------------------------------------------------------- the statement poster


def letters(page: PageOf, words: str) -> float:
    """How high the line is in which these words stand."""
    return max(t.height for t in page.texts if words in t.words)


def test_the_sentence_stands_large_over_the_statement(tmp_path: Path) -> None:
    made = write_statement(ROOM, tmp_path / "a.pdf")
    assert made.pages == 1
    words = said(made.path)
    assert typed("statement.priority") in words
    assert whole(typed("statement.purpose")) in words
    assert "Agreed on 22 November 2026." in words
    assert "RIVER STREET MAKERS" in words
    page = next(pages(made.path))
    assert letters(page, "How we treat") > 1.6 * letters(page, "River Street Makers is there") > 20


def test_names_stand_on_it_only_where_somebody_chose_that(tmp_path: Path) -> None:
    kept = with_setup(keep_names=True)
    assert kept.workshop is not None
    everyone = [person.name for person in kept.workshop.setup.names]
    for opened in (ROOM, kept):
        words = said(write_statement(opened, tmp_path / "a.pdf").path).split()
        assert not {"Ana", "Duarte", *everyone} & {word.strip(".,") for word in words}
    with_names = said(write_statement(kept, tmp_path / "a.pdf", names=True).path)
    assert "Facilitated by Ana Duarte." in with_names
    assert "Tomé and Yusuf" in with_names
    not_kept = said(
        write_statement(with_setup(keep_names=False), tmp_path / "a.pdf", names=True).path
    )
    assert "Facilitated by Ana Duarte." in not_kept
    assert "Yusuf" not in not_kept


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("length", [5, 40, 160, 420, 900])
def test_a_sentence_of_any_length_fills_its_page(tmp_path: Path, paper: Paper, length: int) -> None:
    text = ("Yes. " if length == 5 else WORDS * 20)[:length].strip()
    opened = with_answers(statement__purpose=text, statement__priority=None, wrong__order=None)
    made = write_statement(opened, tmp_path / "a.pdf", paper=paper)
    assert made.pages == 1
    wall.assert_sound(made.path, paper.size)
    assert text in said(made.path)
    page = next(pages(made.path))
    heights = [t.height for t in page.texts]
    body = [t for t in page.texts if t.height > 0.6 * max(heights)]
    if length > 5:
        high = max(t.top for t in body) - min(t.bottom for t in body)
        wide = max(t.right for t in body) - min(t.left for t in body)
        assert high > 0.4 * paper.size[1]
        assert wide > 0.6 * paper.size[0]


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    sentence=st.text(st.sampled_from("abcdefghij ,.é"), max_size=300),
    statement=st.text(st.sampled_from("abcdefghijklm \n,.é"), max_size=900),
)
def test_whatever_is_written_stays_on_one_page(
    tmp_path: Path, sentence: str, statement: str
) -> None:
    opened = with_answers(
        statement__purpose=statement, statement__priority=sentence, wrong__order=None
    )
    if not (sentence.strip() or statement.strip()):
        with pytest.raises(PrintError):
            write_statement(opened, tmp_path / "a.pdf")
        return
    made = write_statement(opened, tmp_path / "a.pdf")
    assert made.pages == 1
    wall.assert_sound(made.path, Paper.A4.size)


def test_no_word_of_a_statement_is_parted(tmp_path: Path) -> None:
    text = "Verantwortungsgemeinschaft heißt: Nachbarschaftswerkstatt und Lebensmittelrettung"
    opened = with_answers(statement__priority=text)
    lines = next(pages(write_statement(opened, tmp_path / "a.pdf").path)).words.split()
    assert set(text.split()) <= set(lines)


def test_one_person_alone_does_not_speak_for_the_group(tmp_path: Path) -> None:
    words = said(write_statement(ALONE, tmp_path / "a.pdf", names=True).path)
    assert "One person’s words on 3 November 2026." in words
    assert "Agreed" not in words


def test_without_any_words_there_is_no_poster(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="no statement"):
        write_statement(empty(), tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


# ------------------------------------------------------------------------------- the return letter


def test_the_letter_says_when_it_is_read_and_what_was_agreed(tmp_path: Path) -> None:
    made = write_letter(ROOM, tmp_path / "a.pdf")
    assert made.pages == 1
    words = said(made.path)
    assert "To be read on 1 February 2027, in 71 days" in words
    assert "On 22 November 2026, 14 of us sat together" in words
    assert whole(typed("statement.purpose")) in words
    assert typed("statement.priority") in words
    assert f"“{typed('statement.dissent')}”" in words
    assert "Two bench evenings without a project. Ines, 12 December 2026." in words
    assert "Marek" not in words  # one promise


@pytest.mark.parametrize(
    ("again", "on", "read"),
    [
        (None, None, "To be read on 20 February 2027, in 90 days"),
        ("after the summer", None, "To be read on 20 February 2027, in 90 days"),
        ("1 February 2027", date(2027, 5, 1), "To be read on 1 May 2027, in 160 days"),
        ("2026-11-23", None, "To be read on 23 November 2026, in 1 day"),
    ],
)
def test_the_day_it_is_read_on(
    tmp_path: Path, again: str | None, on: date | None, read: str
) -> None:
    opened = with_answers(statement__look_again=again)
    assert read in said(write_letter(opened, tmp_path / "a.pdf", on=on).path)


def test_a_day_that_has_passed_is_not_said_to_be_ahead(tmp_path: Path) -> None:
    words = said(write_letter(ROOM, tmp_path / "a.pdf", on=date(2026, 11, 22)).path)
    assert "To be read on 22 November 2026" in words
    assert "in 0 days" not in words


def lines(path: Path) -> list[float]:
    """The heights of the lines to write on, page by page."""
    return [line.bottom for page in pages(path) for line in page.lines(400) if line.height < 1.3]


def test_without_a_promise_there_are_lines_for_one(tmp_path: Path) -> None:
    with_one = len(lines(write_letter(ROOM, tmp_path / "a.pdf").path))
    opened = with_answers(statement__commitments=None)
    made = write_letter(opened, tmp_path / "a.pdf")
    words = said(made.path)
    assert "Write it by hand before you fold this: what, who and by when." in words
    assert "Ines" not in words
    assert len(lines(made.path)) >= 2 + 3
    assert with_one >= 3


def test_the_room_that_is_left_is_for_answers(tmp_path: Path) -> None:
    made = write_letter(ROOM, tmp_path / "a.pdf")
    found = lines(made.path)
    assert len(found) >= 5
    assert min(above - below for above, below in pairwise(found)) >= 8 * MM
    assert min(found) < 110  # down to the foot


def test_a_letter_to_oneself(tmp_path: Path) -> None:
    words = said(write_letter(ALONE, tmp_path / "a.pdf").path)
    assert "I sat down and asked what this group is for" in words
    assert "all of us" not in words
    assert "What would I write today?" in words


def test_an_empty_session_gives_a_letter_to_be_written_by_hand(tmp_path: Path) -> None:
    made = write_letter(empty(), tmp_path / "a.pdf")
    assert made.pages == 1
    assert len(lines(made.path)) >= 4 + 2 + 3


# ------------------------------------------------------------------------------ the take-home sheet


def test_it_tells_what_was_decided_and_promised(tmp_path: Path) -> None:
    words = said(write_take_home(ROOM, tmp_path / "a.pdf").path)
    assert "What we decided on 22 November 2026" in words
    for step in ROOM.guide.steps:
        for id_ in step.room:
            if id_.endswith((".sentence", ".said_otherwise")):
                assert whole(typed(id_)) in words
    assert "4 at “Strong support”, 6 at “Support” and 4 at “Go along”" in words
    assert f"“{typed('statement.dissent')}”" in words
    for row in ROOM.answers.records("statement.commitments"):
        assert f"{row['what']} {row['who']} {row['when']}" in words
    assert "We look at this again 1 February 2027" in words


def test_what_there_was_no_time_for_goes_home(tmp_path: Path) -> None:
    short = with_setup(plan="60")
    words = said(write_take_home(short, tmp_path / "a.pdf").path)
    at = words.index("For at home")
    for step_id in ("rare", "impact"):
        for page in ROOM.guide.step(step_id).pages:
            assert page.headline in words[at:]
            assert whole(page.framing) in words[at:]
    assert ROOM.guide.step("wrong").headline not in words[at:]
    assert "For at home" not in said(write_take_home(ROOM, tmp_path / "a.pdf").path)


def test_a_date_that_is_none_is_told_as_it_was_said(tmp_path: Path) -> None:
    opened = with_answers(statement__look_again="when the lathe runs")
    assert "when the lathe runs" in said(write_take_home(opened, tmp_path / "a.pdf").path)
    opened = with_answers(statement__look_again=None)
    words = said(write_take_home(opened, tmp_path / "a.pdf").path)
    assert "When we look at this again" in words


def test_an_empty_session_gives_lines_to_write_on(tmp_path: Path) -> None:
    made = write_take_home(empty(), tmp_path / "a.pdf")
    assert made.pages == 1
    assert len(lines(made.path)) >= 2


# ----------------------------------------------------------------------------------------- for all


@pytest.mark.parametrize("name", EVERY)
def test_nothing_private_is_on_any_of_them(tmp_path: Path, name: str) -> None:
    answers = ROOM.answers.with_value(
        Key("statement.purpose", respondent=ME), "a draft that was taken along"
    ).with_value(Key("wrong.sentence", respondent="p1"), "what one person typed")
    opened = replace(
        with_setup(names=(Person("p1", "Zoraya"),), keep_names=False),
        answers=answers,
        session=replace(ROOM.session, scratch="ring Lotte before Christmas"),
    )
    words = said(EVERY[name](opened, tmp_path / "a.pdf").path)
    for private in ("draft", "one person typed", "Christmas", "Zoraya"):
        assert private not in words


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.WITHHELD])
def test_consent_that_was_not_shown_is_not_told(tmp_path: Path, state: RoundState) -> None:
    assert ROOM.workshop is not None
    rounds = tuple(
        replace(found, state=state) if found.id.step == "statement" else found
        for found in ROOM.workshop.rounds
    )
    opened = replace(ROOM, workshop=replace(ROOM.workshop, rounds=rounds))
    for name, write in EVERY.items():
        words = said(write(opened, tmp_path / f"{name}.pdf").path)
        assert "Agreed" not in words
        assert "Strong support" not in words
        assert "The group’s words on 22 November 2026." in words


TEXTS: dict[str, str] = {
    "long": WORDS * 60,
    "one long word": "Werkstattnachbarschaft" * 60,
    "Chinese": "我们为邻居修理东西也互相照顾" * 60,
    "Arabic": "نصلح ما يأتي به الجيران " * 50,
    "lines": "\n\n".join([WORDS] * 20),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", EVERY)
def test_words_of_any_length_stay_on_the_page(tmp_path: Path, name: str, text: str) -> None:
    long = TEXTS[text]
    rows = tuple({"what": long[:700], "who": long[:80], "when": long[:60]} for _ in range(4))
    opened = with_answers(
        with_setup(plan="60"), setting__name=long[:90], statement__purpose=long,
        statement__priority=long[:400], statement__dissent=long, statement__commitments=rows,
        purpose__sentence=long[:900], purpose__said_otherwise=long, wrong__sentence=long[:50],
    )  # fmt: skip
    paper = SHEETS[len(text) % 2]
    made = EVERY[name](opened, tmp_path / "a.pdf", paper=paper)
    check = wall.assert_sound if name == "statement" else assert_sound
    check(made.path, paper.size)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("opened", [ROOM, ALONE], ids=["room", "alone"])
def test_the_file_is_sound_and_always_the_same(
    tmp_path: Path, name: str, opened: OpenSession
) -> None:
    first, again = (EVERY[name](opened, tmp_path / f"{n}.pdf") for n in "ab")
    assert first.path.read_bytes() == again.path.read_bytes()
    assert not first.undrawable
    done = subprocess.run(
        [shutil.which("qpdf") or pytest.skip("needs qpdf"), "--check", str(first.path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    found = reader(first.path)
    assert found.metadata is not None
    assert "River Street Makers" in (found.metadata.title or "")
    catalog = found.trailer["/Root"]
    assert catalog["/Lang"] == "en"  # type: ignore[index]
    assert "/StructTreeRoot" in catalog


def test_kinds_of_paper(tmp_path: Path) -> None:
    for write in (write_letter, write_take_home):
        with pytest.raises(ValueError, match="posters"):
            write(ROOM, tmp_path / "a.pdf", paper="a3")
    for name, write in EVERY.items():
        with pytest.raises(Cancelled):
            write(ROOM, tmp_path / f"{name}.pdf", cancelled=partial(bool, 1))
    assert not list(tmp_path.iterdir())


def test_the_examples_are_what_these_tests_think_they_are() -> None:
    assert ROOM.session.mode is Mode.WORKSHOP
    assert ALONE.workshop is None


@pytest.mark.parametrize("opened", [ALONE, ROOM])
def test_a_sheet_without_words_asks_for_them_instead_of_announcing_them(
    tmp_path: Path, opened: OpenSession
) -> None:
    workshop = Workshop(opened.workshop.setup) if opened.workshop else None
    bare = replace(opened, answers=Answers({}, opened.answers.voice), workshop=workshop)
    letter = said(write_letter(bare, tmp_path / "letter.pdf").path)
    assert "by hand. Read" in letter
    assert "These are the words" not in letter
    home = said(write_take_home(bare, tmp_path / "home.pdf").path)
    assert "Here is room for it." in home
    assert "happens next" not in home

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import PageOf, assert_sound, held, pages, reader, reworded
from tests.printing.helpers import whole
from tests.small_guide import small_guide
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import CaseQuestion, Guide, Mode, Plan
from workbook.model.paper import SHEETS, Paper
from workbook.model.secrecy import usually_open
from workbook.model.workshop import Person, Setup
from workbook.operations.print_room import CannotPrint, Handout, make
from workbook.printing.handouts.run_sheet.bring import bring
from workbook.printing.handouts.run_sheet.content import timetable
from workbook.printing.pages.pdf import Cancelled, Written

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TWO = time(14, 0)
PLANS = ("60", "90", "180")


def setup_of(plan: str = "90", people: int = 14, **more: object) -> Setup:
    given: dict[str, object] = {"open_steps": usually_open(GUIDE), **more}
    return Setup(plan, people, **given)  # type: ignore[arg-type]


def write(
    path: Path,
    setup: Setup | None = None,
    guide: Guide = GUIDE,
    *,
    group: str = "River Street Makers",
    paper: Paper = Paper.A4,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    opened = held(guide, group, setup=setup or setup_of())
    wanted = Wanted(guide, opened, start=TWO, paper=paper)
    return make(Handout.RUN_SHEET, wanted, path, now=NOW, progress=progress, cancelled=cancelled)


def words(path: Path) -> str:
    return whole(" ".join(page.words for page in pages(path)))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("plain") / "a.pdf").path


# ------------------------------------------------------------------------------------------ times


def test_every_step_begins_when_the_ones_before_it_are_over(plain: Path) -> None:
    said = words(plain)
    assert "14:00 to 15:30" in said
    for at, title in [
        ("14:00", "Setting"), ("14:14", "1 · Purpose"), ("14:26", "2 · What kind of group"),
        ("14:29", "3 · Optimising for"), ("14:39", "4 · Why both is rare"),
        ("14:46", "5 · When things go wrong"), ("15:03", "6 · Impact"), ("15:12", "7 · Statement"),
        ("15:25", "To spare"), ("15:30", "End"),
    ]:  # fmt: skip
        assert f"{at} {title}" in said


def test_phases_have_their_times_and_minutes(plain: Path) -> None:
    said = words(plain)
    assert "14:00 Say when it ends Welcome · 3 min" in said
    assert "14:16 Hold the silence Write · 2½ min" in said
    assert "15:23 One sentence each Check-out · 2 min" in said


def test_the_break_has_its_time() -> None:
    parts = timetable(GUIDE, setup_of("180"), TWO, "", "").parts
    breaks = [(part.at, part.minutes) for part in parts if part.title == "Break"]
    assert breaks == [("15:19", "15 min")]
    assert not any(p.title == "Break" for p in timetable(GUIDE, setup_of(), TWO, "", "").parts)


def test_an_evening_may_end_after_midnight() -> None:
    made = timetable(GUIDE, setup_of(), time(23, 15), "", "")
    assert made.span == "23:15 to 00:45"
    assert [part.at for part in made.parts][-1] == "00:27"


@pytest.mark.parametrize("plan", PLANS)
def test_the_minutes_of_phases_are_those_of_their_step(plan: str) -> None:
    quarters = {"¼": 0.25, "½": 0.5, "¾": 0.75}

    def minutes(text: str) -> float:
        whole_part, quarter = re.fullmatch(r"(\d*)([¼½¾]?) min", text).groups()  # type: ignore[union-attr]
        return int(whole_part or 0) + quarters.get(quarter, 0)

    parts = timetable(GUIDE, setup_of(plan), TWO, "", "").parts
    for part in parts:
        if part.moments:
            assert sum(minutes(m.minutes) for m in part.moments) == minutes(part.minutes)
    for before, after in pairwise(parts):
        assert before.at < after.at


def test_own_minutes_count_and_steps_left_out_go_home() -> None:
    setup = setup_of(minutes={"purpose": 20, "impact": 0})
    made = timetable(GUIDE, setup, TWO, "", "")
    assert [p.minutes for p in made.parts if p.title == "1 · Purpose"] == ["20 min"]
    assert not any("Impact" in part.title for part in made.parts)
    assert "Step 6 on paper, to take home" in made.bring
    assert not any("Impact" in line for line in made.late)


# --------------------------------------------------------------------------------- what is on it


def test_every_card_is_on_it_with_what_to_listen_for(plain: Path) -> None:
    said = words(plain)
    for step in GUIDE.steps:
        assert step.headline in said
        assert whole(step.notes.listen) in said
        assert whole(step.notes.hot) in said
        for phase in step.phases:
            assert whole(phase.card) in said
            assert phase.card_title in said


def test_cases_and_rungs_are_there_to_be_read_aloud(plain: Path) -> None:
    said = words(plain)
    for question in GUIDE.questions.values():
        if isinstance(question, CaseQuestion):
            assert f"{question.title} {question.story}" in said
    assert "Work first: Keep the date · People first: Shrink the event" in said
    assert "Friends are disappointed → A month’s money is lost" in said


def bars(page: PageOf) -> list[float]:
    """The middles of the bars of firm phases."""
    return [p.middle[1] for p in page.paths if 1.5 < p.width < 2.6 and p.height > 12]


def test_a_bar_stands_beside_firm_phases_and_no_others(plain: Path) -> None:
    firm = sum(phase.firm for step in GUIDE.steps for phase in step.phases)
    assert sum(len(bars(page)) for page in pages(plain)) == firm
    assert words(plain).count("· firm") == firm


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("paper", SHEETS)
def test_it_fits_on_two_to_four_sides_in_letters_that_can_be_read(
    tmp_path: Path, plan: str, paper: Paper
) -> None:
    made = write(tmp_path / "a.pdf", setup_of(plan, slips=True), paper=paper)
    assert 2 <= made.pages <= 4
    assert not made.undrawable
    assert_sound(made.path, paper.size)
    cards = [
        text for page in pages(made.path) for text in page.texts if "Anyone may pass" in text.words
    ]
    assert cards
    assert min(text.height for text in cards) > 8  # from the b to the y, of 8.5 points or more


def test_what_to_bring_is_counted_for_the_people() -> None:
    brought = bring(GUIDE, setup_of("90", 14, slips=True))
    assert "14 worksheets, one each to keep" in brought
    assert "112 ballots: 14 each of 8 kinds, cut" in brought
    assert "14 slips, drawn unseen" in brought
    assert "56 dots to stick: 4 each" in brought
    assert not any("home" in line for line in brought)
    assert "Steps 4 and 6 on paper, to take home" in bring(GUIDE, setup_of("60"))


def test_a_room_that_votes_openly_needs_no_ballots() -> None:
    every = frozenset(step.id for step in GUIDE.steps)
    brought = bring(GUIDE, setup_of(open_steps=every))
    assert not any("ballot" in line for line in brought)


def test_without_a_number_of_people_nothing_is_counted() -> None:
    made = timetable(GUIDE, setup_of(people=0, slips=True), TWO, "", "")
    assert "people" not in made.lead
    assert "A worksheet for everyone, to keep" in made.bring
    assert "Ballots for everyone, of 8 kinds, cut" in made.bring
    assert "4 dots each to stick" in made.bring
    assert not any(line.startswith("0 ") for line in made.bring)


def test_who_is_late_learns_what_gives_and_what_never_does() -> None:
    late = timetable(GUIDE, setup_of(), TWO, "", "").late
    assert late[0] == "The first 5 minutes late cost nothing: they are to spare."
    assert late[1] == "First shorten 4 · Why both is rare: it can give 3 of its 7 minutes."
    assert late[2].startswith("Then shorten 6 · Impact:")
    assert late[-1].startswith("Never cut the silence, the second vote and “Check-out”.")


def test_the_short_plan_says_that_every_step_gives_a_little() -> None:
    late = timetable(GUIDE, setup_of("60"), TWO, "", "").late
    assert "Every step can give a little of its talking." in late
    assert not any("shorten" in line for line in late)


def test_no_name_is_on_it(tmp_path: Path) -> None:
    names = (Person("a", "Zoraya"), Person("b", "Quentin"))
    for keep in (False, True):
        made = write(tmp_path / "a.pdf", setup_of(names=names, keep_names=keep))
        assert not {"Zoraya", "Quentin"} & set(words(made.path).split())


# ------------------------------------------------------------------------------------------ pages


def test_a_step_that_goes_on_says_so(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", setup_of("60"))
    continued = [whole(page.words) for page in pages(made.path) if "continued" in page.words]
    assert continued
    for page in continued:
        assert re.match(r"\d · [^·]+, continued", page)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("paper", SHEETS)
def test_no_heading_and_no_lone_phase_ends_or_begins_a_side(
    tmp_path: Path, plan: str, paper: Paper
) -> None:
    made = write(tmp_path / "a.pdf", setup_of(plan), paper=paper)
    for page in pages(made.path):
        said = whole(page.words)
        for step in GUIDE.steps:
            if step.headline not in said:
                continue
            behind = said.split(step.headline)[-1]
            assert sum(p.card_title in behind for p in step.phases[:2]) == 2


LONG: dict[str, Callable[[str], str]] = {
    "half as long again": lambda text: " ".join([text, text[: len(text) // 2]]),
    "six times": lambda text: " ".join([text] * 6),
    "one long word": lambda text: text.replace(" ", "") * 3,
    "Chinese": lambda text: "我们为邻居修理东西也互相照顾" * (1 + len(text) // 9),
    "Arabic": lambda text: "نصلح ما يأتي به الجيران " * (1 + len(text) // 14),
    "empty": lambda _text: "",
}


@pytest.mark.parametrize("name", LONG)
def test_words_of_any_length_stay_on_the_page(tmp_path: Path, name: str) -> None:
    change = LONG[name]
    paper = SHEETS[len(name) % 2]
    guide = reworded(GUIDE, change)
    steps = tuple(
        replace(
            step,
            notes=replace(step.notes, listen=change(step.notes.listen), hot=change(step.notes.hot)),
            phases=tuple(
                replace(
                    phase, title=change(phase.title), card=change(phase.card),
                    card_title=change(phase.card_title),
                )
                for phase in step.phases
            ),
        )
        for step in guide.steps
    )  # fmt: skip
    made = write(
        tmp_path / "a.pdf", guide=replace(guide, steps=steps), paper=paper, group=change("Makers"),
    )  # fmt: skip
    assert_sound(made.path, paper.size)


def test_another_guide_without_phases_still_has_its_times(tmp_path: Path) -> None:
    guide = small_guide()
    plan = Plan("45", "Three quarters", Mode.WORKSHOP, 45, {s.id: 15 for s in guide.steps[:3]})
    made = write(tmp_path / "a.pdf", Setup("45", 6), replace(guide, plans=(plan,)))
    assert_sound(made.path, Paper.A4.size)
    assert f"14:15 {guide.steps[1].title}" in words(made.path).replace("1 · ", "")


def test_the_file_is_sound_tagged_and_has_bookmarks(plain: Path) -> None:
    done = subprocess.run(
        [shutil.which("qpdf") or pytest.skip("needs qpdf"), "--check", str(plain)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    assert "WARNING" not in done.stdout + done.stderr
    found = reader(plain)
    titles = [item.title for item in found.outline]  # type: ignore[union-attr]
    assert titles[0] == GUIDE.steps[0].headline
    assert len(titles) == len(GUIDE.steps)
    assert found.metadata is not None
    assert found.metadata.title == "Run sheet · River Street Makers"
    catalog = found.trailer["/Root"]
    assert catalog["/Lang"] == "en"  # type: ignore[index]
    assert "/StructTreeRoot" in catalog


def test_the_same_sheet_is_the_same_file(tmp_path: Path, plain: Path) -> None:
    assert write(tmp_path / "b.pdf").path.read_bytes() == plain.read_bytes()


def test_who_asks_for_what_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="posters"):
        write(tmp_path / "a.pdf", paper=Paper.A3)
    with pytest.raises(KeyError):
        write(tmp_path / "a.pdf", setup_of("5"))
    with pytest.raises(Cancelled):
        write(tmp_path / "a.pdf", cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = write(tmp_path / "a.pdf", progress=lambda done, all_: told.append((done, all_)))
    assert told[-1] == (made.pages, made.pages)


@pytest.mark.parametrize("plan", ["60", "90", "180"])
def test_cases_stand_on_the_page_of_the_phase_that_reads_them(tmp_path: Path, plan: str) -> None:
    found = [
        whole(page.words) for page in pages(write(tmp_path / "a.pdf", setup=Setup(plan, 14)).path)
    ]
    (page,) = [text for text in found if "Read a case aloud" in text]
    for question in GUIDE.questions.values():
        if isinstance(question, CaseQuestion):
            assert question.title in page
    assert len(found) <= 4

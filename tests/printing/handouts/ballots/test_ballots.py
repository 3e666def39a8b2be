import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.printing.handouts.helpers import (
    PageOf,
    Thing,
    assert_sound,
    held,
    pages,
    reader,
    reworded,
    sizes,
)
from tests.printing.handouts.worksheet.test_worksheets import LONG
from tests.printing.helpers import whole
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import (
    CaseQuestion,
    Guide,
    OrderQuestion,
    RatingsQuestion,
    RungsQuestion,
    ScaleQuestion,
)
from workbook.model.paper import SHEETS, Paper
from workbook.model.slips import LENGTH, Code, slip_codes
from workbook.operations.print_room import Handout, make
from workbook.printing.handouts.ballots.content import ballots
from workbook.printing.handouts.ballots.drawing import draw
from workbook.printing.pages.pdf import Cancelled, Job, Report, Tick, Written, produce
from workbook.printing.pages.writer import Drawn

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = NOW.date()
CODES = slip_codes(6, Random(4))


def write(
    path: Path,
    guide: Guide = GUIDE,
    *,
    people: int | Sequence[Code] = 4,
    steps: Sequence[str] = (),
    group: str = "",
    day: date = TODAY,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    **options: object,
) -> Written:
    """For so many people, or with these codes."""
    opened = held(guide, group, day) if group else None
    given: dict[str, object] = {"plan": "180", "steps": tuple(steps), **options}
    if isinstance(people, int):
        wanted = Wanted(guide, opened, people=people, **given)  # type: ignore[arg-type]
        return make(Handout.BALLOTS, wanted, path, now=NOW, progress=progress, cancelled=cancelled)
    wanted = Wanted(guide, opened, **given)  # type: ignore[arg-type]
    made = replace(ballots(wanted), people=len(people), codes=tuple(people))

    def drawn(report: Report, tick: Tick) -> Drawn:
        return draw(made, Job(wanted.paper.size, NOW, report, tick), large=wanted.large)

    return produce(drawn, path, progress=progress, cancelled=cancelled)


def quarters(page: PageOf, size: tuple[float, float]) -> list[list[Thing]]:
    """Circles and boxes of each quarter of a page."""
    found: list[list[Thing]] = [[], [], [], []]
    for thing in (*page.circles(), *page.boxes(7.5, 13)):
        across, up = thing.middle
        found[(across > size[0] / 2) + 2 * (up < size[1] / 2)].append(thing)
    return found


def marks(guide: Guide, ids: tuple[str, ...]) -> int:
    """How many circles and boxes a ballot for these questions has."""
    count = 0
    for question in (guide.questions[each] for each in ids):
        match question:
            case ScaleQuestion():
                count += len(question.marks) * (question.high - question.low + 1)
            case RatingsQuestion():
                count += len(question.items) * (question.high - question.low + 1)
            case CaseQuestion():
                count += len(question.options) + 1 + len(question.last_time)
            case RungsQuestion():
                count += len(question.rungs) + 1
            case OrderQuestion():
                count += len(question.options) + 1
            case _:
                count += len(getattr(question, "options", ()) or question.levels)  # type: ignore[attr-defined]
    return count


@pytest.mark.parametrize("slips", [False, True], ids=["plain", "with a code's boxes"])
@pytest.mark.parametrize("paper", SHEETS)
def test_every_kind_stands_four_to_a_page_with_all_of_its_marks(
    tmp_path: Path, paper: Paper, slips: bool
) -> None:
    made = write(tmp_path / "a.pdf", paper=paper, slips=slips)
    file = reader(made.path)
    kinds = {item.title: file.get_destination_page_number(item) for item in file.outline}
    found = pages(made.path)
    assert len(found) == len(kinds)  # four people: one page of each
    for step in (step for step in GUIDE.steps if step.ballot):
        page = found[kinds[step.title]]
        assert whole(page.words).count("BALLOT · COLLECTED") == 4
        counts = {len(quarter) for quarter in quarters(page, paper.size)}
        assert counts == {marks(GUIDE, step.ballot)}
    assert_sound(made.path, paper.size)
    assert min(sizes(made.path)) >= 8.4


def test_sheets_say_that_they_are_collected_and_never_that_they_are_kept(tmp_path: Path) -> None:
    for page in pages(write(tmp_path / "a.pdf").path):
        words = whole(page.words).casefold()
        assert "collected" in words
        assert "yours to keep" not in words
        assert "no name, please" in words


def test_cut_marks_lie_in_the_middle_between_the_cards(tmp_path: Path) -> None:
    width, height = Paper.A4.size
    for page in pages(write(tmp_path / "a.pdf").path):
        upright = [p for p in page.paths if p.width < 2 and abs(p.middle[0] - width / 2) < 0.5]
        across = [p for p in page.paths if p.height < 2 and abs(p.middle[1] - height / 2) < 0.5]
        assert len(upright) == len(across) == 3  # dotted all along, firm at both ends
        assert max(p.height for p in upright) > height - 90
        for thing in (*page.texts, *page.circles()):
            assert not thing.left < width / 2 < thing.right
            assert not thing.bottom < height / 2 < thing.top


def test_a_plan_has_the_ballots_of_its_steps_and_the_second_votes(tmp_path: Path) -> None:
    def titles(**options: object) -> list[str]:
        return [item.title for item in reader(write(tmp_path / "a.pdf", **options).path).outline]

    assert titles(plan="60") == [
        "Purpose", "Purpose: second vote", "What kind of group", "Optimising for",
        "Optimising for: second vote", "When things go wrong", "When things go wrong: second vote",
        "Statement", "Statement: second vote",
    ]  # fmt: skip
    assert titles(steps=["rare"]) == ["Why both is rare", "Why both is rare: second vote"]
    with pytest.raises(ValueError, match="voted"):
        titles(steps=["impact"])
    with pytest.raises(KeyError):
        titles(plan="nowhere")


def test_the_second_vote_asks_the_focus_alone(tmp_path: Path) -> None:
    found = pages(write(tmp_path / "a.pdf", steps=["optimising", "wrong"]).path)
    first, second, cases, one_case = found
    assert "Asking for help" in first.words
    assert "Asking for help" not in second.words
    assert "A feud stalls the project" in cases.words
    assert "The case:" in one_case.words
    assert "A feud stalls the project" not in one_case.words


def test_there_are_as_many_as_people(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["purpose"], people=9)
    assert made.pages == 2 * 3
    words = [whole(page.words) for page in pages(made.path)]
    assert words[0] == words[1] == words[2]
    assert words[3] == words[4] == words[5] != words[0]


def test_each_code_stands_on_one_ballot_of_every_kind_at_its_right(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", plan="60", people=CODES)
    found = pages(made.path)
    assert len(found) == 9 * 2
    for at in range(0, len(found), 2):
        seen = [t for page in found[at : at + 2] for t in page.texts if whole(t.words) in CODES]
        assert [whole(t.words) for t in seen] == list(CODES)
        assert all(not page.boxes(14, 20) for page in found[at : at + 2])  # no boxes to write in
    assert_sound(made.path, Paper.A4.size)


def test_room_for_a_code_is_a_box_a_sign(tmp_path: Path) -> None:
    page = pages(write(tmp_path / "a.pdf", steps=["purpose"], slips=True).path)[0]
    assert len(page.boxes(14, 20)) == 4 * LENGTH
    bare = pages(write(tmp_path / "b.pdf", steps=["purpose"]).path)[0]
    assert not bare.boxes(14, 20)
    assert "Code" not in bare.words


@pytest.mark.parametrize("bad", [["Ana", "Marek"], [*CODES, CODES[0]], ["k7xh"], []])
def test_names_are_never_taken_for_codes(tmp_path: Path, bad: list[Code]) -> None:
    with pytest.raises(ValueError, match=r"slips|people"):
        write(tmp_path / "a.pdf", people=bad)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("change", LONG.values(), ids=LONG)
def test_any_text_stays_on_its_ballot(
    tmp_path: Path, change: object, paper: Paper, large: bool
) -> None:
    guide = reworded(GUIDE, change)  # type: ignore[arg-type]
    made = write(tmp_path / "a.pdf", guide=guide, paper=paper, large=large, people=CODES)
    assert_sound(made.path, paper.size)
    words = [whole(page.words) for page in pages(made.path)]
    for code in CODES:
        assert sum(text.count(code) for text in words if "continued" not in text) == 11
    for first, second in pairwise(words):
        if "continued" in second:  # a sheet that comes loose still says whose it is
            assert [code for code in CODES if code in first] == [
                code for code in CODES if code in second
            ]
            assert "BALLOT · COLLECTED" in second


def test_large_print_has_no_letter_under_18_points_and_whole_marks(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", large=True, slips=True)
    assert min(sizes(made.path)) >= 18
    first = pages(made.path)[0]
    assert len(first.circles(30)) == 44


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
@pytest.mark.parametrize("people", [11, CODES], ids=["plain", "codes"])
def test_qpdf_finds_nothing_wrong(tmp_path: Path, people: int | Sequence[Code]) -> None:
    write(tmp_path / "a.pdf", people=people)
    done = subprocess.run(
        ["qpdf", "--check", "a.pdf"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def test_ballots_are_tagged_and_told_of(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    made = write(tmp_path / "a.pdf", people=CODES, progress=lambda *done: heard.append(done))
    root = reader(made.path).trailer["/Root"]
    (document,) = root["/StructTreeRoot"]["/K"]
    assert len(document.get_object()["/K"]) == made.pages
    assert root["/Lang"] == "en"
    assert heard == [(page, made.pages) for page in range(1, made.pages + 1)]
    with pytest.raises(Cancelled):
        write(tmp_path / "b.pdf", people=2000, cancelled=lambda: len(heard) > 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("large", [False, True])
def test_a_ballot_about_the_name_on_the_map_has_a_line_to_copy_it_to(
    tmp_path: Path, *, large: bool
) -> None:
    (page,) = pages(write(tmp_path / "a.pdf", steps=["kind"], people=2, large=large).path)
    words = whole(page.words)
    first = words.index("The name on our map:")
    assert first < words.index("Does the name on the map fit?")

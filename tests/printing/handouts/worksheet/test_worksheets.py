import shutil
import subprocess
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import (
    MM,
    PageOf,
    assert_sound,
    held,
    pages,
    reader,
    reworded,
    sizes,
)
from tests.printing.helpers import whole
from tests.small_guide import small_guide
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import CaseQuestion, Guide, Mode, ScaleQuestion
from workbook.model.paper import SHEETS, Paper
from workbook.model.slips import slip_codes
from workbook.operations.print_room import CannotPrint, Handout, make
from workbook.printing.pages.pdf import Cancelled, Written

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
LONG = {
    "as it is": lambda words: words,
    "long": lambda words: " ".join([words] * 9),
    "one long word": lambda words: words.replace(" ", "") * 7,
    "Chinese": lambda words: "我们为邻居修理东西也互相照顾" * (1 + len(words) // 9),
    "Arabic": lambda words: "نصلح ما يأتي به الجيران " * (1 + len(words) // 14),
}


def write(
    path: Path,
    guide: Guide = GUIDE,
    *,
    group: str = "River Street Makers",
    people: int | Sequence[str] = 1,
    steps: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    **options: object,
) -> Written:
    count, names = (people, ()) if isinstance(people, int) else (0, tuple(people))
    wanted = Wanted(
        guide,
        held(guide, group),
        people=count,
        names=names,
        steps=tuple(steps),
        **options,  # type: ignore[arg-type]
    )
    return make(Handout.WORKSHEET, wanted, path, now=NOW, progress=progress, cancelled=cancelled)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("plain") / "a.pdf").path


def test_every_page_says_that_it_is_kept_whose_it_is_and_its_number(plain: Path) -> None:
    found = pages(plain)
    for number, page in enumerate(found, 1):
        words = whole(page.words)
        assert "WORKSHEET · YOURS TO KEEP" in words
        assert "collected" not in words.casefold()
        assert f"{number} / {len(found)}" in words
        assert "River Street Makers · 22 November 2026" in words


def test_each_step_begins_with_its_number_and_question(plain: Path) -> None:
    words = whole(" ".join(page.words for page in pages(plain)))
    for number, step in enumerate(GUIDE.steps[1:], 1):
        assert f"{number} · {step.headline}" in words
    titles = [item.title for item in reader(plain).outline]
    assert titles[0] == f"1 · {GUIDE.steps[1].headline}"
    assert len(titles) == len(GUIDE.steps)  # the closing page in place of the setting


def test_the_last_page_is_a_page_to_keep_with_the_source(plain: Path) -> None:
    last = whole(pages(plain)[-1].words)
    assert "What do you take home?" in last
    assert "One small thing I will do" in last
    assert whole(GUIDE.source) in last


def test_only_the_chosen_steps_are_printed(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["rare", "purpose"])
    words = whole(" ".join(page.words for page in pages(made.path)))
    assert words.index(GUIDE.step("purpose").headline) < words.index(GUIDE.step("rare").headline)
    assert GUIDE.step("wrong").headline not in words
    assert "What do you take home?" in words
    with pytest.raises(KeyError):
        write(tmp_path / "b.pdf", steps=["nowhere"])
    assert not (tmp_path / "b.pdf").exists()


def gaps(page: PageOf, least: float) -> list[float]:
    """From each line to write on to the next one, where nothing is printed between them."""
    lines = page.lines(least)
    found = []
    for above, below in pairwise(lines):
        between = [t for t in page.texts if below.bottom < t.middle[1] < above.bottom]
        if not between:
            found.append(above.bottom - below.bottom)
    return found


@pytest.mark.parametrize("large", [False, True])
def test_lines_leave_eight_millimetres_and_more(tmp_path: Path, large: bool) -> None:
    made = write(tmp_path / "a.pdf", large=large)
    found = [gap for page in pages(made.path) for gap in gaps(page, 400)]
    assert len(found) > 30
    assert min(found) >= 8 * MM


def test_no_line_hangs_right_under_words(plain: Path) -> None:
    for page in pages(plain):
        width = 400
        for line in page.lines(width):
            over = [t for t in page.texts if t.left < line.right and t.bottom >= line.top]
            nearest = min((t.bottom - line.top for t in over), default=99.0)
            # The frame's rule and a table's headers stand near their words, lines to write on not.
            assert nearest < 8 or nearest >= 13, (line, nearest)


def test_room_that_is_left_becomes_room_to_write(plain: Path) -> None:
    first = pages(plain)[0]
    asked = GUIDE.questions["purpose.inside"]
    assert asked.lines == 3  # type: ignore[attr-defined]
    assert len(gaps(first, 400)) > 2 * (3 - 1)


def test_every_mark_of_every_scale_has_its_circles(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["purpose"])
    scales = [q for q in GUIDE.questions.values() if isinstance(q, ScaleQuestion)]
    marks = [mark for q in scales if q.id.startswith("purpose.") for mark in q.marks]
    circles = [circle for page in pages(made.path) for circle in page.circles(18)]
    assert len(circles) == 11 * len(marks) == 44
    assert all(circle.width >= 7.5 * MM for circle in circles)
    words = whole(" ".join(page.words for page in pages(made.path)))
    assert words.count("0 1 2 3 4 5 6 7 8 9 10") == 4
    assert "0 not at all, 10 entirely" in words


def test_the_words_at_the_ends_stand_over_the_first_and_the_last_circle(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["optimising"])
    page = next(page for page in pages(made.path) if "Trust between us" in page.words)
    circles = page.circles(18)
    low = next(t for t in page.texts if "Trust between us" in t.words)
    high = next(t for t in page.texts if "Results we deliver" in t.words)
    assert low.left == pytest.approx(min(c.left for c in circles), abs=2)
    assert high.right == pytest.approx(max(c.right for c in circles), abs=2)


def test_cases_have_boxes_for_each_choice_and_for_last_time(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["wrong"])
    cases = [q for q in GUIDE.questions.values() if isinstance(q, CaseQuestion)]
    boxes = [box for page in pages(made.path) for box in page.boxes(10, 12.5)]
    assert len(boxes) == sum(len(case.options) + 1 + len(case.last_time) for case in cases)
    words = whole(" ".join(page.words for page in pages(made.path)))
    for case in cases:
        assert whole(case.story) in words


def test_the_ladder_has_a_circle_on_every_rung_and_one_under_it(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", steps=["wrong"])
    page = next(page for page in pages(made.path) if "Friends are disappointed" in page.words)
    assert len(page.circles(18)) == 5


def test_what_only_the_facilitator_writes_is_left_out(plain: Path) -> None:
    words = whole(" ".join(page.words for page in pages(plain)))
    assert GUIDE.questions["statement.check_out"].prompt not in words
    assert GUIDE.questions["statement.who"].prompt not in words  # asked of who is alone
    assert Mode.WORKSHOP not in GUIDE.questions["statement.who"].modes


def test_a_guide_of_other_steps_needs_no_code(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", guide=small_guide(), steps=["setting", "statement"])
    words = whole(" ".join(page.words for page in pages(made.path)))
    assert "What is the group called?" in words
    assert_sound(made.path, Paper.A4.size)


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("change", LONG.values(), ids=LONG)
def test_any_text_stays_on_the_paper_and_off_other_text(
    tmp_path: Path, change: object, paper: Paper, large: bool
) -> None:
    guide = reworded(GUIDE, change)  # type: ignore[arg-type]
    group = guide.steps[0].title * 3
    made = write(tmp_path / "a.pdf", guide=guide, paper=paper, large=large, group=group)
    assert_sound(made.path, paper.size)
    for page in reader(made.path).pages:
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(paper.size, abs=0.01)


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_no_headline_stands_alone_at_the_foot_of_a_page(
    tmp_path: Path, times: int, large: bool
) -> None:
    guide = reworded(GUIDE, lambda words: " ".join([words] * times))
    made = write(tmp_path / "a.pdf", guide=guide, large=large)
    headlines = {whole(page.headline)[:30] for step in guide.steps for page in step.pages}
    for page in pages(made.path):
        body = sorted(page.texts, key=lambda text: text.bottom)
        body = [text for text in body if text.bottom > (105 if large else 80)]  # over the foot
        if body:
            assert not any(head in whole(body[0].words) for head in headlines)


def test_large_print_has_no_letter_under_18_points(tmp_path: Path, plain: Path) -> None:
    assert min(sizes(write(tmp_path / "a.pdf", large=True, people=["Ana"]).path)) >= 18
    assert 9 <= min(sizes(plain)) < 12


def test_fonts_are_in_the_file(plain: Path) -> None:
    for page in reader(plain).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]


NAMES = ["Ana", "Marek Żółw", "عمر", "北京 大学", "W" * 200, "Ana"]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Written:
    path = tmp_path_factory.mktemp("named") / "a.pdf"
    return write(path, steps=["purpose"], people=NAMES)


def test_a_named_worksheet_bears_its_name_on_every_page(named: Written) -> None:
    found = [whole(page.words) for page in pages(named.path)]
    assert len(found) == named.pages == 3 * len(NAMES)
    for at, words in enumerate(found):
        name = NAMES[at // 3]
        if name.isascii() and len(name) < 99:
            assert f"For {name}" in words
        assert f"{at % 3 + 1} / 3" in words
    assert_sound(named.path, Paper.A4.size)


def test_named_worksheets_are_bookmarked_tagged_and_described(named: Written) -> None:
    file = reader(named.path)
    assert [item.title for item in file.outline] == NAMES
    assert [file.get_destination_page_number(i) for i in file.outline] == list(range(0, 18, 3))
    root = file.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert file.metadata is not None
    assert file.metadata.title == "Worksheet · River Street Makers"
    (document,) = root["/StructTreeRoot"]["/K"]
    copies = document.get_object()["/K"]
    assert len(copies) == len(NAMES)
    parents = [leaf.get_object() for leaf in root["/StructTreeRoot"]["/ParentTree"]["/Kids"]]
    keys = [key for leaf in parents for key in leaf["/Nums"][::2]]
    assert keys == list(range(named.pages)) == [page["/StructParents"] for page in file.pages]
    first = copies[1].get_object()["/K"][0].get_object()
    assert first["/S"] == "/P"
    assert first["/K"][0].raw_get("/Pg") == file.pages[3].indirect_reference


def test_what_is_the_same_for_all_is_in_the_file_once(named: Written) -> None:
    shared = {page["/Contents"][-1].indirect_reference or "" for page in reader(named.path).pages}
    streams = {page.raw_get("/Contents")[-1].idnum for page in reader(named.path).pages}
    assert len(streams) == 3
    assert shared


def test_plain_worksheets_for_many_are_as_many_copies(tmp_path: Path) -> None:
    one = write(tmp_path / "1.pdf", steps=["purpose"])
    many = write(tmp_path / "5.pdf", steps=["purpose"], people=5)
    assert many.pages == 5 * one.pages
    texts = [whole(page.words) for page in pages(many.path)]
    assert texts == [whole(page.words) for page in pages(one.path)] * 5
    assert [item.title for item in reader(many.path).outline][-1] == "Copy 5"


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
@pytest.mark.parametrize("people", [1, 3, NAMES], ids=["one", "three", "names"])
def test_qpdf_finds_nothing_wrong(tmp_path: Path, people: int | Sequence[str]) -> None:
    write(tmp_path / "a.pdf", people=people)
    done = subprocess.run(
        ["qpdf", "--check", "a.pdf"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def test_the_same_worksheets_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, people=["Ana", "Marek"])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    write(tmp_path / "c", people=["Ana", "Merak"])
    assert reader(tmp_path / "a").trailer["/ID"] != reader(tmp_path / "c").trailer["/ID"]


def test_memory_grows_with_the_file_alone(tmp_path: Path) -> None:
    def peak(people: int) -> tuple[int, int]:
        path = tmp_path / f"{people}.pdf"
        names = [f"Person {number}" for number in range(people)]
        tracemalloc.start()
        write(path, steps=["purpose"], people=names)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used, path.stat().st_size

    peak(2)  # what is loaded once
    few, many = peak(50), peak(450)
    assert many[0] - few[0] < 1.6 * (many[1] - few[1])


def test_a_slip_never_stands_beside_a_name(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="slip"):
        write(tmp_path / "a.pdf", people=["Ana", *slip_codes(1)])
    with pytest.raises(ValueError, match="people"):
        write(tmp_path / "a.pdf", people=[" ", ""])
    with pytest.raises(ValueError, match="people"):
        write(tmp_path / "a.pdf", people=-1)
    with pytest.raises(CannotPrint, match="posters"):
        write(tmp_path / "a.pdf", paper="a3")
    assert not list(tmp_path.iterdir())


def test_progress_tells_of_every_worksheet_and_cancelling_leaves_no_file(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write(tmp_path / "a.pdf", steps=["purpose"], people=20, progress=lambda *d: heard.append(d))
    assert heard[-1] == (60, 60)
    assert [done for done, _ in heard] == sorted({done for done, _ in heard})
    assert len(heard) == 20
    old = b"old"
    (tmp_path / "b.pdf").write_bytes(old)
    heard.clear()
    with pytest.raises(Cancelled):
        write(
            tmp_path / "b.pdf", people=2000, progress=lambda *d: heard.append(d),
            cancelled=lambda: len(heard) > 3,
        )  # fmt: skip
    assert (tmp_path / "b.pdf").read_bytes() == old
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", "b.pdf"}


def test_a_guide_without_words_at_the_ends_or_help_prints_none(tmp_path: Path) -> None:
    bare = reworded(GUIDE, lambda words: words)
    questions = {key: replace(each, help="") for key, each in bare.questions.items()}
    made = write(tmp_path / "a.pdf", guide=replace(bare, questions=questions))
    assert_sound(made.path, Paper.A4.size)


@pytest.mark.parametrize("large", [False, True])
def test_the_map_whose_name_is_asked_about_stands_before_the_question(
    tmp_path: Path, *, large: bool
) -> None:
    made = write(tmp_path / "a.pdf", steps=["kind"], large=large)
    words = whole(" ".join(page.words for page in pages(made.path)))
    places = [
        words.index(each)
        for each in ("↑ For each other", "both, rare", "For the outside →", "name on the map fit")
    ]
    assert places == sorted(places)
    for corner in ("community", "not clear yet", "team or project"):
        assert corner in words
    assert "0 1 2 3 4 5 6 7 8 9 10" in words
    assert_sound(made.path, Paper.A4.size)

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import (
    MM,
    PageOf,
    Thing,
    pages,
    reader,
    reworded,
)
from tests.printing.handouts.poster.large_type import assert_sound
from tests.printing.helpers import whole
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import Guide, RungsQuestion
from workbook.model.paper import Paper
from workbook.operations.print_room import Handout, make
from workbook.printing.pages.largest import balanced, height_of, largest
from workbook.printing.pages.pdf import Cancelled, Written
from workbook.printing.pages.style import TITLE
from workbook.printing.type.fonts import Fonts

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
KINDS = ("questions", "map", "line", "ladder")


def write(
    path: Path,
    *kinds: str,
    guide: Guide = GUIDE,
    paper: Paper = Paper.A3,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    wanted = Wanted(guide, posters=kinds, paper=paper)
    return make(Handout.POSTER, wanted, path, now=NOW, cancelled=cancelled)


@pytest.fixture(scope="module")
def all_of_them(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("posters") / "a.pdf").path


def page(path: Path, kind: str) -> PageOf:
    return pages(path)[KINDS.index(kind)]


def text(on: PageOf, words: str) -> Thing:
    return next(thing for thing in on.texts if whole(thing.words) == words)


def test_there_is_a_page_of_a3_for_each_poster(all_of_them: Path) -> None:
    found = reader(all_of_them).pages
    assert len(found) == 4
    for each in found:
        assert (each.mediabox.width, each.mediabox.height) == pytest.approx(Paper.A3.size, abs=0.01)


@pytest.mark.parametrize("kind", KINDS)
def test_one_can_be_had_alone(tmp_path: Path, all_of_them: Path, kind: str) -> None:
    made = write(tmp_path / "a.pdf", kind)
    assert made.pages == 1
    assert pages(made.path)[0].words == page(all_of_them, kind).words


def test_the_questions_are_those_of_the_steps_with_their_numbers(all_of_them: Path) -> None:
    said = whole(page(all_of_them, "questions").words)
    for number, step in enumerate(GUIDE.steps[1:], 1):
        assert f"{number} {step.headline}" in said
    assert GUIDE.steps[0].headline not in said


def test_all_questions_are_of_one_size(all_of_them: Path) -> None:
    on = page(all_of_them, "questions")
    capitals = [t for t in on.texts if t.words.startswith("What ") and t.left > 100]
    assert len(capitals) >= 4
    assert len({round(t.top - t.bottom) for t in capitals}) <= 3  # by their descenders alone


def test_the_map_has_its_numbers_at_its_lines(all_of_them: Path) -> None:
    on = page(all_of_them, "map")
    upright = [p for p in on.paths if p.width < 1.5 and p.height > 300]
    flat = [p for p in on.paths if p.height < 1.5 and p.width > 300]
    assert len(upright) == len(flat) == 11
    numbers = [t for t in on.texts if t.words.strip().isdigit()]
    assert len(numbers) == 22
    for line in sorted(upright, key=lambda p: p.left):
        assert any(abs(t.middle[0] - line.middle[0]) < 1.5 for t in numbers)
    for line in flat:
        assert any(abs(t.middle[1] - line.middle[1]) < 3 for t in numbers)
    places = sorted(line.middle[0] for line in upright)
    gaps = [after - before for before, after in pairwise(places)]
    assert max(gaps) - min(gaps) < 0.1
    assert min(gaps) > 20 * MM  # two dots fit beside each other


def test_the_four_names_are_small_and_lie_on_no_line(all_of_them: Path) -> None:
    on = page(all_of_them, "map")
    headline = text(on, GUIDE.step("purpose").headline)
    for words in ("community", "both, rare", "team or project", "not clear yet"):
        name = text(on, words)
        assert name.height < headline.height / 2
        lines = [p for p in on.paths if min(p.width, p.height) < 4]
        assert not any(name.overlaps(line, -0.5) for line in lines)
    assert text(on, "community").middle[1] > text(on, "not clear yet").middle[1]
    assert text(on, "both, rare").middle[0] > text(on, "community").middle[0]


def test_the_line_has_two_halves_for_dots(all_of_them: Path) -> None:
    on = page(all_of_them, "line")
    rings = sorted(on.circles(20), key=lambda ring: ring.left)
    assert len(rings) == 11
    line = rings[0].middle[1]
    now, wished = text(on, "Where we stand now"), text(on, "Where we wish to stand")
    assert now.bottom - line > 100 * MM
    assert line - wished.top > 100 * MM
    assert text(on, "Trust between us").left < rings[1].left
    assert text(on, "Results we deliver").right > rings[-2].right


def test_the_ladder_rises_from_the_mildest_rung(all_of_them: Path) -> None:
    on = page(all_of_them, "ladder")
    (ladder,) = (q for q in GUIDE.questions.values() if isinstance(q, RungsQuestion))
    heights = [text(on, rung.label).middle[1] for rung in ladder.rungs]
    assert heights == sorted(heights)
    assert text(on, ladder.never_label).middle[1] > heights[-1]
    said = whole(on.words)
    assert whole(ladder.story) in said
    rungs = [p for p in on.paths if p.height < 8 and p.width > 400]
    for rung in ladder.rungs:
        label = text(on, rung.label)
        under = max(line.top for line in rungs if line.middle[1] < label.bottom)
        over = min(line.bottom for line in rungs if line.middle[1] > label.top)
        assert over - under > 30 * MM
        assert label.right < 500  # room for dots beside it


@pytest.mark.parametrize("paper", list(Paper))
def test_type_and_lines_grow_with_the_paper(tmp_path: Path, paper: Paper) -> None:
    made = write(tmp_path / "a.pdf", paper=paper)
    assert not made.undrawable
    assert_sound(made.path, paper.size)
    share = min(paper.size[0] / Paper.A3.size[0], paper.size[1] / Paper.A3.size[1])
    on = page(made.path, "map")
    for words, height in (("community", 15.0), (GUIDE.step("purpose").headline, 56.0)):
        assert text(on, words).height == pytest.approx(height * share, rel=0.15)


def test_all_of_it_is_lines_and_letters(all_of_them: Path) -> None:
    for each in reader(all_of_them).pages:
        assert not list(each.images)


LONG: dict[str, Callable[[str], str]] = {
    "long": lambda words: " ".join([words] * 7),
    "one long word": lambda words: words.replace(" ", "") * 5,
    "Chinese": lambda words: "我们为邻居修理东西也互相照顾" * (1 + len(words) // 9),
    "Arabic": lambda words: "نصلح ما يأتي به الجيران " * (1 + len(words) // 14),
    "empty": lambda _words: "",
}


@pytest.mark.parametrize("name", LONG)
def test_words_of_any_length_stay_on_the_poster(tmp_path: Path, name: str) -> None:
    paper = list(Paper)[len(name) % 3]
    made = write(tmp_path / "a.pdf", guide=reworded(GUIDE, LONG[name]), paper=paper)
    assert made.pages == 4
    assert_sound(made.path, paper.size)


def test_a_guide_has_the_posters_that_it_has_questions_for(tmp_path: Path) -> None:
    bare = replace(GUIDE, questions={
        key: replace(question, role="none") for key, question in GUIDE.questions.items()
    })  # fmt: skip
    assert write(tmp_path / "a.pdf", guide=bare).pages == 1
    with pytest.raises(ValueError, match="map"):
        write(tmp_path / "b.pdf", "map", guide=bare)
    with pytest.raises(ValueError, match="cake"):
        write(tmp_path / "b.pdf", "cake")
    with pytest.raises(Cancelled):
        write(tmp_path / "b.pdf", cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_the_file_is_sound_and_has_bookmarks(all_of_them: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [shutil.which("qpdf") or pytest.skip("needs qpdf"), "--check", str(all_of_them)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    titles = [item.title for item in reader(all_of_them).outline]  # type: ignore[union-attr]
    assert titles[1] == GUIDE.step("purpose").headline
    assert len(titles) == 4
    assert write(tmp_path / "b.pdf").path.read_bytes() == all_of_them.read_bytes()


def test_a_poster_is_read_in_its_order(all_of_them: Path) -> None:
    tool = shutil.which("pdftotext") or pytest.skip("needs Poppler")
    done = subprocess.run(
        [tool, "-raw", str(all_of_them), "-"], capture_output=True, text=True, check=True
    )
    said = whole(done.stdout)
    ladder = GUIDE.questions["wrong.breaking"]
    assert isinstance(ladder, RungsQuestion)
    first, last = ladder.rungs[0], ladder.rungs[-1]
    order = [said.index(words) for words in (ladder.never_label, last.label, first.label)]
    assert order == sorted(order)


# -------------------------------------------------------------------------------- the largest type


def test_the_largest_type_fits_and_parts_no_word() -> None:
    fonts = Fonts()
    for words in ("Yes", "We are here for each other " * 6, "Verantwortungsgemeinschaft und so"):
        found = largest(fonts, words, TITLE, 6, 200, 120)
        assert height_of(found) <= 120
        assert " ".join(row.line.text.strip() for row in found).split() == words.split()
    assert largest(fonts, "Yes", TITLE, 6, 200, 120)[0].style.size == TITLE.size


def test_balanced_lines_are_as_few_and_about_as_long() -> None:
    fonts = Fonts()
    words = "You promised a partner a finished job by Friday and then it rained for a week"
    found = balanced(fonts, words, TITLE, 480)
    advances = [row.line.advance for row in found]
    assert len(found) == len(balanced(fonts, words, TITLE, 480))
    assert min(advances) > 0.6 * max(advances)

"""Texts of any length on sheets to write on: they flow over pages, at the size that was chosen."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printing import proofs
from tests.printing.handouts.helpers import sizes
from workbook.model.guide import Side
from workbook.model.paper import SHEETS, Paper
from workbook.printing.forms.parts import (
    Blanks,
    Boxes,
    Choice,
    CircleRow,
    Field,
    Headline,
    Ladder,
    Levels,
    Lines,
    Note,
    Part,
    Pole,
    Ranks,
    Ratings,
    Ruled,
    Scale,
)
from workbook.printing.handouts.ballots import drawing as ballot_drawing
from workbook.printing.handouts.ballots.content import Ballot, Ballots
from workbook.printing.handouts.worksheet import drawing as worksheet_drawing
from workbook.printing.handouts.worksheet.content import Section, Worksheet
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.writer import Drawn

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
LOW, HIGH = Pole(0, "low"), Pole(4, "high")
# Every place that a text can stand in.
PLACES: dict[str, Callable[[str], Part]] = {
    "headline": lambda t: Headline("Headline", t),
    "note": Note,
    "label of lines": lambda t: Lines(t, "help", 2),
    "blanks": lambda t: Blanks((t, "short")),
    "row of a scale": lambda t: Scale("Scale", LOW, HIGH, (CircleRow(t, "words"),)),
    "end of a scale": lambda t: Scale("Scale", Pole(0, t), HIGH,
                                    (CircleRow("Row"), CircleRow("Other"))),
    "rating": lambda t: Ratings("Ratings", LOW, HIGH,
                                (CircleRow("One", t), CircleRow("Two", "words"))),
    "end of ratings": lambda t: Ratings("Ratings", LOW, Pole(4, t),
                                        (CircleRow("One"), CircleRow("Two"))),
    "hint": lambda t: Ratings("Ratings", LOW, HIGH, (CircleRow("One"),), noted=True, hint=t),
    "story": lambda t: Choice("Case", t, (Boxes("What?", ("this", "that")),)),
    "option": lambda t: Choice("Case", "Story", (Boxes("What?", ("this", t)),), aside="pass"),
    "reason": lambda t: Choice("Case", "", (Boxes("", ("this",)),), reason=t, lines=2),
    "rung": lambda t: Ladder("Ladder", "", (CircleRow("Mild", t), CircleRow("Worse")), "Never", "a",
                             "b", Side.INSIDE, Side.OUTSIDE),
    "rank": lambda t: Ranks("Order", (CircleRow(t), CircleRow("Other"))),
    "level": lambda t: Levels("Levels", "", (("0", t), ("1", "Words"))),
    "header": lambda t: Ruled("Table", "", (Field(t, 1), Field("Who", 1)), 2),
    "cell": lambda t: Ruled("Table", "", (Field("What", 1, (t, "other")), Field("Who", 1)), 2),
}  # fmt: skip


def nothing(*_: object) -> None:
    return


def worksheet(part: Part, paper: Paper, *, large: bool) -> Drawn:
    made = Worksheet("T", "KEPT", "Foot", "en", (Section("Step", (part,)),))
    return worksheet_drawing.draw(made, Job(paper.size, NOW, nothing, nothing), large=large)


def ballot(part: Part, paper: Paper, *, large: bool) -> Drawn:
    kinds = (Ballot("COLLECTED", "Step", "No name.", (part,)),)
    made = Ballots("T", "Ballots", "en", "", kinds, 1, boxes=True)
    return ballot_drawing.draw(made, Job(paper.size, NOW, nothing, nothing), large=large)


def proved(made: Drawn, folder: Path) -> list[proofs.Page]:
    path = folder / "a.pdf"
    path.write_bytes(made.data)
    found = proofs.pages(path)
    for number, page in enumerate(found, 1):
        proofs.assert_inside(page, number)
        proofs.assert_apart(page, number)
    return found


def letters(found: list[proofs.Page]) -> str:
    drawn = "".join(word.words for page in found for word in page.words)
    return "".join(c for c in drawn if c.isalnum())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("write", [worksheet, ballot])
def test_a_text_higher_than_a_page_flows_on_in_large_print(
    tmp_path: Path, write: Callable[..., Drawn], place: str
) -> None:
    words = [f"word{number}" for number in range(300)]
    made = write(PLACES[place](" ".join(words)), Paper.A4, large=True)
    found = proved(made, tmp_path)
    if not (write is ballot and place == "rung"):  # a ballot has its title alone
        said = letters(found)
        assert made.pages > 1
        assert all(word in said for word in words)
    assert min(sizes(tmp_path / "a.pdf")) >= 18


text = st.one_of(
    st.builds(lambda word, n: " ".join([word] * n), st.sampled_from(["a", "people", "人", "ΩΩ Щ"]),
              st.integers(0, 400)),
    st.builds(lambda n: "W" * n, st.integers(1, 300)),
    st.text("ab \n", max_size=60),
)  # fmt: skip


@settings(max_examples=15)
@given(
    place=st.sampled_from(sorted(PLACES)), words=text, paper=st.sampled_from(SHEETS),
    write=st.sampled_from([worksheet, ballot]), large=st.booleans(),
)  # fmt: skip
def test_nothing_is_clipped_nor_lies_on_other_words_at_any_length(
    tmp_path_factory: pytest.TempPathFactory, place: str, words: str, paper: Paper,
    write: Callable[..., Drawn], large: bool,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("long")
    found = proved(write(PLACES[place](words), paper, large=large), folder)
    assert min(sizes(folder / "a.pdf")) >= (18 if large else 8.25)
    for page in found:
        assert len(page.words) > 1 or len(found) == 1


@pytest.mark.parametrize("lines", [1, 2, 3, 8, 30, 31, 32, 33, 34, 35, 36, 60])
def test_neither_a_title_nor_a_last_line_stands_alone(tmp_path: Path, lines: int) -> None:
    before = Note("\n".join(["before"] * 20))
    case = Choice("Title", "\n".join(f"line{n}" for n in range(lines)), (Boxes("", ("yes",)),))
    made = Worksheet("T", "KEPT", "Foot", "en", (Section("Step", (before, case)),))
    job = Job(Paper.A4.size, NOW, nothing, nothing)
    drawn = worksheet_drawing.draw(made, job, large=True)
    for page in proved(drawn, tmp_path):
        body = [word.words for word in page.words if word.words not in ("Foot", "Step")]
        assert body[-1] != "Title"
        assert "yes" not in body or any(word.startswith("line") for word in body)

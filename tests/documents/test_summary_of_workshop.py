"""The summary of a workshop: both rounds, what is withheld in words, nothing unshown."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading import facts, flat, headings, inside, page_one, texts
from tests.printing.helpers import drawn, ink, read, whole
from tests.printing.helpers import texts as pages
from workbook.charts.specs import (
    ColumnsSpec,
    DivergingSpec,
    DotsSpec,
    MapSpec,
    SharesSpec,
    SpreadsSpec,
)
from workbook.documents.blocks import Banner, Block, Chart, Document, Heading, Text
from workbook.documents.summary import summary
from workbook.guides import load_guide
from workbook.model.answers import GROUP, ME, Key
from workbook.model.guide import RecordsQuestion, TextQuestion
from workbook.model.opened import OpenSession
from workbook.model.paper import SHEETS, Paper
from workbook.model.workshop import (
    Ballot,
    Counts,
    Person,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.operations import built_in_example
from workbook.printing.pages.writer import MARGIN
from workbook.readings.counting import count
from workbook.readings.findings import Findings
from workbook.readings.proposal import proposal

GUIDE = load_guide()
EXAMPLE = built_in_example("workshop")
assert EXAMPLE.workshop is not None
WORKSHOP: Workshop = EXAMPLE.workshop
PROPOSED = proposal(GUIDE, EXAMPLE.answers)
NOW, WISHED = Spot("optimising.scale", "now"), Spot("optimising.scale", "wished")
WITHHELD = "Nothing is shown: fewer than five answered."


def made(workshop: Workshop = WORKSHOP, opened: OpenSession = EXAMPLE) -> Document:
    return summary(Findings(replace(opened, workshop=workshop)))


def charts(blocks: tuple[Block, ...], kind: type) -> list[Any]:
    found = [block.spec for block in flat(blocks) if isinstance(block, Chart)]
    return [spec for spec in found if isinstance(spec, kind)]


def voted(
    number: int, *ballots: Ballot, state: RoundState = RoundState.REVEALED, step: str = "optimising"
) -> tuple[Round, Counts]:
    """A secret round on the priority scale."""
    found = Round(RoundId(step, number), ("optimising.scale",), True, state, len(ballots))
    return found, count(GUIDE, found, Counter(ballots))


def with_rounds(*held: tuple[Round, Counts], workshop: Workshop = WORKSHOP) -> Workshop:
    """A workshop with other rounds of their steps, or more of them."""
    known = {found.id: found for found in workshop.rounds} | {found.id: found for found, _ in held}
    counts = {**workshop.counts, **{found.id: counted for found, counted in held}}
    return replace(workshop, rounds=tuple(known[at] for at in sorted(known)), counts=counts)


def mark(now: int, wished: int | str = "pass") -> Ballot:
    return Ballot.of({NOW: str(now), WISHED: str(wished)})


def test_page_one_has_the_sentence_the_map_of_the_room_and_the_cases() -> None:
    first = page_one(made())
    assert headings(first, 2) == [
        "Purpose map",
        "At a glance",
        "When things go wrong",
        "What we will do",
    ]
    (banner,) = (block for block in first if isinstance(block, Banner))
    assert banner.text.startswith("How we treat each other, even over")
    assert banner.small == (
        "Agreed on 22 November 2026. All 14 go along. Said otherwise, and kept: “Results keep the "
        "roof on. I go along, and I want that kept.”"
    )
    (drawn_map,) = charts(first, MapSpec)
    assert sum(people for *_, people in drawn_map.others) == 14
    (cases,) = charts(first, DivergingSpec)
    assert [row.people for row in cases.rows] == [10, 12, 6, 9, 7, 5]


def test_at_a_glance() -> None:
    assert facts(made()) == {
        "By the essay’s definition": "A community: 12 of 14",
        "For each other, middle marks, say → do": "5 → 8",
        "For the outside, middle marks, say → do": "9 → 3",
        "Trust or results, how the marks lie": "Spread out",
        "Between the two votes": (
            "10 of 14 with a slip moved: 9 closer to 4, the middle mark before and 1 further from "
            "it."
        ),
        "More put people first in": "4 of 6 cases",
        "Go along or support it": "14 of 14",
        "Co-created projects alive": "3 of 3",
        "Look again": "1 February 2027",
    }


@pytest.mark.parametrize(
    ("people", "facilitator", "says"),
    [
        (14, "Ana", "A workshop with 14 people, facilitated by Ana."),
        (1, "", "A workshop with 1 person."),
        (0, "Ana", "A workshop facilitated by Ana."),
        (0, "", "A workshop."),
    ],
)
def test_the_head_says_how_many_and_by_whom(people: int, facilitator: str, says: str) -> None:
    key = Key("setting.facilitator", "", 1, GROUP)
    opened = replace(EXAMPLE, answers=EXAMPLE.answers.with_value(key, facilitator))
    document = made(replace(WORKSHOP, setup=replace(WORKSHOP.setup, people=people)), opened)
    assert document.subtitle.endswith(says)


def test_what_is_not_agreed_is_not_called_so() -> None:
    found = Round(RoundId("statement", 2), ("statement.consent",), False, RoundState.REVEALED, 14)
    ballots = Counter({Ballot.of({Spot("statement.consent"): "1"}): 14})
    held = with_rounds((found, count(GUIDE, found, ballots)))
    says = "A proposal of 22 November 2026. Which words were voted on is not known."
    assert says in " ".join(texts(page_one(made(held))))
    held = with_rounds((replace(found, proposal=PROPOSED), count(GUIDE, found, ballots)))
    says = "A proposal of 22 November 2026. Not agreed yet: 14 of 14 stand at 1 or 2."
    assert says in " ".join(texts(page_one(made(held))))
    assert "0 of 14" in facts(made(held)).values()


def test_every_step_is_told_with_all_that_was_written() -> None:
    document = made()
    found = texts(document.blocks)
    assert headings(document.blocks, 1) == [step.headline for step in GUIDE.steps]
    for key, value in EXAMPLE.answers.items():
        question = GUIDE.questions[key.question]
        if isinstance(question, TextQuestion) and question.lines > 1:
            assert value in found
        if isinstance(question, RecordsQuestion):
            for row in EXAMPLE.answers.records(key.question):
                first = str(row[question.columns[0].id])
                assert any(first in text for text in found) or question.role == "evidence"
    assert "“We write to the council as if we were a firm.”" in found


def test_both_rounds_stand_in_one_chart_with_how_far_people_moved() -> None:
    dots = charts(inside(made()), DotsSpec)
    assert len(dots) == 6
    assert {(spec.now_label, spec.before_label) for spec in dots} == {("second", "first")}
    now = next(spec for spec in dots if spec.low_label == "Trust between us")
    assert now.now.counts == (0, 0, 2, 4, 1, 2, 2, 2, 1, 0, 0)
    assert now.before.counts == (0, 2, 3, 2, 0, 1, 0, 1, 3, 2, 0)
    said = " ".join(texts(inside(made())))
    assert "Middle mark 4.5, the middle half from 3 to 6; agreement\N{NO-BREAK SPACE}0.51" in said
    assert "of 14 with a slip moved: 9 closer to" in said


def test_cases_the_breaking_point_pressures_and_consent_are_drawn() -> None:
    blocks = inside(made())
    six, one = charts(blocks, DivergingSpec)
    assert (len(six.rows), len(one.rows)) == (6, 1)
    assert six.rows[0].last is not None
    assert (one.rows[0].people, one.rows[0].before) == (9, (6, 8))
    assert len(charts(blocks, SharesSpec)) == 1
    assert [len(spec.rows) for spec in charts(blocks, SpreadsSpec)] == [5, 4, 4]
    assert len(charts(blocks, MapSpec)) == 1
    consent = charts(blocks, ColumnsSpec)[-1]
    assert [column.count for column in consent.columns] == [0, 0, 0, 4, 6, 4]
    assert [column.before for column in consent.columns] == [0, 0, 1, 4, 6, 3]
    labels = [b.text for b in flat(blocks) if isinstance(b, Text) and b.style == "label"]
    assert "Pressures · First round" in labels
    assert "Funder wants numbers · Second round" in labels


def test_all_rounds_of_consent_are_kept() -> None:
    held = WORKSHOP
    for number in (3, 4):
        found = Round(RoundId("statement", number), ("statement.consent",), False)
        found = replace(found, state=RoundState.REVEALED, ballots=5)
        ballots = Counter({Ballot.of({Spot("statement.consent"): "5"}): number + 20})
        held = with_rounds((found, count(GUIDE, found, ballots)), workshop=held)
    columns = [spec for spec in charts(inside(made(held)), ColumnsSpec) if len(spec.columns) == 6]
    assert [spec.now_label for spec in columns] == ["second", "third", "round 4"]
    assert [spec.columns[5].count for spec in columns] == [4, 23, 24]


# Secrets


@given(
    st.lists(st.builds(mark, st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=40),
    st.sampled_from([RoundState.OPEN, RoundState.CLOSED]),
)
def test_a_round_that_was_not_shown_leaves_no_trace(
    ballots: list[Ballot], state: RoundState
) -> None:
    assert made(with_rounds(voted(3, *ballots, state=state))) == made()


def test_distinctive_figures_of_rounds_before_their_reveal_are_nowhere() -> None:
    first = [mark(7, 7)] * 83
    only = replace(WORKSHOP, rounds=(), counts={})
    for state in (RoundState.OPEN, RoundState.CLOSED):
        document = made(with_rounds(voted(1, *first, state=state), workshop=only))
        assert "83" not in repr(document)
        assert not charts(document.blocks, DotsSpec)
        later = made(with_rounds(voted(1, *first, state=state), voted(2, *[mark(3)] * 6)))
        assert "83" not in repr(later)
    assert "83" in repr(made(with_rounds(voted(1, *first), workshop=only)))


def test_what_is_withheld_is_said_once_in_words_and_has_no_figure() -> None:
    four = voted(1, *[mark(8, 9)] * 4, state=RoundState.WITHHELD)
    document = made(with_rounds(four, workshop=replace(WORKSHOP, rounds=(), counts={})))
    found = texts(document.blocks)
    assert found.count(WITHHELD) == 1
    assert "Where we stand now and Where we wish to stand" in found
    assert not charts(document.blocks, DotsSpec)


def test_the_first_round_stays_where_the_second_is_withheld() -> None:
    held = with_rounds(voted(2, *[mark(8, 9)] * 4, state=RoundState.WITHHELD))
    blocks = inside(made(held))
    assert len([spec for spec in charts(blocks, DotsSpec) if spec.low_label]) == 2
    assert texts(blocks).count(WITHHELD) == 1


def test_drafts_names_and_scratch_notes_stay_out() -> None:
    opened = EXAMPLE
    for respondent in (ME, "p3"):
        for question, value in (("purpose.inside", "Private words"), ("kind.own_name", "Ours")):
            answers = opened.answers.with_value(Key(question, "", 1, respondent), value)
            opened = replace(opened, answers=answers)
        for spot, chosen in ((NOW, 0), (WISHED, 10)):
            key = Key(spot.question, spot.mark, 1, respondent)
            opened = replace(opened, answers=opened.answers.with_value(key, chosen))
    assert made(opened=opened) == made()
    assert EXAMPLE.session.scratch.strip()[:30] not in repr(made())


def test_who_was_there_stands_only_where_the_group_kept_it() -> None:
    people = (Person("p1", "Zebedee"), Person("p2", " "), Person("p3", "Ottilie"))
    kept = replace(WORKSHOP, setup=Setup("90", 14, names=people, keep_names=True))
    assert "Zebedee, Ottilie" in texts(made(kept).blocks)
    for setup in (replace(kept.setup, keep_names=False), replace(kept.setup, names=())):
        document = made(replace(WORKSHOP, setup=setup))
        assert "Zebedee" not in repr(document)
        assert "Who was there" not in texts(document.blocks)


def test_a_workshop_that_has_only_begun_says_so_kindly() -> None:
    opened = replace(EXAMPLE, answers=type(EXAMPLE.answers)({}, GROUP))
    document = made(Workshop(Setup("60", 9)), opened)
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == [GUIDE.steps[0].headline]
    assert "60-minute workshop" in texts(document.blocks)


# On paper


@pytest.mark.parametrize("paper", SHEETS)
def test_on_paper_page_one_is_a_page_and_none_is_nearly_empty(paper: Paper) -> None:
    data = drawn(made(), paper).data
    found = [whole(text) for text in pages(data)]
    for words in ("Purpose map", "At a glance", "When things go wrong", "Ask the three who left"):
        assert words in found[0]
    assert GUIDE.steps[0].headline in found[1]
    assert 9 <= len(found) <= 12
    assert all(len(text) > 400 for text in found)
    width, height = paper.size
    for number in range(len(read(data).pages)):
        left, top, right, bottom = ink(data, number) or (0.0, 0.0, 0.0, 0.0)
        assert left >= MARGIN - 2 and top >= 42
        assert right <= width - MARGIN + 2 and bottom <= height - 42


def test_no_headline_stands_last_on_a_page() -> None:
    ends = {step.headline for step in GUIDE.steps}
    ends |= {page.headline for step in GUIDE.steps for page in step.pages}
    for paper in SHEETS:
        for text in pages(drawn(made(), paper).data):
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            above_the_foot = [line for line in lines if "Made with" not in line and "/" not in line]
            assert above_the_foot[-1] not in ends


@pytest.mark.parametrize("paper", SHEETS)
def test_the_map_and_the_cases_stand_with_their_steps(paper: Paper) -> None:
    found = [whole(text) for text in pages(drawn(made(), paper).data)]
    (at,) = [n for n, text in enumerate(found) if "How strongly, in words and in deeds?" in text]
    weighed = " ".join(found[at : at + 2])  # the map may stand on the page after the scales
    assert "A community, by the essay’s definition: 12 of 14." in weighed
    (wrong,) = [text for text in found if GUIDE.step("wrong").headline in text]
    assert "Most divided" in wrong


def test_results_are_never_headed_by_what_somebody_was_told_to_do() -> None:
    said = texts(made().blocks)
    assert {"Said otherwise", "What last month showed", "Worries that were offered"} <= set(said)
    assert not any("if they want it kept" in each or "from whoever" in each for each in said)


def test_the_headlines_are_those_of_the_room() -> None:
    found = [each.text for each in flat(made().blocks) if isinstance(each, Heading)]
    assert "Can we all go along with this?" in found
    assert "Who has to agree before this is true?" not in found

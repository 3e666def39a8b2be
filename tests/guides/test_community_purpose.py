"""The shipped guide keeps its plans, its voice and the room its pages have."""

import re
from collections.abc import Iterator

import pytest

from tests.guides.test_essay import GUIDE, texts
from workbook.model.guide import (
    CaseQuestion,
    Mode,
    Page,
    Phase,
    PhaseKind,
    Question,
    Step,
    TextQuestion,
)
from workbook.printing.forms.parts import Choice
from workbook.printing.handouts.ballots.content import ballot_kinds
from workbook.readings.answer_findings import READINGS

STEPS = ["setting", "purpose", "kind", "optimising", "rare", "wrong", "impact", "statement"]
PAGES = [page for step in GUIDE.steps for page in step.pages]


def everything() -> Iterator[str]:
    for step in GUIDE.steps:
        yield from texts(step)
    for question in GUIDE.questions.values():
        yield from texts(question)


def test_the_steps_keep_their_ids() -> None:
    assert [step.id for step in GUIDE.steps] == STEPS


@pytest.mark.parametrize(
    ("plan", "mode", "minutes", "breaks", "buffer"),
    [
        ("solo-25", Mode.SOLO, (2, 4, 2, 3, 3, 5, 3, 3), {}, 0),
        ("60", Mode.WORKSHOP, (8, 10, 2, 9, None, 15, None, 11), {}, 5),
        ("90", Mode.WORKSHOP, (14, 12, 3, 10, 7, 17, 9, 13), {}, 5),
        ("180", Mode.WORKSHOP, (27, 24, 4, 24, 15, 32, 18, 16), {"rare": 15}, 5),
    ],
)
def test_the_plans_have_their_minutes(
    plan: str, mode: Mode, minutes: tuple[int | None, ...], breaks: dict[str, int], buffer: int
) -> None:
    found = GUIDE.plan(plan)
    assert (found.mode, tuple(found.minutes.get(step) for step in STEPS)) == (mode, minutes)
    assert (found.breaks, found.buffer) == (breaks, buffer)


def test_every_reading_has_its_page() -> None:
    assert {name for page in PAGES for name in page.readings} == set(READINGS)


def test_most_roles_are_asked_alone_and_those_of_a_room_only_there() -> None:
    room = {q.role for q in GUIDE.questions.values() if q.modes == {Mode.WORKSHOP}}
    alone = {q.role for q in GUIDE.questions.values() if q.modes == {Mode.SOLO}}
    assert {"consent", "objections", "dissent", "quotes", "parking_lot", "step_sentence"} <= room
    assert alone == {"who_agrees", "ask_when", "people_count"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_headline_is_a_short_question_and_its_framing_short(page: Page) -> None:
    assert page.headline.endswith("?")
    assert len(page.headline) <= 44
    assert len(page.framing) <= 210


@pytest.mark.parametrize("question", GUIDE.questions.values(), ids=lambda q: q.id)
def test_a_question_fits_its_room(question: Question) -> None:
    assert len(question.help) <= 90
    beside = any(question.id in row and len(row) == 2 for page in PAGES for row in page.rows)
    assert len(question.prompt) <= (45 if beside else 52)
    if isinstance(question, TextQuestion):
        assert len(question.hint) <= 60
    if isinstance(question, CaseQuestion):
        assert len(question.story) <= 150
        assert len(question.title) <= 36
        assert all(len(option.label) <= 28 for option in question.options)
        assert all(len(option.label) <= 12 for option in question.last_time)


@pytest.mark.parametrize(
    "unwanted",
    [
        "!",
        " - ",
        "—",
        r"\b(stakeholder|synerg\w*|empowering|leveraging|mission statement|alignment)\b",
        r"\b(great|well done|awesome|congratulations|amazing|excellent|perfect)\b",
        r"\b(color|behavior|neighbor|favor|labor|center|organiz\w*|realiz\w*|optimiz\w*)",
        "[\"]|(?<=\\s)'|  ",
    ],
)
def test_the_voice_is_plain_british_and_praises_nobody(unwanted: str) -> None:
    assert not [text for text in everything() if re.search(unwanted, text, re.IGNORECASE)]


def test_each_step_has_notes_worth_reading() -> None:
    for step in GUIDE.steps:
        assert 3 <= len(step.notes.run) <= 7
        assert "“" in step.notes.listen  # an example of what one hears
        assert step.notes.hot.startswith("“") and step.notes.hot.endswith("”")  # to say aloud
        assert step.notes.check.endswith("?")


def test_what_a_room_needs_to_hear_is_in_the_notes() -> None:
    setting, statement = GUIDE.step("setting").notes, GUIDE.step("statement").notes
    rules = " ".join(setting.run)
    for said in ("Check in", "pass", "stored", "no name, no time and no order", "speak last"):
        assert said in rules
    assert "You do not vote" in rules
    assert any("Check out" in line for line in statement.run)
    assert any("90 days" in line for line in statement.run)
    for step_id in ("purpose", "optimising", "wrong"):
        assert any("90 seconds" in line for line in GUIDE.step(step_id).notes.run)


VOTING = [step for step in GUIDE.steps if step.ballot]
PHASES = [(step, phase) for step in GUIDE.steps for phase in step.phases]


def minutes_of(plan: str, step: Step, phase: Phase) -> float:
    return GUIDE.plan(plan).minutes[step.id] * phase.share / sum(p.share for p in step.phases)


def names(step: Step, ids: tuple[str, ...]) -> list[str]:
    return [id_.removeprefix(f"{step.id}.") for id_ in ids]


def test_each_step_votes_on_its_scales_and_again_on_its_focus() -> None:
    found = {s.id: (names(s, s.ballot), names(s, s.focus)) for s in GUIDE.steps if s.ballot}
    cases = ["worn_out", "fundraiser", "numbers", "loyal", "feud", "newcomers"]
    assert found == {
        "purpose": (["inside_scale", "outside_scale"], ["inside_scale", "outside_scale"]),
        "kind": (["fit"], ["fit"]),
        "optimising": (["scale", "pulse"], ["scale"]),
        "rare": (["pressures"], ["pressures"]),
        "wrong": ([*cases, "breaking", "order"], []),
        "statement": (["consent"], ["consent"]),
    }
    assert GUIDE.gives == ("rare", "impact")


@pytest.mark.parametrize(("plan", "voted"), [("60", False), ("90", True), ("180", True)])
def test_the_order_is_voted_on_where_there_is_time_for_it(plan: str, voted: bool) -> None:
    assert ("wrong.order" in GUIDE.ballot_of(GUIDE.step("wrong"), plan)) is voted
    papers = ballot_kinds(GUIDE, plan, ["wrong"])
    titles = [part.title for part in papers[0].parts if isinstance(part, Choice)]
    assert (GUIDE.questions["wrong.order"].prompt in titles) is voted


@pytest.mark.parametrize("step", VOTING, ids=lambda step: step.id)
def test_silence_and_a_second_vote_are_never_shortened(step: Step) -> None:
    kinds = {phase.kind: phase for phase in step.phases}
    assert kinds[PhaseKind.WRITE].firm
    assert PhaseKind.TALK in kinds
    if step.id != "kind":  # two to four minutes: the name is not voted on again
        assert kinds[PhaseKind.SECOND].firm
    last = GUIDE.steps[-1].phases[-1]
    assert (last.id, last.firm, last.kind) == ("check_out", True, PhaseKind.PAGE)


def test_steps_without_a_vote_write_on_their_pages() -> None:
    for step in GUIDE.steps:
        if not step.ballot:
            assert {phase.kind for phase in step.phases} == {PhaseKind.PAGE}


def test_facts_are_taken_down_before_marks_in_a_room_too() -> None:
    pages = {step.id: [phase.page for phase in step.phases] for step in GUIDE.steps}
    assert pages["purpose"].index("purpose.write") == 0
    assert pages["rare"].index("rare.hours") == 0


@pytest.mark.parametrize(
    ("step", "phase", "minutes"),
    [
        ("setting", "check_in", 6),
        ("purpose", "write", 2.5),
        ("purpose", "talk", 3),
        ("optimising", "write", 2),
        ("optimising", "talk", 3),
        ("optimising", "second", 1),
        ("rare", "write", 1.5),
        ("wrong", "write", 5),
        ("wrong", "talk", 4),
        ("impact", "quiet", 2),
        ("statement", "check_out", 2),
    ],
)
def test_ninety_minutes_leave_each_phase_what_it_needs(
    step: str, phase: str, minutes: float
) -> None:
    at = GUIDE.step(step)
    [found] = [each for each in at.phases if each.id == phase]
    assert minutes_of("90", at, found) == pytest.approx(minutes)


def test_nothing_is_shorter_than_a_quarter_of_a_minute() -> None:
    for plan in ("60", "90", "180"):
        for step, phase in PHASES:
            if step.id in GUIDE.plan(plan).minutes:
                assert minutes_of(plan, step, phase) >= 0.25, (plan, step.id, phase.id)


@pytest.mark.parametrize(("step", "phase"), PHASES, ids=lambda each: each.id)
def test_a_card_is_read_at_a_glance_and_an_invitation_in_a_breath(step: Step, phase: Phase) -> None:
    assert len(phase.title) <= 16
    assert len(phase.card_title) <= 32
    assert 80 <= len(phase.card) <= 235
    assert 10 <= len(phase.invite) <= 62
    assert phase.invite[-1] in ".?"


def test_the_craft_stands_on_the_cards() -> None:
    for step in VOTING:
        for phase in step.phases:
            if phase.kind is PhaseKind.WRITE:
                assert "You do not vote" in phase.card and "may pass" in phase.card, step.id
            if phase.kind is PhaseKind.TALK:
                lone = ("alone", "unsaid", "single voice")  # then it is the facilitator's to say
                assert any(word in phase.card for word in lone), step.id
                if step.id != "kind":
                    assert "Founder and funder last" in phase.card, step.id
            if phase.kind is PhaseKind.SECOND and step.id != "statement":
                assert "Nobody has to move" in phase.card, step.id
    for step_id in ("purpose", "optimising", "rare", "wrong"):
        cards = " ".join(phase.card for phase in GUIDE.step(step_id).phases)
        assert "90 seconds" in cards, step_id
    assert "90 days" in " ".join(phase.card for phase in GUIDE.step("statement").phases)


def test_every_step_but_the_setting_keeps_what_was_said() -> None:
    beside = {step.id: {GUIDE.questions[id_].role for id_ in step.room} for step in GUIDE.steps}
    assert beside.pop("setting") == set()
    assert beside.pop("statement") == {"quotes", "parking_lot"}
    assert set(beside) == set(STEPS[1:-1])
    assert all(v == {"step_sentence", "said_otherwise", "quotes"} for v in beside.values())

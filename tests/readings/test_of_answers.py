"""Readings found by their roles in a guide: complete, incomplete, and beside the question."""

import pytest

from tests.small_guide import FULL, answers, small_guide
from workbook.model.answers import Answers, Key
from workbook.model.guide import Mode, Side, TextQuestion
from workbook.readings import of_answers as read
from workbook.readings.answer_findings import AnswerFindings
from workbook.readings.purpose import Kind, Point

GUIDE = small_guide()


def without(question: str, mark: str = "") -> Answers:
    return FULL.with_value(Key(question, mark), None)


@pytest.mark.parametrize(
    ("reading", "question", "mark"),
    [
        ("gap", "purpose.inside_scale", "do"),
        ("map", "purpose.outside_scale", "say"),
        ("kind", "purpose.inside_scale", "say"),
        ("priority", "optimising.priority_scale", "wished"),
        ("pulse", "optimising.pulse", "err"),
        ("pressures", "rare.pressures", "own"),
        ("shortfall", "rare.hours", ""),
        ("cases", "wrong.feud", "choice"),
        ("breaking_point", "wrong.breaking_point", ""),
        ("sentence", "wrong.order", ""),
        ("alive", "impact.co_created", ""),
    ],
)
def test_a_reading_appears_only_when_what_it_rests_on_is_complete(reading, question, mark) -> None:
    assert AnswerFindings(GUIDE, FULL).named(reading) is not None
    assert AnswerFindings(GUIDE, without(question, mark)).named(reading) is None
    assert AnswerFindings(GUIDE, Answers()).named(reading) is None


def test_purpose_counts_the_facts_that_say_something() -> None:
    found = read.purpose(GUIDE, FULL)
    assert found is not None
    assert (found.say.kind, found.do.kind) == (Kind.ON_LINE, Kind.COMMUNITY)
    assert (found.facts_inside, found.facts_outside) == (2, 0)
    blank = FULL.with_value(
        Key("purpose.evidence"), ({"fact": " ", "side": "inside"}, {"fact": "x", "side": ""})
    )
    assert read.facts(GUIDE, blank) == (0, 0)


def test_pressures_stand_strongest_first() -> None:
    found = read.pressures(GUIDE, FULL.with_value(Key("rare.pressures", "own"), 4))
    assert found is not None
    assert [p.id for p in found.pressures] == ["branding", "own"]
    found = read.pressures(GUIDE, FULL.with_value(Key("rare.pressures", "branding"), 0))
    assert found is not None
    assert [p.id for p in found.pressures] == ["own", "branding"]


def test_a_blank_row_of_hours_is_no_promise_and_text_is_no_figure() -> None:
    rows = (
        {"promise": "a", "needed": 3, "given": 1.5},
        {"promise": "", "needed": "", "given": ""},
        {"promise": "b", "needed": "some", "given": 2},
    )
    found = read.shortfall(GUIDE, answers(hours=rows))
    assert found is not None
    assert [p.promise for p in found.promises] == ["a", "b"]
    assert found.missing == 1.5


def test_a_case_knows_pass_choice_and_last_time() -> None:
    found = read.cases(GUIDE, FULL)
    assert found is not None
    worn, feud = found.cases
    assert (worn.chosen, worn.last, worn.differs) == (Side.INSIDE, Side.OUTSIDE, True)
    assert (feud.chosen, feud.passed, feud.last) == (None, True, None)


def test_what_has_not_happened_is_not_compared() -> None:
    found = read.cases(GUIDE, FULL.with_value(Key("wrong.worn", "last"), "not_happened"))
    assert found is not None
    assert found.compared == 0


def test_the_rung_where_work_comes_first_or_never() -> None:
    at_end, never = FULL, FULL.with_value(Key("wrong.breaking_point"), "never")
    found, none = read.breaking_point(GUIDE, at_end), read.breaking_point(GUIDE, never)
    assert found is not None
    assert none is not None
    assert (found.rung, none.rung) == (1, None)


def test_an_offer_to_one_project_is_suggested_to_another() -> None:
    (match,) = read.suggestions(GUIDE, FULL)
    assert (match.project, match.offering, match.words) == ("Garden", "Bench", ("plank",))


def draft(name: str, given: Answers) -> str:
    question = GUIDE.questions[name]
    assert isinstance(question, TextQuestion)
    return read.draft(GUIDE, given, question, read.sentence(GUIDE, given))


def test_a_draft_leaves_out_sentences_that_are_not_filled() -> None:
    assert draft("statement.statement", answers(outside_text="Repair.")) == "Out: Repair."
    assert draft("statement.statement", Answers()) == ""


def test_a_draft_never_fills_places_that_a_person_typed() -> None:
    typed = answers(inside_text="{outside_text}", outside_text="b")
    assert draft("statement.statement", typed) == "Inside: {outside_text}. Out: b."


def test_the_sentence_is_drafted_from_the_order() -> None:
    assert draft("statement.priority_sentence", FULL) == (
        "How we treat each other, even over how much we get done, "
        "until someone outside depends on a date we gave."
    )


def outcome(given: Answers):
    return read.outcome(GUIDE, Mode.SOLO, given)


def test_the_outcome_is_the_sentence_else_the_drift_else_the_kind_else_the_step() -> None:
    assert outcome(FULL).kind == "sentence"
    drifting = without("statement.priority_sentence")
    found = outcome(drifting)
    assert (found.kind, found.say, found.do) == ("drift", "outside", "inside")
    steady = drifting.with_value(Key("purpose.inside_scale", "say"), 9)
    steady = steady.with_value(Key("purpose.outside_scale", "say"), 2)
    assert (outcome(steady).kind, outcome(steady).do) == ("kind", "community")
    begun = answers(group_name="a", facilitator="b", date="c")
    assert (outcome(begun).kind, outcome(begun).text) == ("step", "Purpose")
    assert outcome(Answers()).kind == "none"
    assert outcome(FULL).look_again == "1 February 2027"


def test_missing_roles_name_the_questions_that_wait() -> None:
    waiting = read.missing_roles(GUIDE, without("purpose.inside_scale", "do"), ["inside_scale"])
    assert [question.id for question in waiting] == ["purpose.inside_scale"]
    assert read.missing_roles(GUIDE, FULL, ["inside_scale", "case"]) == ()


def test_a_room_is_named_by_its_map_unless_it_has_a_sentence() -> None:
    room = Point(3, 8)
    assert read.outcome(GUIDE, Mode.WORKSHOP, FULL, room).kind == "sentence"
    silent = FULL.with_value(Key("statement.priority_sentence"), None)
    assert read.outcome(GUIDE, Mode.WORKSHOP, silent, room).do == Kind.COMMUNITY
    assert read.outcome(GUIDE, Mode.WORKSHOP, silent, room).kind == "kind"


def test_what_a_room_has_voted_on_waits_for_nobody() -> None:
    first = read.outcome(GUIDE, Mode.WORKSHOP, Answers(), None, frozenset(GUIDE.questions))
    assert first.kind == "none"
    begun = read.outcome(GUIDE, Mode.WORKSHOP, Answers(), None, {"kind.kind_fit"})
    assert (begun.kind, begun.text) == ("step", GUIDE.steps[0].title)

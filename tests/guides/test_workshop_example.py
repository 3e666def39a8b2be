"""The finished workshop is whole, and what the library would have counted of its ballots."""

from pathlib import Path

import pytest

from workbook.catalogue.dates import read_date
from workbook.guides import GuideError, load_guide
from workbook.guides.examples import Example, load_example
from workbook.model.answers import GROUP, session_progress
from workbook.model.guide import Mode, RecordsQuestion, TextFormat, TextQuestion
from workbook.model.workshop import FEWEST, RoundState, Workshop
from workbook.readings.group import CasesOfRoom, ConsentVotes, Spread
from workbook.readings.purpose import Kind
from workbook.readings.round_findings import RoundFindings
from workbook.resources import resource

GUIDE = load_guide()


@pytest.fixture(scope="module")
def example() -> Example:
    return load_example("workshop", GUIDE)


@pytest.fixture(scope="module")
def workshop(example: Example) -> Workshop:
    assert example.workshop is not None
    return example.workshop


def test_it_is_complete(example: Example, workshop: Workshop) -> None:
    assert (example.mode, example.plan) == (Mode.WORKSHOP, "90")
    assert {key.respondent for key in example.answers} == {GROUP}
    done = session_progress(GUIDE, Mode.WORKSHOP, example.answers, workshop.voted)
    assert done.complete
    assert example.scratch.strip()


def test_fourteen_people_came_and_it_has_ended(workshop: Workshop) -> None:
    assert workshop.setup.people == len(workshop.setup.names) == 14
    assert workshop.setup.keep_names
    assert workshop.clock.started and workshop.clock.promised and workshop.clock.ended
    assert workshop.clock.since is None


def test_every_ballot_was_voted_on_and_shown(workshop: Workshop) -> None:
    asked = {question for step in GUIDE.steps for question in step.ballot}
    assert workshop.voted == asked
    assert {found.state for found in workshop.rounds} == {RoundState.REVEALED}
    assert {found.ballots for found in workshop.rounds} == {14}
    again = {step.id for step in GUIDE.steps if len(workshop.rounds_of(step.id)) == 2}
    assert again == {"purpose", "optimising", "rare", "wrong", "statement"}
    assert not any(counts.withheld for counts in workshop.counts.values())


def test_what_is_secret_joins_at_least_five(workshop: Workshop) -> None:
    for found in workshop.rounds:
        for table in workshop.counts[found.id].pairs.values():
            assert sum(table.values()) >= FEWEST


def test_it_moves_towards_trust(workshop: Workshop) -> None:
    found = RoundFindings(GUIDE, workshop)
    optimising = [said.reading for said in found.by_step["optimising"]]
    now = next(reading for reading in optimising if isinstance(reading, Spread))
    wrong = [said.reading for said in found.by_step["wrong"]]
    consent = found.by_step["statement"][-1].reading
    place = found.place
    assert place and place.kind is Kind.COMMUNITY
    assert now.now and now.before and now.moved and now.shape
    assert (now.now.median, now.moved.moved, now.moved.further) == (4.5, 10, 1)
    assert isinstance(wrong[0], CasesOfRoom) and wrong[0].most_divided == "wrong.numbers"
    assert isinstance(consent, ConsentVotes)
    assert (sum(consent.before[:3]), consent.low) == (1, 0)


def test_the_group_wrote_down_all_that_a_room_may(example: Example) -> None:
    written = {key.question for key in example.answers}
    beside = {question for step in GUIDE.steps for question in step.room}
    kept = ("purpose.sentence", "purpose.said_otherwise", "statement.parking_lot")
    assert set(kept) <= written & beside
    assert {"statement.objections", "statement.dissent", "statement.check_out"} <= written
    for question in GUIDE.questions.values():
        if isinstance(question, TextQuestion) and question.format is TextFormat.DATE:
            assert question.id not in written or read_date(example.answers.text(question.id))
        if isinstance(question, RecordsQuestion) and question.role == "objections":
            assert len(example.answers.records(question.id)) == 1


EXAMPLE = resource("examples", "workshop.en.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("people = 14", 'people = "many"', "workshop.people", "int"),
        ("slips = true", "slips = 3", "workshop.slips", "bool"),
        ("slips = true", "slip = true", "workshop.slip", "no such key"),
        ("ended = 2026-11-22T19:02:00Z", "ended = 2026-11-22", "workshop.ended", "a moment"),
        ('step = "kind"', 'step = "impact"', 'workshop."rounds.3".step', "one of purpose"),
        ('["optimising.scale"]', '["kind.fit"]', 'workshop."rounds.5".questions', "scale"),
        ('step = "kind"', 'stop = "kind"', 'workshop."rounds.3"', "a round with step"),
        ("9 6 3 9   | T6YA", "9 6 3 | T6YA", 'workshop."rounds.2".ballots.1', "4 answers"),
        (
            "9 6 3 9   | T6YA",
            "11 6 3 9 | T6YA",
            'workshop."rounds.2".ballots.1."purpose.inside_scale".do',
            "0 to 10",
        ),
        ('plan = "90"', 'plan = "solo-25"', "plan", "one of 60, 90, 180"),
        ('"setting.why"', '"setting.people"', 'answers."setting.people"', "of a room"),
    ],
)
def test_what_does_not_fit_the_guide_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    assert old in EXAMPLE
    spoiled = EXAMPLE.replace(old, new, 1)
    (tmp_path / "workshop.en.toml").write_text(spoiled, encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        load_example("workshop", GUIDE, tmp_path)
    found = [p for p in caught.value.problems if p.key == key]
    assert found and expected in found[0].expected, str(caught.value)


def test_a_workshop_that_is_no_table_is_named(tmp_path: Path) -> None:
    text = 'guide = "community-purpose"\nplan = "solo-25"\nworkshop = 3\n[answers]\n'
    (tmp_path / "few.en.toml").write_text(text)
    with pytest.raises(GuideError, match="workshop: expected a table"):
        load_example("few", GUIDE, tmp_path)


def test_a_third_round_begins_to_join_anew(tmp_path: Path) -> None:
    rounds = "".join(
        f'[[workshop.rounds]]\nstep = "purpose"\nballots = """\n{lines}"""\n'
        for lines in ("\n".join(f"{mark} 5 5 5 | S{at}" for at in range(14)) for mark in (3, 5, 7))
    )
    begin = EXAMPLE.index("# for each other")
    (tmp_path / "workshop.en.toml").write_text(EXAMPLE[:begin] + rounds, encoding="utf-8")
    found = load_example("workshop", GUIDE, tmp_path).workshop
    assert found is not None
    moved = [bool(found.counts[held.id].moves) for held in found.rounds]
    assert moved == [False, True, False]

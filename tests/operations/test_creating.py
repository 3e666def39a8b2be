from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.storage.conftest import Clock
from workbook.guides import GuideError, load_guide
from workbook.guides import example_workshop as example_rounds
from workbook.model.answers import GROUP, Answers, Key, Progress, Value
from workbook.model.guide import Guide, Mode
from workbook.model.opened import OpenSession
from workbook.model.session import Outcome, Place
from workbook.model.workshop import Ballot, Counts, Round, RoundId
from workbook.operations import (
    What,
    add_example,
    built_in_example,
    duplicate,
    find_example,
    move_to_trash,
    new_reflection,
    open_session,
    remember_place,
    rename,
    restore,
    sessions,
    set_answers,
    set_scratch,
)
from workbook.operations.workshops import (
    close_round,
    new_workshop,
    open_round,
    reveal_round,
    store_ballots,
)
from workbook.readings import counting
from workbook.storage.database import Library
from workbook.storage.ids import ALPHABET


def test_a_new_reflection_has_nothing_in_it(library: Library, guide: Guide, clock: Clock) -> None:
    change = new_reflection(library, guide)
    session = change.session
    assert (change.what, change.keys) == (What.CREATED, ())
    assert (session.name, session.mode, session.plan) == ("", Mode.SOLO, "solo-25")
    assert session.created == session.changed == clock.time
    assert (session.progress, session.outcome) == (Progress(0, 2), Outcome())
    opened = open_session(library, session.id)
    assert (opened.session, opened.guide, opened.answers) == (session, guide, Answers())


def test_the_plan_says_how_the_session_is_held(library: Library, guide: Guide) -> None:
    assert new_reflection(library, guide, plan="hour").session.mode is Mode.WORKSHOP


def test_a_plan_that_the_guide_does_not_have_is_refused(library: Library, guide: Guide) -> None:
    with pytest.raises(KeyError):
        new_reflection(library, guide, plan="weekend")
    assert sessions(library) == []


def test_a_copy_is_of_the_same_group_and_has_everything_but_the_place(
    library: Library, guide: Guide, clock: Clock
) -> None:
    original = new_reflection(library, guide).session.id
    answers: dict[Key, Value] = {
        Key("setting.group"): "River Street",
        Key("setting.why"): "Because.",
        Key("purpose.inside", "do", 2, "Ana"): 7,
    }
    set_answers(library, guide, original, answers)
    set_scratch(library, original, "Ask Ines.")
    remember_place(library, original, Place("purpose"))
    before = open_session(library, original)
    move_to_trash(library, original)
    clock.go(days=1)
    change = duplicate(library, original)
    copy = open_session(library, change.session.id)
    assert change.what is What.CREATED
    assert copy.session == change.session
    assert copy.session.id != original
    assert copy.session.created == copy.session.changed == clock.time
    assert copy.session.name == "River Street"
    assert (copy.session.scratch, copy.session.place) == ("Ask Ines.", Place())
    assert copy.session.trashed is None
    assert copy.session.progress == before.session.progress
    assert dict(copy.answers.items()) == answers
    assert set(change.keys) == set(answers)
    assert open_session(library, original).answers == before.answers


def test_the_example_is_found_while_it_is_in_use_and_as_it_was_added(
    library: Library, guide: Guide
) -> None:
    assert find_example(library) == ""
    added = add_example(library).session.id
    assert find_example(library) == added
    move_to_trash(library, added)
    assert find_example(library) == ""
    restore(library, added)
    rename(library, added, "Ours")
    assert find_example(library) == ""


def test_a_copy_of_what_has_no_name_has_none(library: Library, guide: Guide) -> None:
    original = new_reflection(library, guide).session.id
    assert duplicate(library, original).session.name == ""


def test_the_example_is_finished(library: Library, clock: Clock) -> None:
    change = add_example(library)
    session = change.session
    assert change.what is What.CREATED
    assert session.progress.complete
    assert session.name
    assert session.outcome.kind == "sentence"
    assert session.created == clock.time
    opened = open_session(library, session.id)
    assert opened.session == session
    assert opened.guide == load_guide()
    assert set(change.keys) == set(opened.answers)


def test_each_example_is_a_session_of_its_own(library: Library) -> None:
    assert add_example(library).session.id != add_example(library).session.id
    assert len(sessions(library)) == 2


def test_the_built_in_example_is_always_the_same(library: Library) -> None:
    first, second = built_in_example(), built_in_example("reflection")
    assert first == second
    assert first.session.id == "sample"
    assert first.session.created == datetime(2026, 11, 3, 14, 3, tzinfo=UTC)
    assert first.session.created == first.session.changed
    assert sessions(library) == []


def test_the_example_that_is_added_says_what_the_built_in_one_does(library: Library) -> None:
    added = open_session(library, add_example(library).session.id)
    built_in = built_in_example()
    assert added.answers == built_in.answers
    assert added.session.scratch == built_in.session.scratch
    assert added.session.outcome == built_in.session.outcome


def test_an_example_that_is_not_there_is_a_sentence(library: Library) -> None:
    with pytest.raises(GuideError, match=r"nothing\.en\.toml"):
        add_example(library, "nothing")
    assert sessions(library) == []


def test_the_finished_workshop_is_stored_as_the_built_in_one_is(library: Library) -> None:
    change = add_example(library, "workshop")
    opened, built_in = open_session(library, change.session.id), built_in_example("workshop")
    assert opened.session == change.session
    assert opened.workshop == change.workshop == built_in.workshop
    assert (opened.answers, opened.guide) == (built_in.answers, built_in.guide)
    session = opened.session
    assert session == replace(
        built_in.session, id=session.id, created=session.created, changed=session.changed
    )
    assert (opened.session.mode, opened.session.progress.complete) == (Mode.WORKSHOP, True)
    assert opened.session.outcome.kind == "sentence"
    assert find_example(library, "workshop") == change.session.id
    assert find_example(library) == ""


def test_no_session_of_a_library_is_named_as_what_is_built_in() -> None:
    ids = {built_in_example(name).session.id for name in ("reflection", "workshop")}
    assert ids == {"sample", "sample-workshop"}
    assert not any(set(id_) <= set(ALPHABET) for id_ in ids)


def _words_of(opened: OpenSession) -> list[Key]:
    """Where the words lie that consent is asked to."""
    roles = ("statement", "priority_sentence")
    return [Key(q.id, "", 1, GROUP) for role in roles for q in opened.guide.with_role(role)]


def test_the_finished_workshop_is_what_a_room_would_have_left(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast: dict[RoundId, Counter[Ballot]] = {}

    def counted(guide: Guide, found: Round, ballots: Counter[Ballot]) -> Counts:
        cast[found.id] = ballots
        return counting.count(guide, found, ballots)

    monkeypatch.setattr(example_rounds, "count", counted)
    built_in = built_in_example("workshop")
    assert built_in.workshop is not None
    session = new_workshop(library, built_in.guide, "Makers", built_in.workshop.setup).session
    for found in built_in.workshop.rounds:
        if found.proposal:
            words = (found.proposal.purpose, found.proposal.priority)
            written = dict(zip(_words_of(built_in), words, strict=True))
            set_answers(library, built_in.guide, session.id, written)
        open_round(library, session.id, found.id.step, found.questions, secret=found.secret)
        store_ballots(library, session, found.id, cast[found.id])
        close_round(library, session.id, found.id)
        reveal_round(library, session.id, found.id)
    opened = open_session(library, session.id)
    outcome = opened.session.outcome
    assert outcome.kind == "sentence"
    left = opened.workshop
    assert left is not None
    assert left.rounds == built_in.workshop.rounds
    assert dict(left.counts) == dict(built_in.workshop.counts)

"""All readings of a session are one value: each is read once and kept, nobody reads it again."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from workbook.model.answers import GROUP, ME, Answers, Key
from workbook.model.opened import OpenSession
from workbook.operations import built_in_example
from workbook.readings import of_answers, round_findings
from workbook.readings.answer_findings import ACROSS, READINGS
from workbook.readings.findings import Findings
from workbook.readings.of_workshop import map_of

ROOT = Path(__file__).parent.parent.parent
ALONE, ROOM = built_in_example(), built_in_example("workshop")

# Who may call a function of `readings` all the same, and why that reads no opened session again.
BALLOTS = "ballots are in no opened session: closing a round makes of them the counts that are"
ASKED = "what a round asks is bound when it is opened, and is no reading of it"
WORDS = "a word for a figure that is given"
TYPED = "words as they are being typed, beside those of the round that is running"
ALLOWED = {
    ("workbook/operations/workshops.py", "counting.count"): BALLOTS,
    ("workbook/operations/workshops.py", "counting.moves"): BALLOTS,
    ("workbook/operations/workshops.py", "counting.size"): BALLOTS,
    ("workbook/operations/workshops.py", "counting.slips"): BALLOTS,
    ("workbook/operations/tallying.py", "counting.size"): BALLOTS,
    ("workbook/ui/workshop/box.py", "counting.handed_in"): BALLOTS,
    ("workbook/ui/workshop/box.py", "counting.most"): BALLOTS,
    ("workbook/guides/example_workshop.py", "counting.count"): BALLOTS,
    ("workbook/guides/example_workshop.py", "counting.moves"): BALLOTS,
    ("workbook/guides/example_workshop.py", "counting.size"): BALLOTS,
    ("workbook/guides/example_workshop.py", "counting.slips"): BALLOTS,
    ("workbook/guides/example_workshop.py", "proposal.asks_consent"): ASKED,
    ("workbook/guides/examples.py", "proposal.proposal"): ASKED,
    ("workbook/operations/workshops.py", "proposal.asks_consent"): ASKED,
    ("workbook/operations/workshops.py", "proposal.proposal"): ASKED,
    ("workbook/operations/proposing.py", "proposal.proposal"): ASKED,
    ("workbook/guides/check.py", "of_answers.draft_roles"): "a guide is checked, nothing is read",
    ("workbook/catalogue/readings.py", "distribution.agreement_word"): WORDS,
    ("workbook/catalogue/rounds.py", "claim.of_reading"): "what words claim, from the same reading",
    ("workbook/ui/workshop/voting/consent_line.py", "proposal.proposal"): TYPED,
    ("workbook/ui/workshop/voting/consent_line.py", "consent.changed_words"): TYPED,
}
# Who makes findings of a session, each once for whoever it hands them to.
OWNERS = {
    "workbook/operations/answering.py": "whoever changes a session stores what Home says of it",
    "workbook/cli/files.py": "a command opens a session and ends with it",
    "workbook/ui/session/document.py": "the session that is open in the window",
    "workbook/operations/opening.py": "a session that is exported without being opened",
}


def outside() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "workbook").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if not file.startswith("workbook/readings/"):
            yield file, ast.parse(path.read_text("utf-8"))


def computing() -> set[str]:
    """Every function of `readings`, and every module of it, which would hand out all of them."""
    found = set()
    for path in (ROOT / "workbook" / "readings").glob("*.py"):
        if path.stem != "__init__":
            found.add(path.stem)
        names = ast.parse(path.read_text("utf-8")).body
        found |= {f"{path.stem}.{n.name}" for n in names if isinstance(n, ast.FunctionDef)}
    return found


def asked_of_readings(tree: ast.Module) -> Iterator[str]:
    """What a file imports of `readings`, as "counting.count", or "counting" for all of it."""
    inside = "workbook.readings."
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(inside):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names if alias.name.startswith(inside))
        else:
            continue
        yield from (name.removeprefix(inside) for name in names)


def test_nobody_reads_a_session_for_itself() -> None:
    functions = computing()
    found = {
        (file, name)
        for file, tree in outside()
        for name in asked_of_readings(tree)
        if name in functions
    }
    assert found == set(ALLOWED)


def test_findings_are_made_where_a_session_is_opened_or_changed() -> None:
    made = {
        file
        for file, tree in outside()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Findings", "AnswerFindings", "RoundFindings")
    }
    assert made == set(OWNERS)


@pytest.mark.parametrize(
    "text",
    ["from workbook.readings.of_rounds import reveal", "from workbook.readings import of_rounds",
     "import workbook.readings.of_rounds", "def f():\n    from workbook.readings import of_rounds"],
)  # fmt: skip
def test_who_would_is_found(text: str) -> None:
    assert set(asked_of_readings(ast.parse(text))) & computing()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was read, in the order in which it was."""
    found: list[str] = []

    def counting(holder: object, name: str) -> None:
        read = getattr(holder, name)

        def counted(*given: object) -> object:
            found.append(name)
            return read(*given)

        monkeypatch.setattr(holder, name, counted)

    for name in ("purpose", "cases", "sentence"):
        counting(of_answers, name)
    for name in ("read_round", "on_wall"):
        counting(round_findings, name)
    return found


def test_nothing_is_read_before_it_is_asked_for_and_then_once(reads: list[str]) -> None:
    found = Findings(ROOM)
    assert reads == []
    for _ in range(3):
        _ = found.written.cases, found.written.sentence, found.rounds.on_wall("kind")
        _ = found.rounds.told, found.rounds.by_step, found.rounds.consent_votes, found.rounds.cases
    assert ROOM.workshop is not None
    assert reads.count("read_round") == len(ROOM.workshop.rounds)
    assert [name for name in reads if name != "read_round"] == ["cases", "sentence", "on_wall"]


@pytest.mark.parametrize("name", sorted(READINGS.keys() - set(ACROSS)))
def test_every_reading_of_a_page_is_a_part_of_it(name: str) -> None:
    found = Findings(ALONE).written
    assert found.named(name) is found.named(name) is not None
    assert Findings(replace(ALONE, answers=Answers())).written.to_tell(name) is None


def test_an_answer_leaves_what_the_rounds_say_and_the_clock_leaves_all() -> None:
    before = Findings(ROOM)
    changed = ROOM.answers.with_value(Key("statement.dissent", "", 1, GROUP), "No.")
    after = before.after(replace(ROOM, answers=changed))
    assert after.rounds is before.rounds and after.written is not before.written
    workshop = ROOM.workshop
    assert workshop is not None
    later = replace(workshop, clock=replace(workshop.clock, added=60))
    ticked = before.after(replace(ROOM, workshop=later))
    assert (ticked.rounds, ticked.written) == (before.rounds, before.written)
    assert ticked.workshop is later


def test_a_round_that_goes_takes_what_the_room_put_first_with_it() -> None:
    before, workshop = Findings(ROOM), ROOM.workshop
    assert workshop is not None
    after = before.after(replace(ROOM, workshop=replace(workshop, rounds=workshop.rounds[:-1])))
    # The order of a room and what contradicts it are read from its rounds.
    assert after.written is not before.written and after.rounds is not before.rounds
    assert len(after.rounds.told) < len(before.rounds.told)


def test_where_nothing_has_changed_it_is_the_same_value() -> None:
    found = Findings(ROOM)
    now = OpenSession(ROOM.session, ROOM.guide, ROOM.answers, ROOM.workshop)
    assert found.after(now) is found


def test_only_the_session_s_own_answers_are_read() -> None:
    drafted = {Key("statement.dissent", "", 1, ME): "A draft."}
    spoken = {Key("optimising.scale", "now", 1, "p1"): 9}
    given = {**dict(ROOM.answers.items()), **drafted, **spoken}
    found = Findings(replace(ROOM, answers=Answers(given, ROOM.answers.voice)))
    assert {key.respondent for key in found.answers} == {GROUP}
    assert found.answers == Findings(ROOM).answers


def test_alone_there_are_no_rounds() -> None:
    rounds = Findings(ALONE).rounds
    assert (rounds.told, rounds.place, rounds.map, rounds.consent_votes) == ((), None, None, None)


def test_there_is_a_state_of_the_words_in_a_room_and_none_alone() -> None:
    assert Findings(ALONE).consent is None
    found = Findings(ROOM).consent
    assert found is not None and found.carried
    bare = Findings(replace(ROOM, workshop=None)).consent
    assert bare is not None and bare.state == "not_asked"


def test_the_place_of_the_room_is_that_of_the_map_it_is_told() -> None:
    rounds = Findings(ROOM).rounds
    told = map_of(rounds.told)
    assert told is not None and told == rounds.map and told.room == rounds.place

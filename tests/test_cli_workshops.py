"""The commands for workshops: the finished one, and counts that come through a pipe."""

import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workbook import operations
from workbook.app import main
from workbook.guides import load_guide
from workbook.model.answers import Key
from workbook.model.workshop import Ballot, RoundId, RoundState, Setup, Spot
from workbook.operations import workshops

ROOT = Path(__file__).parent.parent
NOW, WISHED = Spot("optimising.scale", "now"), Spot("optimising.scale", "wished")
FIRST = RoundId("optimising", 1)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process with bytes on its standard input."""

    def run(*arguments: object, piped: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        status = main([str(argument) for argument in arguments])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def library(own_library: Path) -> Iterator[operations.Library]:
    with closing(operations.open_library(own_library)) as library:
        yield library


def workshop(library: operations.Library, **more: object) -> str:
    setup = Setup("90", 14, **more)  # type: ignore[arg-type]
    return workshops.new_workshop(library, load_guide(), "River Street Makers", setup).session.id


def ballots(library: operations.Library, session: str, at: RoundId = FIRST) -> Counter[Ballot]:
    return workshops.load_ballots(library, session, at)


def assert_one_line(done: tuple[int, str, str], status: int, *says: str) -> None:
    assert done[:2] == (status, "")
    assert re.fullmatch(r"workbook: [^\n]+\n", done[2]), done[2]
    for words in says:
        assert words in done[2]


# The finished workshop


def test_the_finished_workshop_is_added_and_listed(run: Run, library: operations.Library) -> None:
    status, out, err = run("sample", "--workshop")
    assert (status, err) == (0, "")
    (listed,) = json.loads(run("list", "--json")[1])
    assert (listed["id"], listed["mode"]) == (out.strip(), "workshop")
    assert listed["progress"] == {"done": 8, "total": 8}
    assert run("list")[1].split("\t")[1:4] == ["River Street Makers", "workshop", "8/8"]
    opened = operations.open_session(library, out.strip())
    assert opened.workshop is not None
    assert opened.workshop.setup.people == 14


def test_the_built_in_workshop_is_exported_like_the_reflection(
    run: Run, own_library: Path, tmp_path: Path
) -> None:
    for name in ("sample", "sample-workshop", "sample-workshop"):
        assert run("export", name, "-o", tmp_path / "a.pdf") == (0, "", "")
        (tmp_path / "a.pdf").rename(tmp_path / f"{len(list(tmp_path.iterdir()))}.pdf")
    alone, first, second = ((tmp_path / f"{n}.pdf").read_bytes() for n in (1, 2, 3))
    assert alone != first == second
    assert not own_library.exists()


def test_the_workshop_that_was_added_is_exported(run: Run, tmp_path: Path) -> None:
    session = run("sample", "--workshop")[1].strip()
    assert run("export", session, "-o", tmp_path / "a.pdf", "--paper", "letter") == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


# Counts from a pipe


def test_counts_open_the_next_round_and_add_up(run: Run, library: operations.Library) -> None:
    session = workshop(library)
    tally = ("tally", session[:6], "optimising.scale", "--round", 1)
    assert run(*tally, piped=b"mark,answer,count\nnow,3,4\nnow,7,5\n") == (0, "9\n", "")
    assert run(*tally, piped=b"wished;4;2\r\nnow;pass;1\r\n") == (0, "10\n", "")
    opened = operations.open_session(library, session).workshop
    assert opened is not None
    (held,) = opened.rounds
    assert (held.id, held.secret, held.state) == (FIRST, True, RoundState.OPEN)
    assert held.questions == ("optimising.scale", "optimising.pulse")
    assert ballots(library, session) == Counter(
        {
            Ballot.of({NOW: "3"}): 4,
            Ballot.of({NOW: "7"}): 5,
            Ballot.of({NOW: "pass"}): 1,
            Ballot.of({WISHED: "4"}): 2,
        }
    )


def test_the_set_up_says_whether_it_is_secret(run: Run, library: operations.Library) -> None:
    session = workshop(library, open_steps=frozenset({"statement"}))
    run("tally", session, "statement.consent", "--round", "1", piped=b"4,3\n3,2\n")
    opened = operations.open_session(library, session).workshop
    assert opened is not None
    assert not opened.rounds[0].secret


def test_what_was_answered_by_name_or_on_slips_counts_with_it(
    run: Run, library: operations.Library
) -> None:
    session = workshop(library, open_steps=frozenset({"optimising"}))
    change = workshops.open_round(
        library, session, "optimising", ("optimising.scale", "optimising.pulse"), secret=False
    )
    cast = Counter({Ballot.of({NOW: "2", WISHED: "3"}, "K7QM"): 1})
    workshops.store_ballots(library, change.session, FIRST, cast)
    guide = operations.open_session(library, session).guide
    operations.set_answers(library, guide, session, {Key(*NOW, 1, "ana"): 5})
    done = run("tally", session, "optimising.scale", "--round", "1", piped=b"now,9,2\n")
    assert done == (0, "4\n", "")
    assert ballots(library, session) == cast + Counter({Ballot.of({NOW: "9"}): 2})


def test_later_rounds_ask_the_focus_or_the_question_alone(
    run: Run, library: operations.Library
) -> None:
    session = run("sample", "--workshop")[1].strip()
    for question in ("wrong.numbers", "optimising.scale"):
        piped = b"choice,work,3\n" if question == "wrong.numbers" else b"now,3,3\n"
        assert run("tally", session, question, "--round", 3, piped=piped)[:2] == (0, "3\n")
        opened = operations.open_session(library, session).workshop
        assert opened is not None
        held = opened.round(RoundId(question.partition(".")[0], 3))
        assert held is not None
        assert held.questions == (question,)


def test_more_answers_than_people_are_told_and_stored(
    run: Run, library: operations.Library
) -> None:
    session = workshop(library)
    tally = ("tally", session, "optimising.scale", "--round", 1)
    status, out, err = run(*tally, piped=b"now,3,15\n")
    assert (status, out) == (0, "15\n")
    assert err == "workbook: First round, 15 answers, 14 people expected\n"
    assert ballots(library, session).total() == 15


@pytest.mark.parametrize(
    ("piped", "says"),
    [
        (b"", ["no counts"]),
        (b"now,3,4\nnow,12,1\n", ["Line 2", "0 to 10"]),
        (b"now,3,4\nthen,3,1\nnow,3,x\n", ["Line 2", "Line 3"]),
        (b"3,4\n", ["Line 1", "wished"]),
        (b"\xff\xfe\x00", []),
    ],
)
def test_counts_that_cannot_be_read_are_wrong_input_and_open_nothing(
    run: Run, library: operations.Library, piped: bytes, says: list[str]
) -> None:
    session = workshop(library)
    tally = ("tally", session, "optimising.scale", "--round", 1)
    assert_one_line(run(*tally, piped=piped), 2, *says)
    opened = operations.open_session(library, session).workshop
    assert opened is not None
    assert opened.rounds == ()
    assert run(*tally, piped=b"now,3,4\n")[0] == 0
    assert_one_line(run(*tally, piped=piped), 2, *says)
    assert ballots(library, session).total() == 4


@pytest.mark.parametrize(
    ("question", "number", "says"),
    [
        ("optimising.scale", 2, ["takes no more answers", "round 3"]),
        ("optimising.scale", 4, ["no round 4", "next one is round 3"]),
        ("optimising.scale", 0, ["counted from 1"]),
        ("optimising.scale", "x", ["counted from 1"]),
        ("setting.name", 1, ["not voted on", "purpose.inside_scale"]),
        ("nothing", 1, ["not voted on"]),
    ],
)
def test_a_round_or_question_that_takes_no_answers_is_wrong_input(
    run: Run, question: str, number: object, says: list[str]
) -> None:
    session = run("sample", "--workshop")[1].strip()
    done = run("tally", session, question, "--round", number, piped=b"now,3,4\n")
    assert_one_line(done, 2, *says)


def test_while_a_round_is_open_there_is_no_next_one(run: Run, library: operations.Library) -> None:
    session = run("sample", "--workshop")[1].strip()
    run("tally", session, "optimising.scale", "--round", 3, piped=b"now,3,4\n")
    tally = ("tally", session, "optimising.scale", "--round")
    assert_one_line(run(*tally, 4, piped=b"now,3,4\n"), 2, "Round 3", "still open")
    assert_one_line(run(*tally, 2, piped=b"now,3,4\n"), 2, "the next is round 3")
    done = run("tally", session, "optimising.pulse", "--round", 3, piped=b"help,3,4\n")
    assert_one_line(done, 2, "does not ask", "optimising.scale")


def test_only_workshops_that_are_stored_take_counts(run: Run, library: operations.Library) -> None:
    alone = operations.new_reflection(library, load_guide()).session.id
    for session, says in ((alone, "not a workshop"), ("sample-workshop", "sample-workshop")):
        done = run("tally", session, "optimising.scale", "--round", 1, piped=b"now,3,4\n")
        assert_one_line(done, 2, says)


def test_without_a_library_none_is_made(run: Run, own_library: Path) -> None:
    assert_one_line(run("tally", "abc", "optimising.scale", "--round", 1), 2, str(own_library))
    assert not own_library.exists()


def test_a_library_that_another_program_has_open_is_left_alone(
    run: Run, library: operations.Library
) -> None:
    session = workshop(library)
    tally = ("tally", session, "optimising.scale", "--round", 1)
    with operations.hold_library(library):
        assert_one_line(run(*tally, piped=b"now,3,4\n"), 1, "Another program", str(library.folder))
    assert not ballots(library, session)
    assert run(*tally, piped=b"now,3,4\n")[0] == 0


def test_counts_come_through_a_real_pipe(library: operations.Library) -> None:
    session = workshop(library)
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "tally", session, "statement.consent", "--round", "1"],
        input=b"level,count\n3,47\n4,120\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (0, b"167")
    assert ballots(library, session, RoundId("statement", 1)).total() == 167

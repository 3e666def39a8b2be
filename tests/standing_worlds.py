"""The example of a workshop with its words in each state that consent knows."""

from collections import Counter
from dataclasses import replace

from workbook.model.answers import GROUP, Key
from workbook.model.opened import OpenSession
from workbook.model.workshop import Ballot, Counts, Person, Proposal, Round, RoundState, Spot
from workbook.operations import built_in_example
from workbook.readings.counting import count
from workbook.readings.proposal import proposal

ROOM = built_in_example("workshop")
ASKED = Spot("statement.consent")
WORDS = proposal(ROOM.guide, ROOM.answers)
OTHER = Proposal("We used to say this.", WORDS.priority)
NAMES = ("Zoraya", "Quirin")
GO_ON = "the boat is rented"


def world(
    scores: str | None,
    *,
    words: Proposal | None = WORDS,
    secret: bool = True,
    go_on: str = "",
    people: int = 14,
) -> OpenSession:
    """The example with one round of consent, or with none where there are no scores.

    Args:
        scores: of everybody who answered, "-" for a pass.
        words: what the round was about, None for a round that did not keep it.
        secret: whether it was.
        go_on: why the group goes on all the same.
        people: in the room.
    """
    assert ROOM.workshop is not None
    held = ROOM.workshop
    names = tuple(Person(f"p{at}", name) for at, name in enumerate(NAMES))
    setup = replace(held.setup, people=people, keep_names=True, names=names)
    last = held.rounds_of("statement")[-1]
    rounds = tuple(each for each in held.rounds if each.id.step != "statement")
    counts = {key: value for key, value in held.counts.items() if key.step != "statement"}
    if scores is not None:
        found, counted = _voted(last, scores, words, secret, people)
        rounds, counts = (*rounds, found), {**counts, found.id: counted}
    answers = ROOM.answers.with_value(Key("statement.go_on", "", 1, GROUP), go_on or None)
    workshop = replace(held, setup=setup, rounds=rounds, counts=counts)
    return replace(ROOM, answers=answers, workshop=workshop)


def _voted(
    like: Round, scores: str, words: Proposal | None, secret: bool, people: int
) -> tuple[Round, Counts]:
    few = secret and sum(score != "-" for score in scores) < 5
    state = RoundState.WITHHELD if few else RoundState.REVEALED
    found = replace(
        like, secret=secret, state=state, ballots=len(scores), people=people, proposal=words
    )
    given = Counter(Ballot.of({ASKED: "pass" if s == "-" else s}) for s in scores)
    return found, count(ROOM.guide, found, given)


# Each state, and how its headline reads.
WORLDS = {
    "not_asked": (world(None), "Nobody has been asked for consent yet."),
    "unknown": (world("3" * 14, words=None), "Which words were voted on is not known."),
    "withheld": (world("333-"), "The vote is not shown: fewer than five scores."),
    "changed": (world("4" * 14, words=OTHER), "The purpose statement was changed since the vote."),
    "blocked": (world("0" * 14, go_on=GO_ON), "Not agreed: 14 of 14 block it."),
    "not_yet": (world("2333333333--"),
                "Not agreed yet: 1 of 14 stands at 1 or 2, 2 passed, 2 gave no answer."),
    "too_few": (world("33333---------"), "Too few scores: 5 go along, 9 passed."),
}  # fmt: skip
CARRIED = world("33344455")

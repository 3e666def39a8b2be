"""What a room put first by its votes, and what its latest rounds contradict."""

from collections.abc import Mapping

import pytest

from tests.small_guide import answers, small_guide
from workbook.model.guide import Side, TextQuestion
from workbook.model.workshop import Counts, Round, RoundId, RoundState, Setup, Spot, Workshop
from workbook.readings.across import Across, Votes
from workbook.readings.answer_findings import AnswerFindings
from workbook.readings.round_findings import RoundFindings
from workbook.readings.wrong import Basis

GUIDE = small_guide()
ORDER, LADDER = Spot("wrong.order", "first"), Spot("wrong.breaking_point")
CASES = (Spot("wrong.worn", "choice"), Spot("wrong.feud", "choice"))
DO = (Spot("purpose.outside_scale", "do"), Spot("purpose.inside_scale", "do"))
FACTS = ({"fact": "a", "side": "inside"}, {"fact": "b", "side": "inside"})


def held(
    chosen: Mapping[Spot, Mapping[str, int]], people: int = 11, *, step: str = "wrong",
    number: int = 1, state: RoundState = RoundState.REVEALED, pairs=None,
) -> tuple[Round, Counts]:  # fmt: skip
    questions = tuple(dict.fromkeys(spot.question for spot in chosen))
    found = Round(RoundId(step, number), questions, True, state, ballots=5, people=people)
    return found, Counts(answers=chosen, pairs=pairs or {})


def workshop(*rounds: tuple[Round, Counts]) -> Workshop:
    counts = {found.id: kept for found, kept in rounds}
    return Workshop(Setup("90", 11), rounds=tuple(found for found, _ in rounds), counts=counts)


def read(*rounds: tuple[Round, Counts], **written: object) -> AnswerFindings:
    return AnswerFindings(GUIDE, answers(**written), RoundFindings(GUIDE, workshop(*rounds)))


def drafted(found: AnswerFindings) -> str:
    question = GUIDE.questions["statement.priority_sentence"]
    assert isinstance(question, TextQuestion)
    return found.draft(question)


def test_the_order_is_that_of_more_than_half_of_all_in_the_room() -> None:
    found = read(held({ORDER: {"people": 3, "work": 6}}), order=("people", "work"), until="May")
    order = found.sentence
    assert order is not None
    assert (order.first_side, order.basis, order.votes, order.people) == (
        Side.OUTSIDE, Basis.VOTED, 6, 11,
    )  # fmt: skip
    assert drafted(found) == ("How much we get done, even over how we treat each other, until May.")


@pytest.mark.parametrize("votes", [{"people": 5, "work": 4}, {"people": 5, "work": 5}, {}])
def test_without_a_majority_of_the_room_nothing_comes_first(votes: dict[str, int]) -> None:
    found = read(held({ORDER: votes}), order=("people", "work"), until="May")
    assert found.sentence is None
    assert drafted(found) == ""


def test_what_somebody_wrote_down_is_no_vote_and_no_draft() -> None:
    found = read(order=("people", "work"), until="May")
    assert found.sentence is not None
    assert (found.sentence.basis, found.sentence.stands) == (Basis.WRITTEN, False)
    assert drafted(found) == ""


def test_the_latest_round_that_was_shown_counts() -> None:
    first = held({ORDER: {"people": 8, "work": 3}})
    second = held({ORDER: {"people": 4, "work": 7}}, number=2)
    closed = held({ORDER: {"people": 11}}, number=3, state=RoundState.CLOSED)
    found = RoundFindings(GUIDE, workshop(first, second, closed))
    assert found.order == Votes(people=4, work=7, of=11)
    assert RoundFindings(GUIDE, workshop()).order is None


def test_a_room_is_asked_where_its_facts_and_its_marks_point_apart() -> None:
    marked = held(
        {DO[0]: {"9": 6, "2": 1}, DO[1]: {"3": 7}},
        step="purpose",
        pairs={DO: {("9", "3"): 6, ("2", "3"): 1}},
    )
    found = read(marked, evidence=FACTS).to_ask
    assert found is not None
    assert (found.about.about, found.about.side, found.in_room) == (
        Across.FACTS_DO, Side.INSIDE, True,
    )  # fmt: skip
    assert read(marked, evidence=FACTS).named("across_do") == found
    assert read(marked, evidence=FACTS).named("across_order") is None


def test_half_of_a_room_contradicts_nothing() -> None:
    marked = held(
        {DO[0]: {"9": 5}, DO[1]: {"3": 5}}, people=10, step="purpose", pairs={DO: {("9", "3"): 5}}
    )
    assert read(marked, evidence=FACTS).to_ask is None


def test_what_the_group_wrote_down_as_its_order_contradicts_nothing() -> None:
    wished = held({Spot("optimising.priority_scale", "wished"): {"1": 11}}, step="optimising")
    assert read(wished, order=("work", "people")).to_ask is None
    voted = read(wished, held({ORDER: {"work": 7}})).to_ask
    assert voted is not None
    assert voted.about.about is Across.WISH_ORDER


def test_one_person_is_asked_on_the_page_of_the_later_answer() -> None:
    alone = AnswerFindings(
        GUIDE,
        answers(
            evidence=FACTS, inside_scale__say=2, inside_scale__do=2,
            outside_scale__say=9, outside_scale__do=9,
        ),
    )  # fmt: skip
    found = alone.to_ask
    assert found is not None
    assert (found.in_room, alone.named("across_do")) == (False, found)

"""The open question across the steps: asked of a person and of a room, and never a reproach."""

from itertools import product

import pytest

from tests.catalogue.wording import well_worded
from workbook.catalogue.across import across_words
from workbook.model.kinds import Side
from workbook.readings.across import Across, Contradiction, ToAsk

PEOPLE, WORK = Side.INSIDE, Side.OUTSIDE


def words(about: Across, side: Side, *, in_room: bool = False, **figures: int) -> str:
    return across_words(ToAsk(Contradiction(about, side, **figures), in_room)).reason


@pytest.mark.parametrize(
    ("about", "side", "figures", "said"),
    [
        (Across.CASES_ORDER, PEOPLE, {"cases": 6, "rungs": 4},
         "In every case and on every rung you put people first, and yet work first in the order."),
        (Across.CASES_ORDER, WORK, {"cases": 6, "rungs": 4},
         "In every case and on every rung you put work first, and yet people first in the order."),
        (Across.CASES_ORDER, PEOPLE, {"cases": 6},
         "In every case you put people first, and yet work first in the order."),
        (Across.CASES_LADDER, PEOPLE, {"cases": 6, "rungs": 4},
         "In every case you put people first, and yet work on every rung."),
        (Across.FACTS_DO, PEOPLE, {"facts": 3, "other_facts": 1},
         "3 of 4 facts point inside. "
         "You marked that you do more for the outside than for each other."),
        (Across.FACTS_DO, WORK, {"facts": 2},
         "Both facts point outside. "
         "You marked that you do more for each other than for the outside."),
        (Across.WISH_ORDER, PEOPLE, {},
         "You wish to stand nearer to trust, and yet put work first in the order."),
    ],
)  # fmt: skip
def test_one_person_is_asked_about_their_own_answers(about, side, figures, said: str) -> None:
    assert words(about, side, **figures).startswith(said)


def test_a_room_is_asked_about_what_more_than_half_of_it_answered() -> None:
    said = words(Across.CASES_ORDER, PEOPLE, in_room=True, cases=6, rungs=4)
    assert said.startswith(
        "In every case and on every rung more than half of us put people first, "
        "and yet more than half put work first in the order."
    )
    assert "you" not in said.lower().split()


@pytest.mark.parametrize("in_room", [True, False])
def test_every_contradiction_is_one_open_question_that_blames_nobody(in_room: bool) -> None:
    for about, side, rungs, others in product(Across, (PEOPLE, WORK), (0, 4), (0, 1)):
        found = Contradiction(about, side, cases=6, rungs=rungs, facts=3, other_facts=others)
        said = across_words(ToAsk(found, in_room))
        assert said.lead == "What would have to be true for both?"
        assert "There may well be a reason" in said.reason
        assert well_worded(said)

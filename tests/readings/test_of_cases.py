"""What a round says of its cases."""

from dataclasses import replace

import pytest

from tests.readings.asked_rounds import FEUD, GUIDE, WORN, counted, held
from workbook.model.workshop import Counts, Spot
from workbook.readings.counting import STAYED
from workbook.readings.group import (
    CasesOfRoom,
)
from workbook.readings.of_cases import divided_case
from workbook.readings.of_rounds import reveal

CASES = counted(
    worn__choice={"people": 8, "work": 2},
    worn__last={"people": 2, "work": 7, "not_happened": 1},
    feud__choice={"people": 5, "work": 4},
)


def cases(counts: Counts, before: Counts | None = None, *, secret: bool = True) -> CasesOfRoom:
    first = held(WORN, FEUD) if before else None
    (found,) = reveal(GUIDE, held(WORN, FEUD, secret=secret), counts, first, before)
    assert isinstance(found, CasesOfRoom)
    return found


def test_cases_chosen_against_done() -> None:
    pair = (Spot(WORN, "choice"), Spot(WORN, "last"))
    table = {("people", "work"): 6, ("people", "people"): 1, ("work", "work"): 1}
    found = cases(
        replace(CASES, passes={pair[0]: 3}, pairs={pair: {**table, ("work", "people"): 1}})
    )
    worn, feud = found.cases
    assert (worn.people, worn.work, worn.passes) == (8, 2, 3)
    assert (worn.last_people, worn.last_work, worn.last_never) == (2, 7, 1)
    assert (worn.compared, worn.differ) == (9, 7)
    assert (feud.compared, feud.differ, feud.people_before) == (None, None, None)
    assert found.most_divided == FEUD


def test_few_comparisons_are_told_in_an_open_round_only() -> None:
    counts = replace(
        CASES, pairs={(Spot(WORN, "choice"), Spot(WORN, "last")): {("people", "work"): 4}}
    )
    assert cases(counts).cases[0].compared is None
    assert cases(counts, secret=False).cases[0].compared == 4


def test_a_withheld_case_has_no_figures_but_its_last_time() -> None:
    counts = Counts({Spot(WORN, "last"): {"work": 6}}, {}, frozenset({Spot(WORN, "choice")}))
    worn = cases(counts).cases[0]
    assert (worn.people, worn.work, worn.withheld, worn.last_work) == (0, 0, True, 6)


def test_a_case_voted_on_again_shows_who_went_over() -> None:
    table = {("people", "work"): 1, ("work", "people"): 3, STAYED: 5}
    now = replace(CASES, moves={Spot(WORN, "choice"): table})
    worn, feud = cases(now, counted(worn__choice={"people": 6, "work": 4})).cases
    assert (worn.people_before, worn.work_before) == (6, 4)
    assert (worn.to_people, worn.to_work) == (3, 1)
    assert (feud.people_before, feud.to_people) == (None, None)


@pytest.mark.parametrize(
    ("worn", "feud", "divided"),
    [
        ((5, 5), (5, 5), WORN),
        ((3, 3), (60, 58), FEUD),  # more people stand on the side that is not the room's
        ((4, 3), (3, 4), WORN),
        ((7, 0), (9, 1), FEUD),
        ((7, 0), (0, 9), ""),
        ((0, 0), (0, 0), ""),
    ],
)
def test_the_most_divided_case(worn: tuple[int, int], feud: tuple[int, int], divided: str) -> None:
    counts = counted(
        worn__choice=dict(zip(("people", "work"), worn, strict=True)),
        feud__choice=dict(zip(("people", "work"), feud, strict=True)),
    )
    assert divided_case(GUIDE, counts) == divided

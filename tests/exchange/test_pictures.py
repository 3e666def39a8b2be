"""The charts of a session, under names that every system takes."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.leaks import leaving_of, solo, without_secrets, workshops
from tests.small_guide import FULL
from workbook.charts.specs import DivergingSpec, DotsSpec, MapSpec
from workbook.exchange.pictures import LONGEST, charts
from workbook.model.answers import Answers
from workbook.model.guide import Step
from workbook.model.opened import OpenSession
from workbook.operations.creating import built_in_example

RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}


def safe(stem: str) -> bool:
    return bool(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", stem)) and stem not in RESERVED


def test_a_reflection_has_a_chart_for_each_reading_that_can_be_drawn() -> None:
    found = {chart.stem: chart.title for chart in charts(solo(FULL))}
    assert list(found) == [
        "purpose-gap", "kind-map", "optimising-priority", "optimising-pulse", "rare-pressures",
        "rare-shortfall", "wrong-cases", "wrong-breaking-point",
    ]  # fmt: skip
    assert found["kind-map"] == "The purpose map"


def test_a_workshop_has_those_of_its_rounds() -> None:
    found = {chart.stem: chart for chart in charts(leaving_of(built_in_example("workshop")))}
    second = found["optimising-scale-now-round-2"]
    assert isinstance(second.spec, DotsSpec) and second.spec.before is not None
    assert second.title == "now · Second round"
    assert isinstance(found["wrong-cases-round-1"].spec, DivergingSpec)
    assert isinstance(found["purpose-map-round-1"].spec, MapSpec)


def test_nothing_answered_has_no_charts() -> None:
    assert charts(solo(Answers())) == ()


@given(workshops())
def test_nothing_leaves_that_must_not(opened: OpenSession) -> None:
    found = charts(leaving_of(opened))
    assert found == charts(leaving_of(without_secrets(opened)))
    stems = [chart.stem for chart in found]
    assert len(set(stems)) == len(stems) and all(map(safe, stems))


@given(st.lists(st.text(max_size=80), min_size=8, max_size=8, unique=True))
def test_any_ids_of_a_guide_make_safe_names(ids: list[str]) -> None:
    guide = solo(FULL).guide
    steps: list[Step] = [replace(step, id=id_) for step, id_ in zip(guide.steps, ids, strict=True)]
    stems = [chart.stem for chart in charts(solo(FULL, replace(guide, steps=tuple(steps))))]
    assert len(set(stems)) == len(stems)
    assert all(safe(stem) and len(stem) <= LONGEST + 3 for stem in stems)

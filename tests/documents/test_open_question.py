"""Answers that do not go together are asked about once, with their step, and at home."""

from dataclasses import replace

import pytest

from tests.documents.reading import flat
from workbook.documents.blocks import Block, Reading
from workbook.documents.summary import summary
from workbook.documents.wanted import Wanted
from workbook.model.answers import Key
from workbook.model.opened import OpenSession
from workbook.operations import built_in_example
from workbook.printing.handouts.take_home.content import take_home
from workbook.readings.findings import Findings

QUESTION = "What would have to be true for both?"


def with_marks(inside: int, outside: int) -> OpenSession:
    """The reflection, whose facts point inside, with other marks of what is done."""
    example = built_in_example("reflection")
    answers = example.answers.with_value(Key("purpose.inside_scale", "do"), inside)
    return replace(example, answers=answers.with_value(Key("purpose.outside_scale", "do"), outside))


def asked(blocks: tuple[Block, ...]) -> list[str]:
    return [b.reason for b in flat(blocks) if isinstance(b, Reading) and b.lead == QUESTION]


@pytest.mark.parametrize(("inside", "outside", "times"), [(2, 9, 1), (8, 3, 0), (5, 6, 0)])
def test_it_stands_in_the_summary_and_on_the_sheet_where_there_is_one(
    inside: int, outside: int, times: int
) -> None:
    opened = with_marks(inside, outside)
    found = Findings(opened)
    in_summary = asked(summary(found).blocks)
    assert len(in_summary) == times
    assert asked(take_home(Wanted(opened.guide, found)).came_out) == in_summary
    assert all(words.startswith("3 of 4 facts point inside.") for words in in_summary)

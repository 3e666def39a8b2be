"""A guide finds its questions by role, step, page and mode."""

import pytest

from tests.small_guide import small_guide
from workbook.model.guide import Mode

GUIDE = small_guide()


def test_questions_of_a_role_stand_in_the_guides_order() -> None:
    assert [q.id for q in GUIDE.with_role("case")] == ["wrong.worn", "wrong.feud"]
    assert GUIDE.with_role("nothing") == ()


def test_a_step_is_found_by_id_and_by_question() -> None:
    assert GUIDE.step_of("wrong.feud") is GUIDE.step("wrong")
    with pytest.raises(KeyError):
        GUIDE.step("nowhere")
    with pytest.raises(KeyError):
        GUIDE.step_of("nowhere.at_all")
    with pytest.raises(KeyError):
        GUIDE.plan("nowhere")


def test_a_question_is_asked_in_its_modes_only() -> None:
    step = GUIDE.step("statement")
    solo = [q.id for q in GUIDE.questions_of(step, Mode.SOLO)]
    assert "statement.consent" not in solo
    assert "statement.consent" in [q.id for q in GUIDE.questions_of(step, Mode.WORKSHOP)]
    assert solo[0] == "statement.statement"


def test_every_page_with_something_to_show_is_shown() -> None:
    assert all(GUIDE.pages_of(step, Mode.SOLO) == step.pages for step in GUIDE.steps)


def test_the_headline_of_a_step_is_that_of_its_first_page() -> None:
    assert GUIDE.step("wrong").headline == "wrong?"

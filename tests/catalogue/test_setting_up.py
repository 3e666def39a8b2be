"""The words of a plan, and of its time."""

from workbook.catalogue.setting_up import plan_line, plan_title, total_words
from workbook.guides import load_guide
from workbook.model.workshop import Setup

GUIDE = load_guide()


def test_a_plan_says_what_it_leaves_out_and_its_break() -> None:
    plans = [GUIDE.plan(name) for name in ("60", "90", "180")]
    assert [plan_title(plan) for plan in plans] == ["60 minutes", "90 minutes", "180 minutes"]
    assert [plan_line(GUIDE, plan) for plan in plans] == [
        "“Why both is rare” and “Impact” go home on paper.",
        "All steps, without a break.",
        "All steps, with a break of 15 minutes.",
    ]


def test_the_total_counts_own_minutes_break_and_reserve() -> None:
    assert total_words(GUIDE, Setup("90", 5)) == "90 minutes in all, 5 of them in reserve."
    assert (
        total_words(GUIDE, Setup("180", 5, minutes={"impact": 0}))
        == "162 minutes in all, with a break of 15 and 5 in reserve."
    )

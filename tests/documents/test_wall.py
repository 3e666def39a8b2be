"""What the room may see: nothing that is not revealed, no names, and everything that is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.documents.walls import (
    BOXES,
    CLOSED,
    FEUD,
    FIT,
    GUIDE,
    INSIDE,
    NOW,
    OPEN,
    OUTSIDE,
    PULSE,
    REVEALED,
    SCALE,
    SETUP,
    WITHHELD,
    WORN,
    chart,
    held,
    marks,
    pictures,
    seen,
    workshop,
)
from workbook.catalogue.asking import Asked
from workbook.charts.specs import DivergingSpec, DotsSpec, MapSpec
from workbook.documents.wall import gallery
from workbook.model.agenda import BREAK
from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    RungsQuestion,
)
from workbook.model.spots import spots
from workbook.model.timing import begin, pause
from workbook.model.workshop import (
    Clock,
    Counts,
    Round,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.readings.round_findings import RoundFindings

# ------------------------------------------------------------------------------------- the line


def test_before_the_first_round_there_is_the_question_and_what_to_do() -> None:
    value = seen(workshop(), "optimising", "stories")
    assert (value.group, value.place) == ("River Street Makers", "3 of 7")
    assert value.headline == GUIDE.step("optimising").headline
    assert value.invite == "When did trust come first, and when did results?"
    assert (value.line, value.picture, value.sentence) == ("", None, "We do.")


def test_the_setting_has_no_number() -> None:
    assert seen(workshop(), "setting", "welcome").place == ""


def test_a_phase_with_a_page_of_its_own_asks_its_question() -> None:
    page = next(p for p in GUIDE.step("optimising").pages if p.id == "optimising.feed")
    assert seen(workshop(), "optimising", "talk").headline == page.headline


def test_while_people_answer_the_room_sees_how_many_have() -> None:
    shop = workshop((held("optimising", 1, OPEN, ballots=0), Counts()))
    assert seen(shop, "optimising", "write", counted=9).line == "First round, 9 of 14 answers."


def test_while_people_answer_the_room_reads_what_is_asked() -> None:
    shop = workshop((held("wrong", 1, OPEN, ballots=0), Counts()))
    asked = seen(shop, "wrong", "write", counted=0).asked
    assert [each.question for each in asked[:-2]] == [
        question.story
        for question in GUIDE.questions.values()
        if isinstance(question, CaseQuestion)
    ]
    assert asked[0].answers == "Keep the date · Shrink the event"
    rungs = GUIDE.questions["wrong.breaking"]
    assert isinstance(rungs, RungsQuestion)
    assert rungs.story in asked[-2].question and rungs.rungs[0].label in asked[-2].answers


def test_what_is_asked_stands_there_before_the_first_round_and_never_beside_a_picture() -> None:
    assert seen(workshop(), "optimising", "write").asked
    assert not seen(workshop(), "optimising", "stories").asked
    shop = workshop((held("optimising"), marks(SCALE, "now", 1, 2, 2, 8, 9)))
    assert not seen(shop, "optimising", "write").asked
    assert not seen(workshop((held("optimising", 1, CLOSED), Counts())), "optimising").asked


def test_who_has_answered_is_not_asked_to_any_more() -> None:
    first = (held("optimising"), marks(SCALE, "now", 1, 2, 2, 8, 9))
    second = (held("optimising", 2, REVEALED, SCALE), marks(SCALE, "now", 3, 3, 4, 5, 6))
    assert seen(workshop(), "optimising", "write").invite
    assert not seen(workshop(first), "optimising", "write").invite
    assert seen(workshop(first), "optimising", "second").invite
    assert not seen(workshop(first, second), "optimising", "second").invite


def test_what_the_headline_says_is_not_asked_twice() -> None:
    shop = workshop((held("wrong"), Counts()), (held("wrong", 2, OPEN, WORN), Counts()))
    (asked,) = seen(shop, "wrong", "second", counted=0).asked
    assert asked == Asked("", "Keep the date · Shrink the event")
    (levels,) = seen(workshop(), "statement", "consent").asked
    assert levels.question == "" and levels.answers.startswith("0\u00a0Block · 1\u00a0No")


def test_a_closed_round_shows_its_number_and_no_picture() -> None:
    shop = workshop((held("optimising", 1, CLOSED, ballots=13), marks(SCALE, "now", 3, 3, 4, 5, 6)))
    value = seen(shop, "optimising", counted=13)
    assert (value.line, value.picture) == ("First round, 13 of 14 answers.", None)


def test_the_second_round_stands_above_the_first_and_the_line_says_so() -> None:
    shop = workshop(
        (held("optimising"), marks(SCALE, "now", 1, 2, 2, 8, 9)),
        (held("optimising", 2, REVEALED, SCALE), marks(SCALE, "now", 3, 3, 4, 5, 6)),
    )
    value = seen(shop, "optimising")
    assert value.line == "Second round, 0 to 14 of 14 answers a mark. First round below the line."
    shown = chart(value)
    assert isinstance(shown, DotsSpec) and shown.before is not None
    assert (shown.now_label, shown.before_label) == ("second", "first")
    assert value.picture and value.picture.alt


def test_while_a_second_round_is_open_the_first_is_not_mistaken_for_it() -> None:
    first = (held("optimising"), marks(SCALE, "now", 1, 2, 2, 8, 9))
    for state in (OPEN, CLOSED):
        shop = workshop(first, (held("optimising", 2, state, SCALE, ballots=4), Counts()))
        value = seen(shop, "optimising", "second", counted=4)
        assert (value.picture, value.line) == (None, "Second round, 4 of 14 answers.")


def test_a_case_that_is_voted_on_alone_is_named() -> None:
    first = (held("wrong"), Counts())
    shop = workshop(first, (held("wrong", 2, OPEN, FEUD), Counts()))
    feud = GUIDE.questions[FEUD]
    assert isinstance(feud, CaseQuestion)
    assert seen(shop, "wrong", "second", counted=0).headline == feud.title


def test_a_break_is_called_one_and_shows_its_time_alone() -> None:
    setup = Setup("180", 14)
    clock = Clock("rare", BREAK, started=NOW, since=NOW)
    shop = workshop((held("rare"), Counts()), setup=setup, clock=clock)
    value = seen(shop, "rare", BREAK)
    assert (value.headline, value.line, value.picture) == ("A break", "", None)
    assert value.countdown and value.countdown.whole == 15 * 60


# ------------------------------------------------------------------------------------- pictures


def test_marks_of_one_scale_are_pictures_beside_each_other() -> None:
    counts = Counts({Spot(SCALE, "now"): {"3": 5, "8": 2}, Spot(SCALE, "wished"): {"2": 4, "4": 3}})
    shop = workshop((held("optimising"), counts))
    assert [p.title for p in pictures(shop, "optimising")][:2] == ["now", "wished"]
    assert chart(seen(shop, "optimising", picture=1)) == pictures(shop, "optimising")[1].chart
    assert seen(shop, "optimising", picture=99).picture == pictures(shop, "optimising")[-1]


ORDER = GUIDE.questions["wrong.order"].prompt


def test_what_was_asked_only_in_the_first_round_stays_reachable_after_the_second() -> None:
    ballot = GUIDE.step("wrong").ballot
    cases = [q for q in ballot if isinstance(GUIDE.questions[q], CaseQuestion)]
    first = Counts(
        {
            Spot(q, "choice"): {"people": 7, "work": 6}
            for q in cases
            if q not in ("wrong.breaking", "wrong.order")
        }
        | {Spot("wrong.breaking"): {NEVER: 6}, Spot("wrong.order", "first"): {"people": 9}}
    )
    second = Counts({Spot(FEUD, "choice"): {"people": 10, "work": 3}})
    shop = workshop((held("wrong"), first), (held("wrong", 2, REVEALED, FEUD), second))
    found = pictures(shop, "wrong")
    assert [p.title for p in found] == ["Cases", "Cases · First round", "Breaking point", ORDER]
    one, others = found[0].chart, found[1].chart
    assert isinstance(one, DivergingSpec) and isinstance(others, DivergingSpec)
    assert len(one.rows) == 1 and one.rows[0].before == (7, 6)
    assert len(others.rows) == len(cases) - 1
    assert seen(shop, "wrong", picture=1).line == "First round, 6 to 14 of 14 answers a mark."
    assert seen(shop, "wrong").line == "Second round, 13 to 14 of 14 answers a mark."


def test_a_withheld_round_is_words_and_leaves_the_one_before_reachable() -> None:
    shop = workshop(
        (held("optimising"), marks(SCALE, "now", 1, 2, 2, 8, 9)),
        (held("optimising", 2, WITHHELD, SCALE, ballots=3), Counts()),
    )
    found = pictures(shop, "optimising")
    assert found[0].chart is None
    assert found[0].lead == "Nothing is shown: fewer than five answered."
    assert any(isinstance(picture.chart, DotsSpec) for picture in found)


@pytest.mark.parametrize("state", [REVEALED, WITHHELD])
@pytest.mark.parametrize("questions", [(SCALE,), (PULSE,)])
def test_an_earlier_withheld_round_is_not_told_of_again(
    state: RoundState, questions: tuple[str, ...]
) -> None:
    latest = held("optimising", 2, state, *questions, ballots=6)
    counts = {spot: {"3": 6} for spot in spots(GUIDE.questions[questions[0]])}
    after = latest, Counts(counts) if state is REVEALED else Counts()
    shop = workshop((held("optimising", 1, WITHHELD, ballots=3), Counts()), after)
    assert all(each.round == latest for each in gallery(RoundFindings(GUIDE, shop), "optimising"))
    assert pictures(shop, "optimising") == pictures(workshop(after), "optimising")


def test_statements_that_are_withheld_are_said_beside_the_chart() -> None:
    items = spots(GUIDE.questions[PULSE])
    counts = Counts({spot: {"3": 5, "4": 2} for spot in items[1:]}, withheld=frozenset(items[:1]))
    shop = workshop((held("optimising"), counts))
    pulse = next(p for p in pictures(shop, "optimising") if p.title == "How safe it is to speak up")
    assert pulse.chart is not None
    assert pulse.reason.count("fewer than five answered, so nothing is shown") == 1


def map_workshop(*more: tuple[Round, Counts]) -> Workshop:
    do = {Spot(OUTSIDE, "do"): {"3": 6}, Spot(INSIDE, "do"): {"8": 6}}
    pairs = {(Spot(OUTSIDE, "do"), Spot(INSIDE, "do")): {("3", "8"): 6}}
    return workshop((held("purpose"), Counts(do, pairs=pairs)), *more)


def test_the_map_of_the_marks_stands_where_the_group_asks_what_kind_it_is() -> None:
    for shop in (map_workshop(), map_workshop((held("kind", 1, OPEN), Counts()))):
        shown = chart(seen(shop, "kind", "map", counted=2))
        assert isinstance(shown, MapSpec) and shown.others == ((3, 8, 6),)
    fit = Counts({Spot(FIT, "choice"): {"yes": 5, "no": 3}})
    found = pictures(map_workshop((held("kind"), fit)), "kind")
    assert [type(picture.chart).__name__ for picture in found] == ["ColumnsSpec", "MapSpec"]


def test_a_map_that_is_not_revealed_is_not_shown_in_another_step_either() -> None:
    shop = map_workshop()
    for state in (OPEN, CLOSED):
        hidden = replace(shop, rounds=(held("purpose", 1, state),))
        assert pictures(hidden, "kind") == ()


# ------------------------------------------------------------------------------------ countdown


def test_the_countdown_runs_to_the_same_moment_whenever_it_is_asked() -> None:
    clock = replace(begin(GUIDE, SETUP, NOW), added=60)
    box = BOXES[0]
    values = [
        seen(workshop(clock=clock), "setting", "welcome", now=NOW + timedelta(seconds=s))
        for s in (0, 1.7, 5000)
    ]
    assert values[0] == values[1] == values[2]
    assert values[0].countdown is not None
    assert values[0].countdown.until == NOW + timedelta(seconds=box.seconds + 60)
    assert values[0].countdown.whole == box.seconds + 60


def test_a_paused_countdown_stands() -> None:
    clock = pause(begin(GUIDE, SETUP, NOW), NOW + timedelta(seconds=100))
    found = seen(workshop(clock=clock), "setting", "welcome").countdown
    assert found and found.until is None and found.left == BOXES[0].seconds - 100


def test_a_clock_that_is_set_back_gives_no_time() -> None:
    clock = begin(GUIDE, SETUP, NOW)
    earlier = NOW - timedelta(hours=1)
    found = seen(workshop(clock=clock), "setting", "welcome", now=earlier).countdown
    assert found and found.until == earlier + timedelta(seconds=BOXES[0].seconds)


def test_there_is_no_countdown_without_time_and_after_the_end() -> None:
    ended = replace(begin(GUIDE, SETUP, NOW), since=None, ended=NOW)
    assert seen(workshop(clock=ended), "setting", "welcome").countdown is None
    nowhere = Clock("impact", "", started=NOW, since=NOW)
    short = replace(SETUP, plan="60")
    shop = workshop(setup=short, clock=nowhere)
    assert seen(shop, "impact", "").countdown is None

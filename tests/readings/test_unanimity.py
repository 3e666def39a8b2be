"""Which questions of a secret round name everybody."""

from workbook.model.workshop import Counts, Spot
from workbook.readings.unanimity import unanimous_questions

NOW, WISHED, CASE = Spot("scale", "now"), Spot("scale", "wished"), Spot("case", "choice")


def test_all_the_same_is_said_of_the_question_it_is_true_of() -> None:
    counts = Counts(answers={NOW: {"3": 6}, WISHED: {"3": 5, "4": 1}, CASE: {"work": 6}})
    assert unanimous_questions(counts, secret=True) == {"scale": (NOW,), "case": (CASE,)}


def test_both_marks_of_a_question_stand_with_it() -> None:
    counts = Counts(answers={NOW: {"3": 6}, WISHED: {"8": 6}})
    assert unanimous_questions(counts, secret=True) == {"scale": (NOW, WISHED)}


def test_an_open_round_names_nobody_new() -> None:
    assert unanimous_questions(Counts(answers={NOW: {"3": 6}}), secret=False) == {}


def test_one_answer_is_not_all_the_same() -> None:
    assert unanimous_questions(Counts(answers={NOW: {"3": 1}}), secret=True) == {}

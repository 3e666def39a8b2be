"""What a ballot answers, question by question."""

import pytest

from workbook.guides import load_guide
from workbook.model.spots import spots


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("purpose.inside_scale", ["do", "say"]),
        ("kind.fit", ["choice"]),
        ("rare.pressures", ["branding", "belonging", "part_time", "resources"]),
        ("wrong.feud", ["choice", "last"]),
        ("wrong.breaking", [""]),
        ("statement.consent", [""]),
        ("statement.commitments", []),
        ("setting.why", []),
    ],
)
def test_a_ballot_asks_for_marks_and_choices_but_for_no_words(
    question: str, marks: list[str]
) -> None:
    found = spots(load_guide().questions[question])
    assert [spot.mark for spot in found] == marks
    assert {spot.question for spot in found} <= {question}

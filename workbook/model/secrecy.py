"""Which rounds of a workshop are secret unless somebody says otherwise."""

from typing import assert_never

from workbook.model.guide import (
    CaseQuestion,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Step,
    TextQuestion,
)


def voted_steps(guide: Guide) -> tuple[Step, ...]:
    """The steps whose ballot is voted on, in the guide's order."""
    return tuple(step for step in guide.steps if step.ballot)


def usually_open(guide: Guide) -> frozenset[str]:
    """The steps whose rounds are not secret unless the group wants it: consent is given aloud, and
    so is whether a name fits. Scales, cases and ladders are marked in secret.
    """
    return frozenset(
        step.id
        for step in voted_steps(guide)
        if all(_is_said_aloud(guide.questions[question]) for question in step.ballot)
    )


def _is_said_aloud(question: Question) -> bool:
    match question:
        case ConsentQuestion() | ReasonedQuestion():
            return True
        case (
            ScaleQuestion() | RatingsQuestion() | CaseQuestion() | RungsQuestion() | OrderQuestion()
        ):
            return False
        case TextQuestion() | RecordsQuestion():
            return False  # nobody votes on them
        case _:
            assert_never(question)

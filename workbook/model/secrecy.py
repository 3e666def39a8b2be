"""Which rounds of a workshop are secret unless somebody says otherwise."""

from workbook.model.guide import ConsentQuestion, Guide, ReasonedQuestion, Step


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
        if all(
            isinstance(guide.questions[question], ConsentQuestion | ReasonedQuestion)
            for question in step.ballot
        )
    )

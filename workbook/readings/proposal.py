"""What consent is asked to: the group's purpose statement and priority sentence, word for word."""

from collections.abc import Iterable

from workbook.model.answers import GROUP, Answers
from workbook.model.guide import ConsentQuestion, Guide
from workbook.model.workshop import Proposal

STATEMENT, PRIORITY = "statement", "priority_sentence"  # roles of the two


def proposal(guide: Guide, answers: Answers) -> Proposal:
    """The group's words as they are now, exactly as they were typed; "" for what is not there."""
    purpose, priority = (_words(guide, answers, role) for role in (STATEMENT, PRIORITY))
    return Proposal(purpose, priority)


def asks_consent(guide: Guide, questions: Iterable[str]) -> bool:
    """Whether one of these questions asks for consent."""
    return any(isinstance(guide.questions[question], ConsentQuestion) for question in questions)


def _words(guide: Guide, answers: Answers, role: str) -> str:
    heard = answers.heard_as(GROUP)
    return next((heard.text(question.id) for question in guide.with_role(role)), "")

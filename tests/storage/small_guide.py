"""A guide of a few questions, so that tests of storing need no words of the real one."""

from dataclasses import replace

from workbook.guides import content_hash
from workbook.model.guide import (
    Column,
    ColumnType,
    Guide,
    Item,
    Mark,
    Mode,
    Notes,
    Option,
    Page,
    Plan,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    ScaleQuestion,
    Step,
    TextQuestion,
)

SAY_DO = (Mark("say", "say", "what we say", filled=False), Mark("do", "do", "what we do"))
NOTES = Notes(run=("Read it aloud.",), listen="", hot="", alone="", check="")

QUESTIONS: tuple[Question, ...] = (
    TextQuestion(id="setting.group", role="group_name", prompt="What is your group called?"),
    TextQuestion(id="setting.why", role="why_now", prompt="Why now?", optional=True),
    ScaleQuestion(id="purpose.inside", role="inside_scale", prompt="For each other", marks=SAY_DO),
    ScaleQuestion(id="purpose.outside", role="outside_scale", prompt="Outside", marks=SAY_DO),
    RecordsQuestion(
        id="purpose.evidence",
        role="evidence",
        prompt="Which facts?",
        optional=True,
        columns=(
            Column("source", "Source", ColumnType.CHOICE, options=(Option("money", "Money"),)),
            Column("fact", "Fact"),
            Column("hours", "Hours", ColumnType.NUMBER),
        ),
    ),
    RatingsQuestion(
        id="rare.pressures",
        role="pressures",
        prompt="How much?",
        low=0,
        high=4,
        items=(Item("branding", "Branding"), Item("belonging", "Belonging")),
        notes=True,
    ),
    ReasonedQuestion(
        id="kind.fit",
        role="kind_fit",
        prompt="Does it fit?",
        options=(Option("yes", "Yes"), Option("no", "No")),
        reason_prompt="Because",
    ),
    TextQuestion(id="statement.sentence", role="priority_sentence", prompt="In one sentence?"),
)


def small_guide(
    *,
    id: str = "small",
    version: int = 1,
    prompt: str = "What is your group called?",
    without: tuple[str, ...] = (),
) -> Guide:
    """The guide, or another version of it, which has another content hash."""
    asked = [q for q in QUESTIONS if q.id not in without]
    questions = {q.id: replace(q, prompt=prompt) if q.id == "setting.group" else q for q in asked}
    first = tuple((q.id,) for q in asked if q.id.startswith("setting."))
    rest = tuple((q.id,) for q in asked if not q.id.startswith("setting."))
    guide = Guide(
        id=id,
        version=version,
        language="en",
        title="A small guide",
        source="An essay",
        steps=(
            Step("setting", "Setting", (Page("setting.who", "Who?", "", first),), NOTES),
            Step("purpose", "Purpose", (Page("purpose.all", "Why?", "", rest),), NOTES),
        ),
        questions=questions,
        plans=(
            Plan("solo-25", "Alone", Mode.SOLO, 25, {"setting": 5, "purpose": 20}),
            Plan("hour", "An hour", Mode.WORKSHOP, 60, {"setting": 10, "purpose": 50}),
        ),
        content_hash="",
    )
    return replace(guide, content_hash=content_hash(guide))

"""A small hand-made guide with every kind of question and every role that a reading asks for."""

from datetime import UTC, datetime

from workbook.model.answers import Answers, Key, Value
from workbook.model.guide import (
    CaseQuestion,
    Column,
    ColumnType,
    ConsentQuestion,
    Guide,
    Item,
    Mark,
    Mode,
    Notes,
    Option,
    OrderQuestion,
    Page,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    Step,
    TextFormat,
    TextQuestion,
)
from workbook.model.opened import OpenSession
from workbook.model.session import Session
from workbook.readings.findings import Findings

SAY_DO = (Mark("say", "say", "what we say", filled=False), Mark("do", "do", "what we do"))
NOW_WISHED = (Mark("now", "now", "now"), Mark("wished", "wished", "what we wish", filled=False))
PEOPLE_WORK = (
    Option("people", "People first", Side.INSIDE, "how we treat each other"),
    Option("work", "Work first", Side.OUTSIDE, "how much we get done"),
)
LAST = (*PEOPLE_WORK, Option("not_happened", "Has not happened"))


def text(name: str, prompt: str, **more: object) -> TextQuestion:
    return TextQuestion(id=name, role=name.partition(".")[2], prompt=prompt, **more)  # type: ignore[arg-type]


def records(name: str, prompt: str, *columns: Column) -> RecordsQuestion:
    return RecordsQuestion(id=name, role=name.partition(".")[2], prompt=prompt, columns=columns)


def column(name: str, **more: object) -> Column:
    return Column(name, name.capitalize(), **more)  # type: ignore[arg-type]


def choice(name: str, *ids: str) -> Column:
    options = tuple(Option(each, each.capitalize()) for each in ids)
    return Column(name, name.capitalize(), ColumnType.CHOICE, options=options)


def purpose_scale(name: str, prompt: str, side: Side) -> ScaleQuestion:
    role = name.partition(".")[2]
    return ScaleQuestion(id=name, role=role, prompt=prompt, side=side, marks=SAY_DO)


def case(name: str, title: str) -> CaseQuestion:
    return CaseQuestion(
        id=name,
        role="case",
        prompt="What comes first?",
        title=title,
        story=f"A story about: {title}",
        options=PEOPLE_WORK,
        last_prompt="Last time",
        last_time=LAST,
    )


number = ColumnType.NUMBER
QUESTIONS: tuple[Question, ...] = (
    text("setting.group_name", "What is the group called?"),
    text("setting.facilitator", "Who writes?"),
    text("setting.date", "When is this?", format=TextFormat.DATE),
    text("purpose.inside_text", "What is it for, inside?", side=Side.INSIDE),
    text("purpose.outside_text", "What is it for, outside?", side=Side.OUTSIDE),
    records(
        "purpose.evidence",
        "Facts",
        choice("source", "calendar", "money"),
        column("fact"),
        choice("side", "inside", "outside"),
    ),
    purpose_scale("purpose.inside_scale", "For each other", Side.INSIDE),
    purpose_scale("purpose.outside_scale", "For the outside", Side.OUTSIDE),
    ReasonedQuestion(
        id="kind.kind_fit",
        role="kind_fit",
        prompt="Does the name fit?",
        options=(Option("yes", "Yes"), Option("no", "No")),
        reason_prompt="Because",
    ),
    ScaleQuestion(
        id="optimising.priority_scale",
        role="priority_scale",
        prompt="What is protected first?",
        low_label="trust",
        high_label="performance",
        marks=NOW_WISHED,
    ),
    RatingsQuestion(
        id="optimising.pulse",
        role="pulse",
        prompt="How true is this here?",
        items=(Item("ask", "Asking for help is easy"), Item("err", "A mistake can be named")),
        optional=True,
    ),
    RatingsQuestion(
        id="rare.pressures",
        role="pressures",
        prompt="What presses on us?",
        low=0,
        high=4,
        items=(
            Item("branding", "The banner", "Outside goals as a banner"),
            Item("own", "Own work"),
        ),
        notes=True,
    ),
    records(
        "rare.hours",
        "Hours a month",
        column("promise"),
        column("needed", type=number),
        column("given", type=number),
    ),
    case("wrong.worn", "Worn out before the event"),
    case("wrong.feud", "A feud stalls the project"),
    RungsQuestion(
        id="wrong.breaking_point",
        role="breaking_point",
        prompt="From where on does work come first?",
        story="The date draws near.",
        rungs=(Item("sad", "Friends are disappointed"), Item("end", "The group may end")),
        never_label="Never",
    ),
    OrderQuestion(id="wrong.order", role="order", prompt="In which order?", options=PEOPLE_WORK),
    text("wrong.until", "Until when?"),
    records(
        "impact.member_projects",
        "Members' projects",
        column("project"),
        column("whose"),
        column("needs"),
        column("offered"),
        column("changed"),
    ),
    records(
        "impact.co_created",
        "Made together",
        column("project"),
        column("started"),
        column("chose", type=ColumnType.NAMES),
        column("how_many", type=number),
        choice("origin", "members", "top"),
    ),
    text(
        "statement.statement",
        "Our statement",
        draft="Inside: {inside_text}. | Out: {outside_text}.",
    ),
    text(
        "statement.priority_sentence",
        "Our order",
        draft="{first}, even over {over}, until {until}.",
    ),
    ConsentQuestion(
        id="statement.consent",
        role="consent",
        prompt="How far do you consent?",
        levels=tuple(Option(str(n), f"Level {n}") for n in range(6)),
        modes=frozenset({Mode.WORKSHOP}),
    ),
    records(
        "statement.commitments", "What we will do", column("what"), column("who"), column("when")
    ),
    text("statement.closing", "Why do communities exist?"),
    text("statement.look_again", "When to look again?", format=TextFormat.DATE),
)
READINGS = {
    "purpose": ("facts", "gap"),
    "kind": ("map", "kind"),
    "optimising": ("priority", "pulse"),
    "rare": ("pressures", "shortfall"),
    "wrong": ("cases", "breaking_point", "sentence"),
    "impact": ("matches", "alive"),
}
NOTES = Notes(("Read it aloud.",), "Pauses.", "Breathe.", "Alone, take a walk.", "Whose differs?")


def small_guide() -> Guide:
    """The guide, one page a step, one question a row."""
    steps = []
    for name in dict.fromkeys(question.id.partition(".")[0] for question in QUESTIONS):
        rows = tuple((q.id,) for q in QUESTIONS if q.id.startswith(f"{name}."))
        page = Page(f"{name}.page", f"{name}?", "A framing.", rows, READINGS.get(name, ()))
        steps.append(Step(name, name.capitalize(), (page,), NOTES))
    return Guide(
        id="small",
        version=1,
        language="en",
        title="A small workbook",
        source="A small essay, together.is",
        steps=tuple(steps),
        questions={question.id: question for question in QUESTIONS},
        plans=(),
        content_hash="0" * 64,
        ignored_words=("need",),
    )


def answers(**values: Value) -> Answers:
    """Answers of mine, each named "<question's name>" or "<question's name>__<mark>"."""
    names = {question.id.partition(".")[2]: question.id for question in QUESTIONS}
    found = {}
    for name, value in values.items():
        question, _, mark = name.partition("__")
        found[Key(names[question], mark.replace("__", "."))] = value
    return Answers(found)


def session(name: str = "River Street Makers", **more: object) -> Session:
    """A solo session of the small guide, changed on 22 November 2026."""
    then = datetime(2026, 11, 22, 12, 3, tzinfo=UTC)
    fields: dict[str, object] = {"created": then, "changed": then, "plan": "solo-25", **more}
    return Session("s1", name, Mode.SOLO, "small", "0" * 64, **fields)  # type: ignore[arg-type]


def findings(given: Answers, guide: Guide, held: Session | None = None) -> Findings:
    """What a session says with these answers, a solo one if no other is given."""
    return Findings(OpenSession(held or session(), guide, given))


FULL = answers(
    group_name="River Street Makers",
    facilitator="Ana Duarte",
    date="22 November 2026",
    inside_text="We lend tools and notice who stops coming",
    outside_text="2,000 objects fixed",
    evidence=(
        {"source": "calendar", "fact": "9 of 11 evenings were open bench", "side": "inside"},
        {"source": "money", "fact": "Most went to coffee", "side": "inside"},
    ),
    inside_scale__say=5,
    inside_scale__do=8,
    outside_scale__say=9,
    outside_scale__do=3,
    kind_fit__choice="yes",
    kind_fit__reason="It is what we are",
    priority_scale__now=4,
    priority_scale__wished=2,
    pulse__ask=4,
    pulse__err=3,
    pressures__branding=4,
    pressures__own=2,
    **{"pressures__branding__note": "The flyer says landfill"},
    hours=(
        {"promise": "Repair cafés", "needed": 40, "given": 28},
        {"promise": "Newsletter", "needed": 4, "given": 6},
    ),
    worn__choice="people",
    worn__last="work",
    feud__choice="pass",
    breaking_point="end",
    order=("people", "work"),
    until="someone outside depends on a date we gave",
    member_projects=(
        {"project": "Bench", "whose": "Ines", "needs": "a van", "offered": "planks"},
        {"project": "Garden", "whose": "Marek", "needs": "planks", "changed": "A shed"},
    ),
    co_created=(
        {
            "project": "Lamp",
            "started": "Tomé",
            "chose": "Tomé and Ana",
            "how_many": 2,
            "origin": "members",
        },
    ),
    statement="A bench for everyone on the street.",
    priority_sentence="How we treat each other, even over how much we get done.",
    commitments=({"what": "Two bench evenings", "who": "Ines", "when": "12 Dec"},),
    closing="So that nobody repairs alone.",
    look_again="1 February 2027",
)

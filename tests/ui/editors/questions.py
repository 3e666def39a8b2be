"""A question of every kind."""

from workbook.model.guide import (
    CaseQuestion,
    Column,
    ColumnType,
    ConsentQuestion,
    Item,
    Mark,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextFormat,
    TextQuestion,
)

PEOPLE = Option("people", "People", Side.INSIDE, "how we treat each other")
WORK = Option("work", "Work", Side.OUTSIDE, "how much we get done")

TEXT = TextQuestion(
    id="s.text", role="text", prompt="What do members do?", help="In short.", hint="Teach, help…"
)
LINE = TextQuestion(id="s.line", role="line", prompt="Name of the group", lines=1)
DRAFTED = TextQuestion(id="s.drafted", role="drafted", prompt="Our purpose", draft="{line}")
DRAFTED_LINE = TextQuestion(id="s.dl", role="dl", prompt="In one line", draft="{line}", lines=1)
DATE = TextQuestion(
    id="s.date", role="date", prompt="When to look again", lines=1, format=TextFormat.DATE
)
NUMBER = TextQuestion(
    id="s.number", role="number", prompt="People present", lines=1, format=TextFormat.NUMBER
)
SCALE = ScaleQuestion(
    id="s.scale",
    role="scale",
    prompt="For each other",
    side=Side.INSIDE,
    marks=(Mark("say", "say", "what we say", False), Mark("do", "do", "what we do")),
)
PRIORITY = ScaleQuestion(
    id="s.priority",
    role="priority",
    prompt="What is protected first?",
    low_label="Trust between us",
    high_label="Results we deliver",
    low_side=Side.INSIDE,
    high_side=Side.OUTSIDE,
    marks=(Mark("now", "now", "now"), Mark("wished", "wished", "as we wish", False)),
)
RATINGS = RatingsQuestion(
    id="s.ratings",
    role="ratings",
    prompt="How much is this you?",
    low=0,
    high=4,
    low_label="not us",
    high_label="very much us",
    items=(Item("branding", "Branding", "The goal is a banner."), Item("hours", "Few hours")),
    notes=True,
    note_hint="Because…",
)
CASE = CaseQuestion(
    id="s.case",
    role="case",
    prompt="Two days before",
    title="Two days before",
    story="Your co-lead is worn out, and the event is in two days.",
    options=(
        Option("work", "Keep the date", Side.OUTSIDE),
        Option("people", "Shrink it", Side.INSIDE),
    ),
    last_prompt="Last time",
    last_time=(
        Option("work", "work first"),
        Option("people", "people first"),
        Option("not_happened", "not happened"),
    ),
)
RUNGS = RungsQuestion(
    id="s.rungs",
    role="rungs",
    prompt="From where on does work come first?",
    story="Somebody breaks down before the fair.",
    rungs=(
        Item("friends", "Friends are disappointed"),
        Item("money", "A month’s money is lost"),
        Item("end", "The group may end"),
    ),
    never_label="Never",
    below_label="people first",
    above_label="work first",
)
ORDER = OrderQuestion(id="s.order", role="order", prompt="What first?", options=(PEOPLE, WORK))
ORDER3 = OrderQuestion(
    id="s.order3",
    role="order3",
    prompt="What first?",
    options=(PEOPLE, WORK, Option("money", "Money")),
)
FACTS = RecordsQuestion(
    id="s.facts",
    role="facts",
    prompt="Two facts",
    add_hint="Add what you know…",
    columns=(
        Column(
            "source",
            "source",
            ColumnType.CHOICE,
            options=(Option("calendar", "Calendar"), Option("money", "Money")),
        ),
        Column("fact", "fact", width=3),
        Column(
            "side",
            "points to",
            ColumnType.CHOICE,
            options=(
                Option("inside", "inside", Side.INSIDE),
                Option("outside", "outside", Side.OUTSIDE),
            ),
        ),
    ),
)
HOURS = RecordsQuestion(
    id="s.hours",
    role="hours",
    prompt="Hours",
    add_hint="A promise…",
    columns=(
        Column("promise", "Promise", width=3),
        Column("needed", "Hours it needs", ColumnType.NUMBER),
        Column("given", "Hours given", ColumnType.NUMBER),
    ),
)
PROJECTS = RecordsQuestion(
    id="s.projects",
    role="projects",
    prompt="Projects",
    columns=tuple(
        Column(each, each.capitalize())
        for each in ("project", "whose", "needs", "offered", "changed")
    ),
)
REASONED = ReasonedQuestion(
    id="s.fit",
    role="fit",
    prompt="Does it fit?",
    options=(Option("yes", "Yes"), Option("partly", "Partly"), Option("no", "No")),
    reason_prompt="Because",
    reason_hint="What fits, what does not",
)
CONSENT = ConsentQuestion(
    id="s.consent",
    role="consent",
    prompt="How far do you stand behind it?",
    levels=tuple(
        Option(str(at), words)
        for at, words in enumerate(
            ("Block", "No", "Serious reservations", "Go along", "Support", "Strong support")
        )
    ),
)

EVERY: tuple[Question, ...] = (
    TEXT,
    LINE,
    DRAFTED,
    DATE,
    NUMBER,
    SCALE,
    PRIORITY,
    RATINGS,
    CASE,
    RUNGS,
    ORDER,
    ORDER3,
    FACTS,
    HOURS,
    PROJECTS,
    REASONED,
    CONSENT,
)

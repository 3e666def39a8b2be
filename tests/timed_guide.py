"""The small guide with phases, plans and steps that give minutes, for tests of a room's time."""

from dataclasses import replace

from tests.small_guide import small_guide
from workbook.model.guide import Guide, Mode, Phase, PhaseKind, Plan

# id, share, firm: a loop of ten parts with two firm phases
LOOP = (
    ("write", 2, True),
    ("reveal", 1, False),
    ("talk", 4, False),
    ("second", 1, True),
    ("sentence", 2, False),
)
CLOSING = (("consent", 3, False), ("check-out", 1, True))


def phases(*parts: tuple[str, int, bool]) -> tuple[Phase, ...]:
    """Phases with these ids and shares."""
    return tuple(
        Phase(name, PhaseKind.PAGE, name.capitalize(), share, name, "A card.", firm=firm)
        for name, share, firm in parts
    )


PLANS = (
    Plan(
        "90",
        "90 minutes",
        Mode.WORKSHOP,
        90,
        {
            "setting": 15,
            "purpose": 12,
            "kind": 3,
            "optimising": 10,
            "rare": 8,
            "wrong": 17,
            "impact": 10,
            "statement": 10,
        },
        buffer=5,
    ),
    Plan(
        "180",
        "Three hours",
        Mode.WORKSHOP,
        180,
        {
            "setting": 30,
            "purpose": 24,
            "kind": 5,
            "optimising": 24,
            "rare": 16,
            "wrong": 32,
            "impact": 18,
            "statement": 16,
        },
        breaks={"rare": 15},
    ),
    Plan("short", "Short", Mode.WORKSHOP, 24, {"optimising": 10, "wrong": 10}, buffer=4),
)


def timed_guide() -> Guide:
    """The guide: every step has the loop, but "kind" has no phases and the last one a check-out."""
    guide = small_guide()
    inside = {"kind": (), "statement": phases(*CLOSING)}
    return replace(
        guide,
        steps=tuple(
            replace(step, phases=inside.get(step.id, phases(*LOOP))) for step in guide.steps
        ),
        plans=PLANS,
        gives=("rare", "impact"),
    )

"""The purpose map before anybody marked it: which scales it shows, and what stands around it."""

from workbook.catalogue.kinds import kind_name
from workbook.model.guide import Guide, ScaleQuestion, Side
from workbook.model.kinds import Kind
from workbook.printing.forms.parts import BoardEnd, Map


def map_scales(guide: Guide) -> tuple[ScaleQuestion, ScaleQuestion] | None:
    """What the purpose map shows upwards and across, None where the guide asks for no map."""
    roles = ("inside_scale", "outside_scale")
    up, across = (next(iter(guide.with_role(role)), None) for role in roles)
    if not (isinstance(up, ScaleQuestion) and isinstance(across, ScaleQuestion)):
        return None
    return up, across


def done_mark(scale: ScaleQuestion) -> str:
    """What the filled mark of a scale is called, "what we do"; "" where there is none."""
    return next((mark.name for mark in scale.marks if mark.filled), "")


def empty_map(up: ScaleQuestion, across: ScaleQuestion) -> Map:
    """The purpose map with nothing on it."""
    corners = (Kind.COMMUNITY, Kind.BOTH, Kind.UNCLEAR, Kind.TEAM)
    a, b, c, d = (kind_name(corner) for corner in corners)
    return Map(
        BoardEnd(across.prompt, Side.OUTSIDE), BoardEnd(up.prompt, Side.INSIDE), up.low, up.high,
        (a, b, c, d),
    )  # fmt: skip

"""Names the kinds of groups and the leanings of what they say and do."""

from workbook.catalogue import tr
from workbook.model.kinds import Kind, Leaning


def kind_name(kind: Kind) -> str:
    """A kind as it stands in a corner of the map: "both, rare"."""
    return {
        Kind.COMMUNITY: tr("community"),
        Kind.BOTH: tr("both, rare"),
        Kind.TEAM: tr("team or project"),
        Kind.UNCLEAR: tr("not clear yet"),
        Kind.ON_LINE: tr("on the line"),
    }[kind]


def kind_phrase(kind: Kind) -> str:
    """A kind as it stands alone or in a sentence: "a community"."""
    return {
        Kind.COMMUNITY: tr("a community"),
        Kind.BOTH: tr("both, which is rare"),
        Kind.TEAM: tr("a team or project"),
        Kind.UNCLEAR: tr("not clear yet"),
        Kind.ON_LINE: tr("on the line"),
    }[kind]


def leaning_name(leaning: Leaning) -> str:
    """A leaning as it stands in "You say …, you do …"."""
    return {
        Leaning.INSIDE: tr("inside"),
        Leaning.OUTSIDE: tr("outside"),
        Leaning.BOTH: tr("both"),
        Leaning.BETWEEN: tr("in between"),
        Leaning.NEITHER: tr("neither"),
    }[leaning]

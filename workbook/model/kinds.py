"""The few words that guides, readings and the list of sessions share.

They stand apart from `guide.py`, because Home is drawn without a guide: its thirty classes would
be a tenth of the time to the first window.
"""

from enum import StrEnum


class Mode(StrEnum):
    """How a session is held."""

    SOLO = "solo"
    WORKSHOP = "workshop"


class Side(StrEnum):
    """Which side of its contrast a thing stands on; decides its colour family, never its meaning.

    INSIDE is the side of each other, trust, people; OUTSIDE that of the outside, results, work.
    """

    INSIDE = "inside"
    OUTSIDE = "outside"
    NEITHER = "neither"


class Kind(StrEnum):
    """What the essay's definition calls a group with these two marks. A reading, no verdict."""

    COMMUNITY = "community"  # for each other
    BOTH = "both"  # for each other and for the outside: a community, and rare
    TEAM = "team"  # only for the outside: a team, project, initiative, company
    UNCLEAR = "unclear"  # neither, yet
    ON_LINE = "on_line"  # a mark of exactly 5


class Leaning(StrEnum):
    """Which sides stand above the middle: what a group can be said to say, or to do."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    BOTH = "both"
    BETWEEN = "between"  # none above, one or both exactly on it
    NEITHER = "neither"

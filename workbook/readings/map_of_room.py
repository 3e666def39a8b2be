"""Where a room stands on the purpose map: one kind for most of its people, or how it is divided."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbook.model.kinds import Kind
from workbook.readings.bounds import at_least_both
from workbook.readings.purpose import MIDDLE, Point

CORNERS = (Kind.COMMUNITY, Kind.BOTH, Kind.TEAM, Kind.UNCLEAR)


class Standing(StrEnum):
    """What may be said of a room on the map."""

    NAMED = "named"  # more than half of all people stand in one corner
    DIVIDED = "divided"  # they stand in several places, and no corner has more than half
    # No corner has more than half, and still nobody differs: who marked both stands in one place,
    # and the rest have not marked. Or it cannot be told from what is kept.
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class RoomOnMap:
    """How many people of a room stand in each corner of the map, in the order of CORNERS."""

    people: int  # in the room
    corners: tuple[int, int, int, int]  # where it is not exact: at the least
    on_line: int  # exactly in the middle of a scale
    exact: bool = True  # whether it was counted; else it follows from the counts of each scale

    @property
    def marked(self) -> int:
        """How many are known to stand somewhere."""
        return sum(self.corners) + self.on_line

    @property
    def kind(self) -> Kind | None:
        """The kind in which more than half of all people in the room stand, None without one.
        Being on the line is no kind, however many are.
        """
        most = zip(CORNERS, self.corners, strict=True)
        return next((kind for kind, there in most if 2 * there > self.people), None)

    @property
    def standing(self) -> Standing:
        """What may be said."""
        if self.kind is not None:
            return Standing.NAMED
        places = sum(there > 0 for there in (*self.corners, self.on_line))
        return Standing.DIVIDED if self.exact and places > 1 else Standing.UNSAID

    def count(self, kind: Kind) -> int:
        """How many stand in a corner, or on the line."""
        return self.on_line if kind is Kind.ON_LINE else self.corners[CORNERS.index(kind)]


def room_on_map(points: Iterable[tuple[int, int, int]], people: int) -> RoomOnMap:
    """Where the people of a room stand.

    Method: each person stands in the corner of their own two marks; a name needs more than half of
    all people in the room, those who did not mark counted with them. Medians of the axes name
    nothing: five people high on one axis and five on the other have both medians low where nobody
    stands (the median of each axis is no median of places; see Small, 1990, "A survey of
    multidimensional medians", International Statistical Review 58, 263–277).

    Args:
        points: (outside, inside, how many people), from 0 to 10, as the joint counts have them.
        people: in the room when the round closed; more where more have marked.
    """
    found = Counter[Kind]()
    for outside, inside, there in points:
        found[Point(outside, inside).kind] += there
    a, b, c, d = (found[kind] for kind in CORNERS)
    return RoomOnMap(max(people, found.total()), (a, b, c, d), found[Kind.ON_LINE])


def room_by_margins(
    outside: Mapping[str, int], inside: Mapping[str, int], people: int
) -> RoomOnMap | None:
    """Where a room stands at the least, where its joint counts were not kept: so many people must
    stand in each corner whatever their ballots were. None where one scale has no marks.

    Method: of those above (or below) the middle of each scale, at least a + b − people are above
    it on both (`bounds.at_least_both`). It names the kind of most people where that is certain,
    and never calls a room divided. What people say, of which no joint counts are kept, is read the
    same way.

    Args:
        outside: how many marked each value for the outside ("7" → people).
        inside: how many marked each value for each other.
        people: in the room when the round closed.
    """
    if not outside or not inside:
        return None
    among = max(people, sum(outside.values()), sum(inside.values()))
    in_high, in_low = _above(inside), _below(inside)
    out_high, out_low = _above(outside), _below(outside)
    return RoomOnMap(
        among,
        (
            at_least_both(in_high, out_low, among),
            at_least_both(in_high, out_high, among),
            at_least_both(in_low, out_high, among),
            at_least_both(in_low, out_low, among),
        ),
        on_line=0,
        exact=False,
    )


def _above(marks: Mapping[str, int]) -> int:
    return sum(people for mark, people in marks.items() if int(mark) > MIDDLE)


def _below(marks: Mapping[str, int]) -> int:
    return sum(people for mark, people in marks.items() if int(mark) < MIDDLE)

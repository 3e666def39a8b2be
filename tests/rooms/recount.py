"""Recounts claims from the ballots themselves, by other ways than the readings.

Nothing here uses a reading: it knows what everybody answered, which the program never does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from tests.rooms.reader import Room
from tests.rooms.voting import spots_of_answers, voted
from workbook.model.guide import PASS, Guide
from workbook.model.kinds import Kind
from workbook.model.workshop import Ballot, Spot
from workbook.readings.claim import (
    About,
    AboutAsBefore,
    ChangedAtLeast,
    Claim,
    Gave,
    HasShape,
    MiddleHalf,
    MiddleMark,
    MostDivided,
    MostGave,
    OnBothSides,
    RoomIs,
    SayAgainstDo,
    StandIn,
    Ways,
    WentWay,
    WordsAre,
)
from workbook.readings.shape import Group, Shape


@dataclass(frozen=True)
class Truth:
    """Everything that was answered in a room."""

    ballots: Mapping[tuple[str, int], Sequence[Ballot]]  # by question and round; place = person
    people: Mapping[tuple[str, int], int]  # in the room
    scales: Mapping[str, tuple[int, int]]  # the ends of each scale
    purpose: tuple[str, str]  # the scales for the outside and for each other
    sides: Mapping[str, str]  # of every option that has one: "inside", "outside"
    state: str = ""  # of the words, as the rules say it

    @classmethod
    def of(cls, room: Room, guide: Guide) -> "Truth":
        """What was answered in an odd room that a guide was gone through with."""
        ballots, people = {}, {}
        for step, rounds in voted(room, guide).items():
            for number, (asked, held) in enumerate(rounds, 1):
                there = max(room.people_at(step, number), len(held))
                for question in asked:
                    ballots[question, number] = held
                    people[question, number] = there
        spots = spots_of_answers(guide)
        outside, inside = spots["purpose"][2].question, spots["purpose"][0].question
        scales = (outside, inside, spots["optimising"][0].question)
        return cls(
            ballots,
            people,
            scales=dict.fromkeys(scales, (0, 10)),
            purpose=(outside, inside),
            sides={"people": "inside", "work": "outside"},
            state=state_of(room),
        )

    def answers(self, about: About, round: int | None = None) -> list[str | None]:
        """What everybody answered at a mark, None where they answered nothing."""
        at = (about.question, about.round if round is None else round)
        return [ballot.get(Spot(about.question, about.mark)) for ballot in self.ballots.get(at, ())]

    def given(self, about: About, round: int | None = None) -> list[str]:
        """The answers at a mark that are no pass."""
        return [a for a in self.answers(about, round) if a is not None and a != PASS]

    def marks(self, about: About) -> list[int]:
        """The marks on a scale."""
        return [int(answer) for answer in self.given(about)]

    def there(self, about: About) -> int:
        """How many people were in the room."""
        return self.people[about.question, about.round]


def holds(claim: Claim, truth: Truth) -> bool:
    """Whether a claim is true of what was answered."""
    match claim:
        case Gave(about, answer, n, of):
            return truth.answers(about).count(answer) == n and truth.there(about) == of
        case MostGave(about, answer):
            return truth.answers(about).count(answer) > truth.there(about) / 2
        case HasShape(about, shape, groups, side):
            low, high = truth.scales[about.question]
            return shape_holds(truth.marks(about), low, high, shape, groups, side)
        case OnBothSides(about, below, above):
            middle = sum(truth.scales[about.question]) / 2
            marks = truth.marks(about)
            return below == sum(m < middle for m in marks) and above == sum(
                m > middle for m in marks
            )
        case MiddleMark(about, value):
            return middle_of(truth.marks(about)) == value
        case MiddleHalf(about, lower, upper):
            return middle_half(truth.marks(about)) == (lower, upper)
        case WentWay() | ChangedAtLeast() | AboutAsBefore():
            return _change_holds(claim, truth)
        case StandIn() | RoomIs() | SayAgainstDo():
            return _purpose_holds(claim, truth)
        case MostDivided(about):
            return _most_divided(about, truth)
        case WordsAre(state):
            return state == truth.state


def state_of(room: Room) -> str:
    """What the words of a room are, as the rules say it, with half of the room as the share."""
    if not room.consent:
        return "not_asked"
    last = room.consent[-1]
    scores = [int(score) for score in last.scores if score != PASS]
    if not room.open and len(scores) < 5:
        return "withheld"
    now = room.words_now
    if now and [s.split() for s in (now.purpose, now.priority)] != [
        s.split() for s in (last.purpose, last.priority)
    ]:
        return "changed"
    if 0 in scores:
        return "blocked"
    if {1, 2} & set(scores):
        return "not_yet"
    there = max(room.people_at("statement", len(room.consent)), len(last.scores))
    return "carried" if scores and len(scores) >= there / 2 else "too_few"


def middle_of(marks: Iterable[float]) -> float:
    """The mark in the middle, or halfway between the two there."""
    ordered = sorted(marks)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def middle_half(marks: Iterable[float]) -> tuple[float, float]:
    """The middles of the lower and of the upper half; an odd one in the middle is in both."""
    ordered = sorted(marks)
    half = ceil(len(ordered) / 2)
    return middle_of(ordered[:half]), middle_of(ordered[len(ordered) - half :])


def shape_holds(
    marks: Sequence[int],
    low: int,
    high: int,
    shape: Shape,
    groups: Sequence[Group] = (),
    side: int = 0,
) -> bool:
    """Whether a shape is true of marks, and stays so without any one of them."""
    told = all(sum(g.low <= m <= g.high for m in marks) == g.people for g in groups)
    if not told or (len(groups) == 2) != (shape is Shape.TWO_GROUPS):
        return False
    for at in range(-1, len(marks)):
        some = [mark for place, mark in enumerate(marks) if place != at]
        if shape is not Shape.UNCLEAR and not _is_shape(some, low, high, shape, groups):
            return False
        if side and not _is_beside(some, (low + high) / 2, side):
            return False
    return True


def _is_beside(marks: Sequence[int], middle: float, side: int) -> bool:
    return bool(marks) and all((quartile - middle) * side > 0 for quartile in middle_half(marks))


def _is_shape(
    marks: Sequence[int], low: int, high: int, shape: Shape, groups: Sequence[Group]
) -> bool:
    n, close = len(marks), max(2, round((high - low + 1) / 4))
    if n == 0:
        return False
    match shape:
        case Shape.TWO_GROUPS:
            lower, upper = groups
            between = range(lower.high + 1, upper.low)
            return (
                all(sum(g.low <= m <= g.high for m in marks) >= max(2, n / 4) for g in groups)
                and len(between) >= 2
                and sum(m in between for m in marks) <= n / 8
            )
        case Shape.TOGETHER:
            places = range(low, high + 1)
            return any(sum(at <= m < at + close for m in marks) >= n * 3 / 4 for at in places)
        case Shape.LEANING:
            middle = (low + high) / 2
            return _is_beside(marks, middle, 1) or _is_beside(marks, middle, -1)
        case Shape.SPREAD:
            lower_end, upper_end = middle_half(marks)
            return upper_end - lower_end >= close
    return True


def _change_holds(claim: WentWay | ChangedAtLeast | AboutAsBefore, truth: Truth) -> bool:
    about = claim.about
    then, now = truth.answers(about, about.round - 1), truth.answers(about)
    match claim:
        case ChangedAtLeast(n=n):
            return sum(None not in p and p[0] != p[1] for p in zip(then, now, strict=False)) >= n
        case AboutAsBefore():
            before, after = (Counter(a for a in some if a is not None) for some in (then, now))
            kept = (before & after).total()
            return min(before.total(), after.total()) - kept < truth.there(about) / 4
        case WentWay(way=way, n=n, joined=joined, middle=middle):
            pairs = _by_slips(about, truth)
            went = [_went(a, b, middle) for a, b in pairs if a != b]
            return len(pairs) == joined and sum(way in ways for ways in went) == n


def _by_slips(about: About, truth: Truth) -> list[tuple[int, int]]:
    """Both marks of everybody whose slip is on one ballot of either round."""
    spot, found = Spot(about.question, about.mark), []
    earlier, later = (truth.ballots.get((about.question, about.round + by), ()) for by in (-1, 0))
    for first in earlier:
        alike = [[b for b in some if b.slip == first.slip] for some in (earlier, later)]
        if first.slip and [len(each) for each in alike] == [1, 1]:
            pair = _numbers(first.get(spot), alike[1][0].get(spot))
            if pair:
                found.append(pair)
    return found


def _numbers(first: str | None, second: str | None) -> tuple[int, int] | None:
    """Two marks as numbers, None where one of them is a pass or nothing."""
    if first is None or second is None or PASS in (first, second):
        return None
    return int(first), int(second)


def _went(first: int, second: int, middle: float) -> set[Ways]:
    nearer = abs(first - middle) - abs(second - middle)
    ways = {Ways.MOVED, Ways.HIGHER if second > first else Ways.LOWER}
    if nearer:
        ways.add(Ways.CLOSER if nearer > 0 else Ways.FURTHER)
    return ways


def _purpose_holds(claim: StandIn | RoomIs | SayAgainstDo, truth: Truth) -> bool:
    about = claim.about
    match claim:
        case StandIn(kind=kind, n=n, of=of, exact=exact):
            there = _places(about, truth)[kind]
            return (there == n if exact else there >= n) and truth.there(about) == of
        case RoomIs(kind=kind):
            places = _places(about, truth)
            named = [
                k for k in places if k is not Kind.ON_LINE and _is_most(places[k], about, truth)
            ]
            return named == [kind] if kind else not named and len(+places) > 1
        case SayAgainstDo(say=say, do=do, most=most):
            said, done = (About(about.question, mark, about.round) for mark in ("say", "do"))
            true = (middle_of(truth.marks(said)), middle_of(truth.marks(done))) == (say, do)
            way = 1 if say > do else -1
            both = zip(truth.answers(said), truth.answers(done), strict=True)
            pairs = [pair for each in both if (pair := _numbers(*each))]
            differ = sum((first - second) * way >= 2 for first, second in pairs)
            return true and abs(say - do) >= 2 and (not most or _is_most(differ, about, truth))


def _is_most(n: int, about: About, truth: Truth) -> bool:
    return n > truth.there(about) / 2


def _places(about: About, truth: Truth) -> Counter[Kind]:
    """How many stand in each place of the map, of those who marked both."""
    outside, inside = (truth.answers(About(scale, "do", about.round)) for scale in truth.purpose)
    found = Counter[Kind]()
    for each in zip(outside, inside, strict=True):
        pair = _numbers(*each)
        if pair:
            found[_place(pair[0] - 5, pair[1] - 5)] += 1
    return found


def _place(x: int, y: int) -> Kind:
    if not x * y:
        return Kind.ON_LINE
    if y > 0:
        return Kind.COMMUNITY if x < 0 else Kind.BOTH
    return Kind.UNCLEAR if x < 0 else Kind.TEAM


def _most_divided(about: About, truth: Truth) -> bool:
    """Whether the smaller side of no other case of the round is larger."""

    def smaller(question: str) -> int:
        chosen = truth.given(About(question, "choice", about.round))
        sides = Counter(truth.sides.get(choice, "") for choice in chosen)
        return min(sides["inside"], sides["outside"])

    cases = [q for q, number in truth.ballots if number == about.round]
    return smaller(about.question) == max(map(smaller, cases)) > 0

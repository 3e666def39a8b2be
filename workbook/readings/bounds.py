"""What may be claimed of people where only counts are known, never which answers belong together.

A claim made from here holds whatever the ballots were.
"""

from collections.abc import Mapping, Sequence


def at_least_both(first: int, second: int, people: int) -> int:
    """The fewest people who must have given both of two answers: first + second − people, or 0.

    Source: the lower bound of Fréchet (1935), "Généralisations du théorème des probabilités
    totales", Fundamenta Mathematicae 25, 379–387; used on tables of which only the margins are
    known by Duncan & Davis (1953), "An alternative to ecological correlation", American
    Sociological Review 18, 665–666.

    Args:
        first: how many gave the one answer.
        second: how many gave the other.
        people: among how many all of them are; nobody else can have answered.
    """
    return max(0, first + second - people)


def at_least_above(higher: Sequence[int], lower: Sequence[int], by: int, people: int) -> int:
    """The fewest people whose one mark must lie at least `by` points above their other mark.

    For every value t, who marked t + by or more here and t or less there is such a person; by
    `at_least_both` that many must have done both. The largest over all t is the answer; where
    everybody placed both marks, no larger number can be claimed.

    Source: Makarov (1982), "Estimates for the distribution function of a sum of two random
    variables when the marginal distributions are fixed", Theory of Probability and its
    Applications 26, 803–806.

    Args:
        higher: the one mark of everybody who placed it, in any order.
        lower: the other mark of everybody who placed that.
        by: points, from 1.
        people: among how many all of them are; more where more have answered.
    """
    among = max(people, len(higher), len(lower))
    return max(
        (
            at_least_both(sum(m >= t + by for m in higher), sum(m <= t for m in lower), among)
            for t in set(lower)
        ),
        default=0,
    )


def at_least_changed(before: Mapping[str, int], after: Mapping[str, int]) -> int:
    """The fewest people who must have answered otherwise than before.

    Who changes an answer alters two counts by one, who came or left alters one. So at least half
    of the summed differences of the counts, less who came or left, have changed:
    (Σ |after − before| − |all after − all before|) / 2. Of the people who came or left only their
    balance is known; where some came and as many left, nobody can tell them from people who
    changed, which is why the claim is about those who answered, not about named people.

    Source: after the method of bounds of Duncan & Davis (1953), "An alternative to ecological
    correlation", American Sociological Review 18, 665–666. Half of the summed differences is the
    index of dissimilarity of Duncan & Duncan (1955), in people.

    Args:
        before: how many gave which answer, a pass counted as one.
        after: the same in the later round.
    """
    answers = before.keys() | after.keys()
    differences = sum(abs(after.get(a, 0) - before.get(a, 0)) for a in answers)
    came_or_left = abs(sum(after.values()) - sum(before.values()))
    return (differences - came_or_left) // 2

"""Which of several cases divides a room the most."""

from collections.abc import Iterable


def most_divided(cases: Iterable[tuple[str, int, int]]) -> str:
    """The case whose smaller side is the largest; of several the one nearest to half and half,
    then the first one. "" where nobody disagrees.

    So 60 against 58 is more divided than 3 against 3: more people stand on a side that is not the
    room's. The smaller side in people is the variation ratio (Freeman, 1965, Elementary Applied
    Statistics) without its division by the number of answers.

    Args:
        cases: (id, how many put people first, how many work), in the guide's order.
    """
    divided = [(-min(a, b), abs(a - b), at, name) for at, (name, a, b) in enumerate(cases)]
    smaller, _, _, name = min(divided, default=(0, 0, 0, ""))
    return name if smaller else ""

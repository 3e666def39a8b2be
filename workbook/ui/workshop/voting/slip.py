"""A paper slip while it is keyed: what it says so far, which nobody is shown."""

from collections.abc import Sequence

from workbook.model.workshop import Ballot, Spot


class KeyedSlip:
    """The marks of one slip, keyed in asking order. It tells which is next, never what was keyed.

    `spots` are what a slip answers.
    """

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = tuple(spots)
        self._keyed: list[str | None] = []

    @property
    def at(self) -> int:
        """How many marks are keyed, and so the index of the next."""
        return len(self._keyed)

    @property
    def next(self) -> Spot | None:
        """The spot that is keyed next, None where all are."""
        return None if self.at == len(self.spots) else self.spots[self.at]

    @property
    def says_something(self) -> bool:
        """Whether any mark has an answer."""
        return any(choice is not None for choice in self._keyed)

    def key(self, choice: str | None) -> None:
        """Key the next mark; None where the slip leaves it empty."""
        if self.next is None:
            raise IndexError("all marks of this slip are keyed")
        self._keyed.append(choice)

    def take_back(self) -> bool:
        """Forget the last mark; False where there is none."""
        if not self._keyed:
            return False
        self._keyed.pop()
        return True

    def ballot(self, slip: str = "") -> Ballot:
        """The slip as a ballot; what was left empty is not in it."""
        given = zip(self.spots, self._keyed, strict=False)
        return Ballot.of({spot: choice for spot, choice in given if choice is not None}, slip)

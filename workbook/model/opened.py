"""What an opened session is: its answers, the words it was asked with, and its rounds of voting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.model.session import Session

# Only named here: the list of sessions knows what an opened one is without loading what it holds.
if TYPE_CHECKING:
    from workbook.model.answers import Answers
    from workbook.model.guide import Guide
    from workbook.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session with all that a page needs of it."""

    session: Session
    guide: "Guide"  # in the words it was asked with
    answers: "Answers"
    workshop: "Workshop | None" = None  # None for a reflection alone

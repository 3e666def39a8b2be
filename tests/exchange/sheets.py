"""Small tables for tests, and a guide whose questions they answer."""

from pathlib import Path

from tests.small_guide import small_guide
from workbook.exchange.table import Sheet, read_table
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot

FORMS = Path(__file__).parent.parent / "files" / "forms"
GUIDE = small_guide()
VOTED = tuple(question.id for question in GUIDE.questions.values() if spots(question))
SPOTS = tuple(spot for each in VOTED for spot in spots(GUIDE.questions[each]))

SAY, DO = Spot("purpose.inside_scale", "say"), Spot("purpose.inside_scale", "do")
OUT_SAY, OUT_DO = Spot("purpose.outside_scale", "say"), Spot("purpose.outside_scale", "do")
NOW, WISHED = Spot("optimising.priority_scale", "now"), Spot("optimising.priority_scale", "wished")
ASK, ERR = Spot("optimising.pulse", "ask"), Spot("optimising.pulse", "err")
WORN, WORN_LAST = Spot("wrong.worn", "choice"), Spot("wrong.worn", "last")
FEUD = Spot("wrong.feud", "choice")
FIT = Spot("kind.kind_fit", "choice")
BREAKING = Spot("wrong.breaking_point")
CONSENT = Spot("statement.consent")


def form(name: str) -> Sheet:
    """The table of one of the stored exports."""
    return read_table(FORMS / f"{name}.csv")


def written(folder: Path, *lines: str) -> Sheet:
    """The table of a file with these lines."""
    path = folder / "answers.csv"
    path.write_text("\n".join(lines), "utf-8")
    return read_table(path)


def ballot(*choices: tuple[Spot, str], slip: str = "") -> Ballot:
    return Ballot.of(dict(choices), slip)

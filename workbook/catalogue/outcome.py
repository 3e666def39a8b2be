"""Words what came out of a session: its line on Home.

Apart from the other readings' words, so that Home can be drawn before any reading is loaded.
"""

from datetime import date

from workbook.catalogue import tr
from workbook.catalogue.dates import read_date, short_date
from workbook.catalogue.kinds import kind_phrase, leaning_name
from workbook.catalogue.words import capitalised, shorten
from workbook.model.kinds import Kind, Leaning
from workbook.model.session import Outcome

LINE = 60  # characters of the line


def outcome_words(outcome: Outcome, today: date | None = None) -> str:
    """The one line on Home, at most 60 characters, with the date to look again where it fits.

    Args:
        outcome: what came out.
        today: seen from where the date to look again needs no year.
    """
    text = " ".join(_outcome(outcome).split())
    again = read_date(outcome.look_again)
    if again is None:
        return shorten(text, LINE)
    day = short_date(again, today or date.min)
    ended = text if text.endswith((".", "?", "!", "…")) else tr("{sentence}.").format(sentence=text)
    full = tr("{outcome} Look again {day}").format(outcome=ended, day=day)
    return full if len(full) <= LINE else shorten(text, LINE)


def _outcome(outcome: Outcome) -> str:
    match outcome.kind:
        case "sentence" | "step":
            return outcome.text
        case "proposal":
            return tr("A proposal: {sentence}").format(sentence=outcome.text)
        case "drift":
            return tr("Says {said}, does {done}").format(
                said=leaning_name(Leaning(outcome.say)), done=leaning_name(Leaning(outcome.do))
            )
        case "kind":
            return capitalised(kind_phrase(Kind(outcome.do)))
        case "divided":
            return tr("The room is divided on what it is")
        case "none":
            return tr("Nothing placed yet")
        case _:
            raise ValueError(f"there is no outcome of the kind {outcome.kind!r}")

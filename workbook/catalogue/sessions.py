"""Names sessions where several are listed: the group's name, how it is held, how far it is."""

from workbook.catalogue import ntr, tr
from workbook.model.kinds import Mode
from workbook.model.session import Session


def one_line(name: str) -> str:
    """A typed name with every break and run of blanks as one blank."""
    return " ".join(name.split())


def shown_name(name: str, mode: Mode = Mode.SOLO) -> str:
    """A group's name on one line, or what stands for it while it has none."""
    return one_line(name) or (
        tr("Untitled reflection") if mode is Mode.SOLO else tr("Untitled workshop")
    )


def session_kind(mode: Mode, people: int = 0) -> str:
    """How a session is held, and with how many people where that is known."""
    if mode is Mode.SOLO:
        return tr("Solo reflection")
    if people < 1:
        return tr("Workshop")
    return ntr("Workshop · {n} person", "Workshop · {n} people", people).format(n=people)


def progress_words(session: Session) -> str:
    """How many steps are complete: "5 of 8"; "" where the session counts none."""
    progress = session.progress
    if progress.complete:
        return tr("Complete")
    if progress.total == 0:
        return ""
    return tr("{done} of {total}").format(done=progress.done, total=progress.total)

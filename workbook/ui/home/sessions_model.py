"""The rows of a list of sessions: filtered by group, put in order, each worded when first seen."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from workbook.catalogue import tr
from workbook.catalogue.dates import when
from workbook.catalogue.outcome import outcome_words
from workbook.catalogue.sessions import one_line, progress_words, session_kind, shown_name
from workbook.model.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row answers beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1


class Order(StrEnum):
    """What the rows are ordered by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in words, as a row shows it."""

    id: str
    name: str
    untitled: bool
    kind: str
    outcome: str
    done: float  # 0 to 1
    progress: str
    date: str
    spoken: str  # all of it in one line, for those who hear it


@dataclass(frozen=True, slots=True)
class Group:
    """A group that sessions are of: its name ("" for none yet) and how many there are."""

    name: str
    count: int


def row_of(session: Session, now: datetime) -> SessionRow:
    """A session in words, as seen from now; in the trash the date is that of its removal."""
    if session.outcome.kind != "none":
        outcome = one_line(outcome_words(session.outcome, now.astimezone().date()))
    elif session.progress.complete:
        outcome = ""
    else:
        outcome = tr("In progress") if session.progress.done else tr("Not started yet")
    name = shown_name(session.name, session.mode)
    kind = session_kind(session.mode, session.people)
    progress = progress_words(session)
    date = when(session.trashed or session.changed, now)
    changed = tr("Moved to trash: {date}") if session.trashed else tr("Last changed: {date}")
    heard = (name, kind, outcome, progress, changed.format(date=date))
    return SessionRow(
        session.id,
        name,
        not one_line(session.name),
        kind,
        outcome,
        _done(session),
        progress,
        date,
        " ".join(
            part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in heard if part
        ),
    )


def ordered(sessions: Iterable[Session], order: Order) -> list[Session]:
    """The sessions in an order; what is alike in it stands newest first."""
    newest = sorted(sessions, key=lambda s: s.trashed or s.changed, reverse=True)
    if order is Order.OLDEST:
        return newest[::-1]
    if order is Order.NAME:
        names = ((one_line(session.name), session) for session in newest)
        named = sorted(names, key=lambda pair: (not pair[0], pair[0].casefold()))
        return [session for _, session in named]
    if order is Order.PROGRESS:
        return sorted(newest, key=_done, reverse=True)
    return newest


def _done(session: Session) -> float:
    return min(session.progress.done / max(session.progress.total, 1), 1.0)


class SessionsModel(QStringListModel):
    """Rows of sessions; takes them whole, knows nothing of where they are stored.

    A list model whose strings are the ids, since a view asks for the number of rows twice for
    every row it lays out: answered in Python, that took 40 ms with 10,000 sessions.
    """

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: Sequence[Session] = ()
        self._shown: list[Session] = []
        self._worded: dict[int, SessionRow] = {}
        self._group: str | None = None
        self._order = Order.NEWEST

    @property
    def group(self) -> str | None:
        """The group whose sessions are shown, None for all."""
        return self._group

    @property
    def order(self) -> Order:
        """What the rows are ordered by."""
        return self._order

    def show(
        self,
        sessions: Iterable[Session] | None = None,
        *,
        group: str | None = None,
        order: Order | None = None,
    ) -> None:
        """Show these sessions (or the same as before), of one group or, for None, of all; the
        order stays where none is given. Where the same rows stay in place they are only refreshed,
        so that a list keeps its selection.
        """
        if sessions is not None:
            self._all = tuple(sessions)
        self._group = group
        self._order = order or self._order
        shown = ordered(
            (s for s in self._all if group is None or one_line(s.name) == group), self._order
        )
        same = [s.id for s in shown] == [s.id for s in self._shown]
        self._shown = shown
        self._worded.clear()
        if not same:
            self.setStringList([session.id for session in shown])
        elif shown:
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))

    def groups(self) -> list[Group]:
        """Every group that the sessions are of, the one changed last first."""
        newest = sorted(self._all, key=lambda s: s.changed, reverse=True)
        counts = Counter(one_line(session.name) for session in newest)
        return [Group(name, count) for name, count in counts.items()]

    def session(self, row: int) -> Session:
        """The session of a row; IndexError where there is no such row."""
        return self._shown[row]

    def row_of(self, session_id: str) -> int:
        """The row of a session, -1 where it is not shown."""
        return next((at for at, s in enumerate(self._shown) if s.id == session_id), -1)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be selected, not typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its words, its id, or all of it for assistive technology."""
        if not index.isValid():
            return None
        row = self._row(index.row())
        if role == Role.ROW:
            return row
        if role == Role.ID:
            return row.id
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def _row(self, at: int) -> SessionRow:
        if at not in self._worded:
            self._worded[at] = row_of(self._shown[at], self._clock())
        return self._worded[at]

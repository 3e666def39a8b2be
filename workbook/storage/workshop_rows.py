"""Reads and writes what a workshop is beside its answers: its set-up and its clock."""

from dataclasses import astuple, fields
from datetime import datetime
from types import MappingProxyType

from workbook.model.workshop import Clock, Person, Quorum, Setup, Workshop
from workbook.storage import round_rows
from workbook.storage.database import Connection
from workbook.storage.errors import unreadable
from workbook.storage.values import from_json, time_from_number, time_to_number, to_json

_TIMES = ("started", "promised", "since", "ended")  # of a clock


def read(reading: Connection, session_id: str) -> Workshop | None:
    """The workshop that a session is, within a transaction; None where it is none."""
    row = reading.execute(
        "SELECT setup, clock FROM workshops WHERE session = ?", (session_id,)
    ).fetchone()
    if row is None:
        return None
    try:
        setup, clock = _setup(row[0]), _clock(row[1])
    except (ValueError, TypeError, KeyError) as error:
        raise unreadable(f"the workshop {session_id}") from error
    counts = MappingProxyType(round_rows.read_counts(reading, session_id))
    return Workshop(setup, clock, round_rows.read(reading, session_id), counts)


def put_setup(writing: Connection, session_id: str, setup: Setup) -> None:
    """Store how a workshop is held, and so make the session one; its clock stays as it is."""
    writing.execute(
        "INSERT INTO workshops (session, setup, clock) VALUES (?, ?, ?) "
        "ON CONFLICT (session) DO UPDATE SET setup = excluded.setup",
        (session_id, _setup_to_json(setup), _clock_to_json(Clock())),
    )


def put_clock(writing: Connection, session_id: str, clock: Clock) -> None:
    """Store where in its agenda a workshop is.

    Raises:
        LookupError: where the session is no workshop.
        ValueError: where a time knows no time zone.
    """
    stored = writing.execute(
        "UPDATE workshops SET clock = ? WHERE session = ?", (_clock_to_json(clock), session_id)
    )
    if not stored.rowcount:
        raise LookupError(f"{session_id} is no workshop")


def copy(writing: Connection, session_id: str, copy_id: str) -> None:
    """Make another session the same workshop: set-up, clock, and rounds that are over. An open
    round stays with the original alone, and so do its ballots.
    """
    writing.execute(
        "INSERT INTO workshops (session, setup, clock) "
        "SELECT ?, setup, clock FROM workshops WHERE session = ?",
        (copy_id, session_id),
    )
    round_rows.copy(writing, session_id, copy_id)


def _setup_to_json(setup: Setup) -> str:
    plain = {each.name: getattr(setup, each.name) for each in fields(setup)}
    plain["minutes"] = dict(sorted(setup.minutes.items()))
    plain["names"] = [astuple(person) for person in setup.names]
    plain["open_steps"] = sorted(setup.open_steps)
    return to_json(plain)


def _setup(text: str) -> Setup:
    plain = from_json(text)
    plain["minutes"] = dict(plain["minutes"])
    plain["names"] = tuple(Person(*person) for person in plain["names"])
    plain["open_steps"] = frozenset(plain["open_steps"])
    if "quorum" in plain:  # one of an older version has none
        plain["quorum"] = Quorum(plain["quorum"])
    return Setup(**plain)


def _clock_to_json(clock: Clock) -> str:
    plain = {each.name: getattr(clock, each.name) for each in fields(clock)}
    for name in _TIMES:
        time: datetime | None = plain[name]
        plain[name] = None if time is None else time_to_number(time)
    plain["spent"] = float(clock.spent)  # so that 0 and 0.0 are one text
    return to_json(plain)


def _clock(text: str) -> Clock:
    plain = from_json(text)
    for name in _TIMES:
        number = plain[name]
        plain[name] = None if number is None else time_from_number(number)
    return Clock(**plain)

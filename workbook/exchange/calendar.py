"""Writes the dates of a session as an iCalendar file (RFC 5545): to look again, and who promised
what by when. Each is a day-long event, because most calendars leave to-dos out of what they import.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date

from workbook.catalogue import tr
from workbook.catalogue.dates import read_date
from workbook.exchange.exportable import Leaving
from workbook.model.guide import RecordsQuestion, TextQuestion

LINE = 75  # octets of a line, without its end
DOMAIN = "community-purpose-workbook"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class _Event:
    uid: str
    day: date
    summary: str
    description: str


def calendar(found: Leaving, again: date | None = None) -> bytes | None:
    """The dates of a session; None where none of them can be read as one. `again` is the day to
    look again, where it is another one than what was written.

    The same dates keep their ids, so that a calendar that imports the file a second time changes
    what it has instead of adding to it.
    """
    day = again or read_date(_text(found, "look_again"))
    events = [*(_look_again(found, day) if day else ()), *_commitments(found)]
    if not events:
        return None
    stamp = f"{found.changed.astimezone(UTC).replace(tzinfo=None):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Community Purpose Workbook//EN",
        "CALSCALE:GREGORIAN",
        *(line for event in events for line in _lines(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) for line in lines).encode("utf-8", "replace")


def _look_again(found: Leaving, day: date) -> Iterator[_Event]:
    group = _name(found)
    summary = tr("Look again: {group}").format(group=group) if group else tr("Look again")
    dissent = _text(found, "dissent")
    parts = (
        _text(found, "statement"),
        _text(found, "priority_sentence"),
        tr("Seen otherwise: {dissent}").format(dissent=dissent) if dissent else "",
        tr("Is it still true? What has happened since?"),
    )
    yield _Event(f"{found.id}-look-again@{DOMAIN}", day, summary, _paragraphs(parts))


def _commitments(found: Leaving) -> Iterator[_Event]:
    """What was promised for a day. A promise is known by its words, so that it keeps its id when
    another one is added before it, or when its day changes.
    """
    seen: Counter[str] = Counter()
    for question in found.guide.with_role("commitments"):
        if not isinstance(question, RecordsQuestion):
            continue
        for row in found.answers.records(question.id):
            what, who, when = (str(row.get(name, "")).strip() for name in ("what", "who", "when"))
            day = read_date(when)
            if day is None or not (what or who):
                continue
            known = hashlib.sha256(f"{what}\0{who}".encode("utf-8", "replace")).hexdigest()[:16]
            seen[known] += 1
            again = f"-{seen[known]}" if seen[known] > 1 else ""
            # Translators: who promised it, and what.
            summary = (
                tr("{who}: {what}").format(who=who, what=what) if who and what else what or who
            )
            said = tr("Promised by {group}.").format(group=_name(found)) if _name(found) else ""
            yield _Event(f"{found.id}-{known}{again}@{DOMAIN}", day, summary, said)


def _text(found: Leaving, role: str) -> str:
    """What was written in answer to the questions of a role, "" where nothing was."""
    texts = [
        found.answers.text(question.id).strip()
        for question in found.guide.with_role(role)
        if isinstance(question, TextQuestion)
    ]
    return next(filter(None, texts), "")


def _name(found: Leaving) -> str:
    return " ".join((_text(found, "group_name") or found.group).split())


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _lines(event: _Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day.isoformat().replace('-', '')}"  # without an end: one day
    yield f"SUMMARY:{_escaped(' '.join(event.summary.split()))}"
    if event.description:
        yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"  # the day stays free for other things
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A text as RFC 5545, 3.3.11 has it, without characters that a calendar may not hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line with its end, parted after at most 75 octets and never inside a character."""
    parts, part, space = [], "", LINE
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if size > space:
            parts.append(part)
            part, space = "", LINE - 1  # the blank that the next line begins with
        part += character
        space -= size
    return "\r\n ".join([*parts, part]) + "\r\n"

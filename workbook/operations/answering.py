"""What a person does within a session: answer, move on, take notes, name it."""

from collections.abc import Mapping
from dataclasses import replace

from workbook.model.answers import ME, Answers, Key, Value, session_progress, voice_of
from workbook.model.guide import Guide, Mode
from workbook.model.opened import OpenSession
from workbook.model.session import Place, Session
from workbook.model.workshop import Workshop
from workbook.operations.changes import Change, What
from workbook.operations.proposing import follow_the_words
from workbook.readings.findings import Findings
from workbook.storage import answer_rows, guide_rows, session_rows, workshop_rows
from workbook.storage.database import Connection, Library

_NAME = "group_name"  # the role of the question whose answer names the session


def set_answers(
    library: Library, guide: Guide, session_id: str, values: Mapping[Key, Value | None]
) -> Change:
    """Store answers, and with them all that Home shows of the session: in one transaction.

    Args:
        library: where the session is.
        guide: the words that are answered, as `open_session` gives them.
        session_id: whose answers.
        values: each answer; None or an empty value takes it away.

    Returns:
        The change; its keys are those whose answer is another than before. Where there is none,
        nothing is written.

    Raises:
        NoSuchSession: where there is none.
        TypeError: where a value is nothing that can be an answer.
        ValueError: where a number in a record is not finite, or the session has another guide.
        LibraryError: where it cannot be stored; then nothing is.
    """
    with library.writing() as writing:
        return _answer(library, writing, guide, session_id, values, What.ANSWERED)


def rename(library: Library, session_id: str, name: str) -> Change:
    """Name a session's group; the answer to the question for that name changes with it.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where it cannot be stored; then nothing is.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        guide = guide_rows.read(writing, session)
        asked = name_keys(guide, voice_of(session.mode))
        if asked:
            values = {key: one_line(name) for key in asked}
            return _answer(library, writing, guide, session_id, values, What.RENAMED)
        renamed = session
        if one_line(name) != session.name:
            renamed = replace(session, name=one_line(name), changed=library.clock())
            session_rows.update(writing, session, renamed)
        return Change(What.RENAMED, renamed)


def remember_place(library: Library, session_id: str, place: Place) -> Change:
    """Remember where in a session a person is. Looking is not changing: `changed` stays.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        moved = replace(session, place=place)
        session_rows.update(writing, session, moved)
    return Change(What.MOVED, moved)


def set_scratch(library: Library, session_id: str, text: str) -> Change:
    """Store the scratch notes of a session.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where they cannot be stored.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        noted = session
        if text != session.scratch:
            noted = replace(session, scratch=text, changed=library.clock())
            session_rows.update(writing, session, noted)
    return Change(What.NOTED, noted)


def derived(
    session: Session, guide: Guide, answers: Answers, workshop: Workshop | None = None
) -> Session:
    """The session with what Home shows of its answers: progress and outcome."""
    voted = workshop.voted if workshop else frozenset()
    return replace(
        session,
        progress=session_progress(guide, session.mode, answers, voted),
        outcome=Findings(OpenSession(session, guide, answers, workshop)).outcome,
    )


def name_keys(guide: Guide, voice: str = ME) -> tuple[Key, ...]:
    """Where the answers lie that name the session."""
    return tuple(Key(question.id, "", 1, voice) for question in guide.with_role(_NAME))


def one_line(name: str) -> str:
    """A name as it is listed: on one line, and such that every file can hold it."""
    return " ".join(name.encode("utf-8", "replace").decode().split())


def _answer(
    library: Library,
    writing: Connection,
    guide: Guide,
    session_id: str,
    values: Mapping[Key, Value | None],
    what: What,
) -> Change:
    session = session_rows.read(writing, session_id)
    if guide.id != session.guide_id:
        raise ValueError(f"the session was asked with {session.guide_id}, not with {guide.id}")
    answers, changed = answer_rows.write(writing, session_id, guide, values)
    if not changed:
        return Change(what, session)
    voice = voice_of(session.mode)
    answers = answers.heard_as(voice)
    workshop = None
    if session.mode is Mode.WORKSHOP:
        workshop = workshop_rows.read(writing, session_id)
    bound = workshop is not None and follow_the_words(
        library, writing, session_id, guide, answers, workshop, changed
    )
    result = replace(derived(session, guide, answers, workshop), changed=library.clock())
    for key in name_keys(guide, voice):
        if key in changed:
            result = replace(result, name=one_line(answers.text(key.question)))
    session_rows.update(writing, session, result)
    if bound:
        return Change(what, result, changed, workshop_rows.read(writing, session_id))
    return Change(what, result, changed)

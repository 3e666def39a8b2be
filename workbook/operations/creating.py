"""Making sessions: new ones, copies, and the finished examples."""

from dataclasses import replace
from datetime import UTC, datetime

from workbook.guides import load_guide
from workbook.guides.examples import load_example
from workbook.model.answers import GROUP, ME, Answers, Key, voice_of
from workbook.model.guide import Guide, Mode
from workbook.model.opened import OpenSession
from workbook.model.session import Place, Session
from workbook.model.timing import pause
from workbook.model.workshop import Clock, Workshop
from workbook.operations.answering import derived, name_keys, one_line
from workbook.operations.changes import Change, What
from workbook.storage import answer_rows, guide_rows, round_rows, session_rows, workshop_rows
from workbook.storage.database import Connection, Library

# No ids in a library: those have no l, and no hyphen.
BUILT_IN_IDS = {"reflection": "sample", "workshop": "sample-workshop"}
BUILT_IN_TIME = datetime(
    2026, 11, 3, 14, 3, tzinfo=UTC
)  # fixed, so that its PDF is always the same


def new_reflection(library: Library, guide: Guide, *, plan: str = "") -> Change:
    """Begin a session with nothing in it, in the mode of the plan.

    Args:
        library: where it is kept.
        guide: what is asked.
        plan: one of the guide's; its first one for a reflection alone if not given.

    Raises:
        KeyError: where the guide has no such plan.
        LibraryError: where it cannot be stored.
    """
    alone = [one.id for one in guide.plans if one.mode is Mode.SOLO]
    chosen = guide.plan(plan or "".join(alone[:1]))
    now = library.clock()
    session = Session(
        id=library.new_id(),
        name="",
        mode=chosen.mode,
        guide_id=guide.id,
        guide_hash=guide.content_hash,
        plan=chosen.id,
        created=now,
        changed=now,
    )
    return _add(library, guide, session, Answers())


def add_example(library: Library, name: str = "reflection", *, language: str = "en") -> Change:
    """Add a finished example to look around in.

    Raises:
        GuideError: where there is no such example.
        LibraryError: where it cannot be stored.
    """
    example = built_in_example(name, language=language)
    now = library.clock()
    session = replace(example.session, id=library.new_id(), created=now, changed=now)
    return _add(library, example.guide, session, example.answers, example.workshop)


def find_example(library: Library, name: str = "reflection", *, language: str = "en") -> str:
    """The id of a session in use that is the finished example as it was added, "" for none.

    Raises:
        GuideError: where there is no such example.
        LibraryError: where the library cannot be read.
    """
    example = built_in_example(name, language=language)
    with library.reading() as reading:
        for session in session_rows.listed(reading):
            if session.name == example.session.name:
                answers = answer_rows.read(reading, session.id)
                if dict(answers.items()) == dict(example.answers.items()):
                    return session.id
    return ""


def built_in_example(name: str = "reflection", *, language: str = "en") -> OpenSession:
    """A finished example without storing it: always the same id and times.

    Raises:
        GuideError: where there is no such example.
    """
    guide = load_guide(language=language)
    example = load_example(name, guide)
    workshop = example.workshop
    clock = workshop.clock if workshop else Clock()
    session = Session(
        id=BUILT_IN_IDS.get(name, name),
        name=_name(guide, example.answers),
        mode=example.mode,
        guide_id=guide.id,
        guide_hash=guide.content_hash,
        plan=example.plan,
        created=clock.started or BUILT_IN_TIME,
        changed=clock.ended or BUILT_IN_TIME,
        scratch=example.scratch,
    )
    session = derived(session, guide, example.answers, workshop)
    return OpenSession(session, guide, example.answers, workshop)


def duplicate(library: Library, session_id: str) -> Change:
    """Copy a session with its answers and scratch notes. The copy is of the same group, and so has
    the same name. An open round stays with the original, and so does what was answered in it.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where the copy cannot be stored.
    """
    with library.writing() as writing:
        original = session_rows.read(writing, session_id)
        guide = guide_rows.read(writing, original)
        answers = answer_rows.read(writing, session_id)
        now = library.clock()
        workshop = workshop_rows.read(writing, session_id)
        left = _of_open_rounds(answers, workshop) if workshop else {}
        voiced = answers.heard_as(voice_of(original.mode))
        copy = replace(
            derived(original, guide, voiced, workshop),
            id=library.new_id(),
            created=now,
            changed=now,
            trashed=None,
            place=Place(),
        )
        session_rows.insert(writing, copy, guide_rows.keep(writing, guide))
        answer_rows.copy(writing, session_id, copy.id)
        answers, _ = answer_rows.write(writing, copy.id, guide, left)
        workshop_rows.copy(writing, session_id, copy.id)
        if workshop is not None:  # nobody runs the copy yet
            workshop_rows.put_clock(writing, copy.id, pause(workshop.clock, now))
    return Change(What.CREATED, copy, tuple(answers))


def _of_open_rounds(answers: Answers, workshop: Workshop) -> dict[Key, None]:
    """Where what was answered by name in rounds that are open lies. In a copy, which has no such
    round, it would count in whichever is opened next, be that a secret one.
    """
    asked = {
        (question, found.id.number)
        for found in workshop.rounds
        if not found.over
        for question in found.questions
    }
    return {
        key: None
        for key in answers
        if key.respondent not in (ME, GROUP) and (key.question, key.round) in asked
    }


def _add(
    library: Library,
    guide: Guide,
    session: Session,
    answers: Answers,
    workshop: Workshop | None = None,
) -> Change:
    session = derived(session, guide, answers, workshop)
    with library.writing() as writing:
        session_rows.insert(writing, session, guide_rows.keep(writing, guide))
        answer_rows.write(writing, session.id, guide, dict(answers.items()))
        if workshop is not None:
            _put(writing, session.id, workshop)
    return Change(What.CREATED, session, tuple(answers), workshop)


def _put(writing: Connection, session_id: str, workshop: Workshop) -> None:
    workshop_rows.put_setup(writing, session_id, workshop.setup)
    workshop_rows.put_clock(writing, session_id, workshop.clock)
    for found in workshop.rounds:
        round_rows.put(writing, session_id, found)
        round_rows.put_counts(writing, session_id, found.id, workshop.counts[found.id])


def _name(guide: Guide, answers: Answers) -> str:
    keys: tuple[Key, ...] = name_keys(guide, answers.voice)
    return next((one_line(answers.text(key.question)) for key in keys if key in answers), "")

"""What a facilitator does with a room: set a workshop up, keep its time, hold its rounds of voting.

The ballots of an open round live beside the library and not in it (`storage.ballot_files`):
closing turns them into counts in one transaction, and only then are they gone.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date
from workbook.model.answers import GROUP, ME, Answers, Key, Value, voice_of
from workbook.model.guide import Guide, Mode
from workbook.model.session import Session
from workbook.model.workshop import (
    Ballot,
    Clock,
    Counts,
    Round,
    RoundId,
    RoundState,
    Setup,
    Workshop,
)
from workbook.operations.answering import derived, name_keys, one_line
from workbook.operations.changes import Change, What
from workbook.operations.named_answers import named
from workbook.readings.counting import count, moves, size, slips
from workbook.readings.proposal import asks_consent, proposal
from workbook.storage import (
    answer_rows,
    ballot_files,
    guide_rows,
    round_rows,
    session_rows,
    workshop_rows,
)
from workbook.storage.database import Connection, Library
from workbook.storage.errors import LibraryError


class RoundError(LibraryError):
    """A round is not in the state that was expected; str() is a sentence for people."""


def new_workshop(
    library: Library, guide: Guide, name: str, setup: Setup, *, drafts_from: str = ""
) -> Change:
    """Begin a workshop.

    Args:
        library: where it is kept.
        guide: what is asked.
        name: the group's.
        setup: how it is held.
        drafts_from: a reflection alone whose answers come along as drafts that only the
            facilitator sees; "" for none.

    Raises:
        KeyError: where the guide has no such plan.
        NoSuchSession: where there is no such reflection.
        LibraryError: where it cannot be stored.
    """
    now = library.clock()
    session = Session(
        id=library.new_id(),
        name="",
        mode=Mode.WORKSHOP,
        guide_id=guide.id,
        guide_hash=guide.content_hash,
        plan=guide.plan(setup.plan).id,
        created=now,
        changed=now,
    )
    values: dict[Key, Value | None] = dict.fromkeys(name_keys(guide, GROUP), name)
    today = long_date(now.astimezone().date())
    values |= {Key(question.id, "", 1, GROUP): today for question in guide.with_role("date")}
    with library.writing() as writing:
        if drafts_from:
            drafts = answer_rows.read(writing, drafts_from)
            session_rows.read(writing, drafts_from)  # says where there is none
            values |= {k: v for k, v in drafts.items() if k.respondent == ME}
        answers = Answers({k: v for k, v in values.items() if v}, GROUP)
        session = derived(replace(session, name=one_line(name)), guide, answers)
        session_rows.insert(writing, session, guide_rows.keep(writing, guide))
        answer_rows.write(writing, session.id, guide, values)
        workshop_rows.put_setup(writing, session.id, setup)
        workshop_rows.put_clock(writing, session.id, Clock())
        workshop = _workshop(writing, session.id)
    return Change(What.CREATED, session, tuple(answers), workshop)


def change_setup(library: Library, session_id: str, setup: Setup) -> Change:
    """Change how a workshop is held, also half-way; the secrecy of rounds that were begun stays.

    Raises:
        NoSuchSession: where there is no such workshop.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        gone = {p.id for p in _workshop(writing, session_id).setup.names} - {
            p.id for p in setup.names
        }
        guide = guide_rows.read(writing, session)
        forgotten = _forget_named(writing, guide, session_id, lambda key: key.respondent in gone)
        workshop_rows.put_setup(writing, session_id, setup)
        session = replace(session, plan=setup.plan)
        return _ran(library, writing, session, forgotten)


def set_clock(library: Library, session_id: str, clock: Clock) -> Change:
    """Store where in its agenda a workshop is.

    Raises:
        NoSuchSession: where there is no such workshop.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        workshop_rows.put_clock(writing, session_id, clock)
        return Change(What.RAN, session, (), _workshop(writing, session_id))


def open_round(
    library: Library, session_id: str, step: str, questions: Sequence[str], *, secret: bool
) -> Change:
    """Open the next round on questions of a step.

    Raises:
        RoundError: where the round before is still open.
        NoSuchSession: where there is no such workshop.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        last = _workshop(writing, session_id).last_round(step)
        if last is not None and not last.over:
            raise RoundError(tr("The round before is still open. Close it first."))
        number = last.id.number + 1 if last else 1
        guide = guide_rows.read(writing, session)
        asked = None
        if asks_consent(guide, questions):
            asked = proposal(guide, answer_rows.read(writing, session_id))
        opened = Round(RoundId(step, number), tuple(questions), secret, proposal=asked)
        round_rows.put(writing, session_id, opened)
        return _ran(library, writing, session)


def set_secrecy(library: Library, session_id: str, round_id: RoundId, *, secret: bool) -> Change:
    """Make an open round secret or not, as long as nobody has answered in it.

    Raises:
        RoundError: where it has ballots, or is not open.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session, guide, workshop = _read(writing, session_id)
        found = _open(workshop, round_id)
        answers = answer_rows.read(writing, session_id)
        if ballot_files.load(library, session_id, round_id) or named(guide, answers, found):
            raise RoundError(
                tr("Somebody has answered already, so this round stays as it was announced.")
            )
        round_rows.put(writing, session_id, replace(found, secret=secret))
        return _ran(library, writing, session)


def load_ballots(library: Library, session_id: str, round_id: RoundId) -> Counter[Ballot]:
    """The ballots of an open round, as a crash or an end of the program left them.

    Raises:
        LibraryError: where they cannot be read.
    """
    return ballot_files.load(library, session_id, round_id)


def store_ballots(
    library: Library, session: Session, round_id: RoundId, ballots: Counter[Ballot]
) -> Change:
    """Put all ballots of an open round on disk, beside the library, in no order.

    The session is only handed on: nothing in the library changes, not even when it was changed.

    Raises:
        LibraryError: where they cannot be stored; those stored before stay.
    """
    ballot_files.store(library, session.id, round_id, ballots)
    return Change(What.RAN, session)


def close_round(library: Library, session_id: str, round_id: RoundId) -> Change:
    """Close a round: its ballots become counts, and then they are gone.

    Slips join two rounds that follow each other, and after that are gone: a third round begins to
    join anew.

    Raises:
        RoundError: where it is not open.
        LibraryError: where it cannot be stored; then the round is open as before. Or where it was
            closed and a file beside the library cannot be written or deleted.
    """
    with library.writing() as writing:
        session, guide, workshop = _read(writing, session_id)
        found = _open(workshop, round_id)
        answers = answer_rows.read(writing, session_id)
        ballots = ballot_files.load(library, session_id, round_id) + named(guide, answers, found)
        counts = count(guide, found, ballots)
        earlier = workshop.round(RoundId(round_id.step, round_id.number - 1))
        before = ballot_files.load_slips(library, session_id, earlier.id) if earlier else {}
        if before and earlier:
            counted = workshop.counts.get(earlier.id, Counts())
            moved = moves(guide, found, before, ballots, counted, before_secret=earlier.secret)
            counts = replace(counts, moves=moved)
        closed = replace(
            found,
            state=_closed_as(found, counts),
            ballots=size(ballots, found),
            people=workshop.setup.people,
        )
        round_rows.put(writing, session_id, closed)
        round_rows.put_counts(writing, session_id, round_id, counts)
        change = _ran(library, writing, session)
    # From here on the round is closed. A crash before the end leaves files that nothing reads any
    # more and that the next start puts away: it costs the movement, and nothing else.
    if before and earlier:
        ballot_files.delete_slips(library, session_id, [earlier.id])
    elif workshop.setup.slips:
        kept = _only(slips(ballots), _asked_again(guide, round_id.step))
        ballot_files.store_slips(library, session_id, round_id, kept)
    ballot_files.delete(library, session_id, round_id)
    return change


def _closed_as(found: Round, counts: Counts) -> RoundState:
    """A round of which nothing may ever be shown is withheld at once."""
    shown = any(counts.answers.values()) or not counts.withheld
    return RoundState.CLOSED if shown else RoundState.WITHHELD


def _asked_again(guide: Guide, step: str) -> frozenset[str]:
    """The questions of which slips are worth keeping until the next round."""
    found = guide.step(step)
    return frozenset(found.focus or found.ballot)


def _only(found: Mapping[str, Ballot], questions: frozenset[str]) -> Mapping[str, Ballot]:
    kept = {
        slip: Ballot.of({s: c for s, c in ballot.choices if s.question in questions}, slip)
        for slip, ballot in found.items()
    }
    return {slip: ballot for slip, ballot in kept.items() if ballot.choices}


def reveal_round(library: Library, session_id: str, round_id: RoundId) -> Change:
    """Show a closed round to everyone.

    Raises:
        RoundError: where it is still open, or withheld.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session, _, workshop = _read(writing, session_id)
        found = workshop.round(round_id)
        if found is None or found.state not in (RoundState.CLOSED, RoundState.REVEALED):
            raise RoundError(tr("Only a round that is closed can be shown."))
        round_rows.put(writing, session_id, replace(found, state=RoundState.REVEALED))
        return _ran(library, writing, session)


def void_round(library: Library, session_id: str, round_id: RoundId) -> Change:
    """Forget the latest round of a step with all of its answers, so that it can be asked again.

    Raises:
        RoundError: where there is no such round, or a later one.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session, guide, workshop = _read(writing, session_id)
        found = workshop.last_round(round_id.step)
        if found is None or found.id != round_id:
            raise RoundError(tr("Only the latest round of a step can be voided."))
        round_rows.delete(writing, session_id, round_id)
        forgotten = _forget_named(
            writing,
            guide,
            session_id,
            lambda key: key.question in found.questions and key.round == round_id.number,
        )
        change = _ran(library, writing, session, forgotten)
    ballot_files.delete(library, session_id, round_id)
    ballot_files.delete_slips(library, session_id, [round_id])
    return change


def end_workshop(library: Library, session_id: str, clock: Clock) -> Change:
    """End a workshop: slips that still wait for a second round go, and so do names and what was
    answered by name, unless the group wanted them kept. What was counted stays.

    Raises:
        RoundError: where a round is still open.
        LibraryError: where it cannot be stored.
    """
    with library.writing() as writing:
        session, guide, workshop = _read(writing, session_id)
        if not all(found.over for found in workshop.rounds):
            raise RoundError(tr("A round is still open. Close it or void it first."))
        forgotten: tuple[Key, ...] = ()
        if not workshop.setup.keep_names:
            forgotten = _forget_named(writing, guide, session_id, lambda key: True)
            workshop_rows.put_setup(writing, session_id, replace(workshop.setup, names=()))
        workshop_rows.put_clock(writing, session_id, clock)
        change = _ran(library, writing, session, forgotten)
    ballot_files.delete_slips(library, session_id, [found.id for found in workshop.rounds])
    return change


def _read(connection: Connection, session_id: str) -> tuple[Session, Guide, Workshop]:
    session = session_rows.read(connection, session_id)
    return (
        session,
        guide_rows.read(connection, session),
        _workshop(connection, session_id),
    )


def _workshop(connection: Connection, session_id: str) -> Workshop:
    found = workshop_rows.read(connection, session_id)
    if found is None:
        raise RoundError(tr("This session is a reflection alone, not a workshop."))
    return found


def _open(workshop: Workshop, round_id: RoundId) -> Round:
    found = workshop.round(round_id)
    if found is None or found.over:
        raise RoundError(tr("This round is not open, so it takes no answers."))
    return found


def _forget_named(
    writing: Connection, guide: Guide, session_id: str, which: Callable[[Key], bool]
) -> tuple[Key, ...]:
    """Forget those of the answers by name; where they were."""
    by_name = [
        key
        for key in answer_rows.read(writing, session_id)
        if key.respondent not in (ME, GROUP) and which(key)
    ]
    gone: dict[Key, Value | None] = dict.fromkeys(by_name)
    return answer_rows.write(writing, session_id, guide, gone)[1]


def _ran(
    library: Library, writing: Connection, session: Session, keys: tuple[Key, ...] = ()
) -> Change:
    guide = guide_rows.read(writing, session)
    answers = answer_rows.read(writing, session.id).heard_as(voice_of(session.mode))
    workshop = _workshop(writing, session.id)
    before = session_rows.read(writing, session.id)
    after = replace(derived(session, guide, answers, workshop), changed=library.clock())
    session_rows.update(writing, before, after)
    return Change(What.RAN, after, keys, workshop)

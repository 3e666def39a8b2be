"""Binds a round of consent to its words: what the people were asked is what the round keeps."""

from collections.abc import Iterable
from dataclasses import replace

from workbook.model.answers import Answers, Key
from workbook.model.guide import Guide
from workbook.model.workshop import Round, Workshop
from workbook.operations.named_answers import named
from workbook.readings.proposal import PRIORITY, STATEMENT, proposal
from workbook.storage import ballot_files, round_rows
from workbook.storage.database import Connection, Library


def follow_the_words(
    library: Library,
    writing: Connection,
    session_id: str,
    guide: Guide,
    answers: Answers,
    workshop: Workshop,
    changed: Iterable[Key],
) -> bool:
    """Bind an open round of consent to words that were changed before anybody scored them.

    As soon as there is a ballot the round stays with the words that it was opened with: what one
    person has scored, the others are asked as well.

    Returns:
        Whether a round was bound anew.
    """
    asked = {q.id for role in (STATEMENT, PRIORITY) for q in guide.with_role(role)}
    if not any(key.question in asked for key in changed):
        return False
    bound = False
    for found in workshop.rounds:
        if found.over or found.proposal is None:
            continue
        if _scored(library, session_id, guide, answers, found):
            continue
        round_rows.put(writing, session_id, replace(found, proposal=proposal(guide, answers)))
        bound = True
    return bound


def _scored(
    library: Library, session_id: str, guide: Guide, answers: Answers, found: Round
) -> bool:
    ballots = ballot_files.load(library, session_id, found.id)
    return bool(ballots or named(guide, answers, found))

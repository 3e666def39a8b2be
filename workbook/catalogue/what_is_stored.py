"""Says in plain words what a workshop's session holds, so that it can be read out before anybody
answers. Every sentence is about what `workbook.storage` and `workbook.operations.workshops` do.
"""

from collections.abc import Iterator
from typing import NamedTuple

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import listed, quoted
from workbook.model.agenda import minutes_of
from workbook.model.guide import CaseQuestion, Guide, Step
from workbook.model.secrecy import voted_steps
from workbook.model.workshop import FEWEST, Setup


class Held(NamedTuple):
    """One kind of thing that a session holds, or does not."""

    heading: str
    sentences: tuple[str, ...]


def stored_words(setup: Setup, guide: Guide) -> tuple[Held, ...]:
    """What a workshop that is held like this stores, and how it is deleted.

    Raises:
        KeyError: where the guide has no such plan.
    """
    held = minutes_of(guide, setup)
    asked = [step for step in voted_steps(guide) if step.id in held]
    secret = [step for step in asked if step.id not in setup.open_steps]
    opened = [step for step in asked if step.id in setup.open_steps]
    return (
        _written(),
        *(_secret(setup, guide, secret) if secret else ()),
        *(_open(opened) if opened else ()),
        *(_while_open() if asked else ()),
        *(_slips() if setup.slips else ()),
        _names(setup),
        _backups(),
        _place(),
        _deleting(),
    )


def _written() -> Held:
    return Held(
        tr("What is written down"),
        (
            tr(
                "The group’s name, its sentences, objections, commitments and whatever else is"
                " typed in for the group, word for word."
            ),
            tr(
                "The facilitator’s scratch notes, and drafts from a reflection where one was taken"
                " along. The audience screen never shows them."
            ),
            tr("When the workshop began, how far it is, and when it was last changed."),
        ),
    )


def _secret(setup: Setup, guide: Guide, steps: list[Step]) -> Iterator[Held]:
    few = setup.people < FEWEST
    yield Held(
        tr("Secret rounds: {steps}").format(steps=_titles(steps)),
        (
            tr(
                "Of a closed round: how many people handed in, how many gave each answer, and how"
                " many passed. Never who, when, or in what order."
            ),
            tr(
                "Where fewer than five people answered a question, how they answered is neither"
                " stored nor shown."
            ),
            *([tr("So with fewer than five in the room, no answer comes out.")] if few else []),
            *_together(guide, steps),
            tr(
                "If all give the same answer, the count tells what everyone said. The facilitator"
                " is warned of that before it is shown."
            ),
        ),
    )


def _together(guide: Guide, steps: list[Step]) -> Iterator[str]:
    """The joint counts that these steps' ballots make."""
    asked = [guide.questions[question] for step in steps for question in step.ballot]
    roles = {question.role for question in asked}
    counted = []
    if {"inside_scale", "outside_scale"} <= roles:
        counted.append(tr("both marks of what we do, for the map"))
    if any(isinstance(question, CaseQuestion) for question in asked):
        counted.append(tr("in each case, the choice and what was done last time"))
    if counted:
        yield tr(
            "These are counted together, as pairs: {pairs}. Where a pair would tell on fewer than"
            " five people, it is left out. Nothing else that one person answered stays joined."
        ).format(pairs=tr("; ").join(counted))


def _open(steps: list[Step]) -> Iterator[Held]:
    yield Held(
        tr("Open rounds: {steps}").format(steps=_titles(steps)),
        (
            tr(
                "How many people gave each answer, however few they are. Raised hands are always"
                " an open round."
            ),
            tr(
                "Where answers are taken down by name, the name and the answer, for as long as"
                " names are kept."
            ),
        ),
    )


def _while_open() -> Iterator[Held]:
    yield Held(
        tr("While a round takes answers"),
        (
            tr(
                "Its ballots lie in a small file beside the library, in an order that says"
                " nothing, without names or times, and in no backup. So nothing is lost if the"
                " computer stops."
            ),
            tr(
                "While a secret round is open, the program shows nobody more than how many have"
                " answered. When a round is closed or voided, its file is deleted."
            ),
        ),
    )


def _slips() -> Iterator[Held]:
    yield Held(
        tr("Slips"),
        (
            tr(
                "The code on a ballot is kept with its answers, beside the library and in no"
                " backup, until the step’s next round closes or the workshop ends."
            ),
            tr(
                "Then only this is left: how many moved from which answer to which, and how many"
                " stayed; of a secret round with fewer than five slips or two who moved, nothing."
            ),
            tr(
                "Nobody writes down who drew which slip. Keep yours to yourself: until then,"
                " whoever has this computer and knows your code could find your answers."
            ),
        ),
    )


def _names(setup: Setup) -> Held:
    number = len(setup.names)
    if not number:
        words = ntr(
            "None. Only that there is {n} person in the room.",
            "None. Only that there are {n} people in the room.",
            setup.people,
        ).format(n=setup.people)
    elif setup.keep_names:
        words = ntr(
            "{n} name, which stays and stands in the summary, because the group wants it.",
            "{n} names, which stay and stand in the summary, because the group wants it.",
            number,
        ).format(n=number)
    else:
        words = ntr(
            "{n} name, until the facilitator ends the workshop. Then it goes, with what was"
            " answered by name.",
            "{n} names, until the facilitator ends the workshop. Then they go, with what was"
            " answered by name.",
            number,
        ).format(n=number)
    return Held(tr("Names of who is here"), (words,))


def _backups() -> Held:
    return Held(
        tr("Backups"),
        (
            tr(
                "On each day on which the workbook is used, the library is copied beside it, and"
                " the last seven copies are kept. They hold what the library holds: counts, texts"
                " and names, no ballots."
            ),
            tr(
                "What is taken out of the library can leave traces in its file and stays in older"
                " copies, until those are replaced or the session is deleted for good."
            ),
        ),
    )


def _place() -> Held:
    return Held(
        tr("Where it is"),
        (
            tr("On this computer alone. The workbook has no account and uses no network."),
            tr(
                "What the disk itself, its snapshots, a backup of the whole computer or a folder"
                " that synchronises keeps is beyond it. So are files that somebody exports."
            ),
        ),
    )


def _deleting() -> Held:
    return Held(
        tr("How it is deleted for good"),
        (
            tr(
                "Among all sessions, move this one to the trash; in the trash, choose “Delete for"
                " good”. It is then taken out of the library and out of every backup, and the"
                " library is written anew without it."
            ),
        ),
    )


def _titles(steps: list[Step]) -> str:
    return listed([quoted(step.title) for step in steps])

"""What a session leaves on paper: its words and what they are, what was promised, what goes home.

It is made of what the group said, or one person alone: no drafts, no scratch notes, no round that
was not shown, and no name of anybody in the room unless the group wanted names kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workbook.catalogue.across import across_words
from workbook.catalogue.dates import day_of, long_date, read_date
from workbook.catalogue.readings import sentence_words
from workbook.catalogue.rounds import room_words
from workbook.catalogue.words import Words
from workbook.documents.standing import Standing, standing
from workbook.documents.steps import at_home, numbered
from workbook.documents.written import date_as_read, text_of
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Mode, RecordsQuestion, Side
from workbook.model.workshop import Workshop
from workbook.readings.findings import Findings
from workbook.readings.wrong import Basis

DAYS = 90  # after which the words are looked at again, where no date was set


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence of a step, and what was said otherwise."""

    step: str
    sentence: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that somebody will do; each part may be ""."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class AtHome:
    """One page of questions for at home: what is asked and the words under it."""

    question: str
    framing: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """All of it; what was not written is ""."""

    group: str
    alone: bool
    people: int  # in the room, 0 where nobody said
    day: date
    statement: str
    statement_prompt: str
    sentence: str
    side: Side  # that comes first in the sentence
    to_ask: Words | None  # the one question that the answers leave open
    standing: Standing  # what the words are
    votes: str  # how many stood at each level in the vote on these words, "" where none is told
    dissent: str
    dissent_prompt: str
    said: tuple[Said, ...]
    promises: tuple[Promise, ...]
    again: date | None
    again_words: str  # as it was typed, where it is no date
    home: tuple[AtHome, ...]
    facilitator: str
    names: tuple[str, ...]
    title: str  # of the guide
    source: str
    language: str

    @property
    def worded(self) -> bool:
        """Whether there are words of the group's own."""
        return bool(self.sentence or self.statement)

    @property
    def bare(self) -> bool:
        """Whether nothing at all came out of it yet."""
        asked = self.standing.consent is not None and self.standing.consent.last is not None
        return not (self.worded or asked or self.dissent or self.said or self.promises)

    def due(self, on: date | None) -> date:
        """When it is looked at again: that day, else the one that was set, else after 90 days."""
        days = timedelta(days=DAYS)
        return on or self.again or min(self.day, date.max - days) + days


def outcome(found: Findings) -> Outcome:
    """What a session came to, in the guide's words with which it was held."""
    session, guide, answers = found.session, found.guide, found.answers
    workshop, order = found.workshop, found.written.sentence
    again = text_of(guide, answers, "look_again")
    statement = text_of(guide, answers, "statement")
    sentence = text_of(guide, answers, "priority_sentence")
    # What a room put in order is nobody's wording: only one person's own order is a sentence here.
    if order and not sentence and order.basis is Basis.OWN:
        sentence = sentence_words(order)
    day = day_of(text_of(guide, answers, "date"), session.changed)
    return Outcome(
        group=" ".join((text_of(guide, answers, "group_name") or session.name).split()),
        alone=session.mode is Mode.SOLO,
        people=workshop.setup.people if workshop else 0,
        day=day,
        statement=statement,
        statement_prompt=_prompt(guide, "statement"),
        sentence=sentence,
        side=order.first_side if order and order.stands else Side.NEITHER,
        to_ask=_to_ask(found),
        standing=standing(found, long_date(day)),
        votes=_votes(found),
        dissent=text_of(guide, answers, "dissent"),
        dissent_prompt=_prompt(guide, "dissent"),
        said=tuple(_said(guide, answers)),
        promises=tuple(_promises(guide, answers)),
        again=read_date(again),
        again_words=again,
        home=tuple(_at_home(guide, workshop)),
        facilitator=text_of(guide, answers, "facilitator"),
        names=_names(workshop),
        title=guide.title,
        source=guide.source,
        language=guide.language,
    )


def _to_ask(found: Findings) -> Words | None:
    return across_words(found.written.to_ask) if found.written.to_ask else None


def _votes(found: Findings) -> str:
    """How many stood at each level, where these are the words that were voted on."""
    votes = found.rounds.consent_votes
    if votes is None or not votes.answered or found.consent is None or found.consent.changed:
        return ""
    return room_words(votes).reason


def _prompt(guide: Guide, role: str) -> str:
    return next((question.prompt for question in guide.with_role(role)), "")


def _said(guide: Guide, answers: Answers) -> Iterator[Said]:
    for number, step in enumerate(guide.steps):
        texts = {
            guide.questions[id_].role: answers.text(id_).strip()
            for id_ in step.room
            if guide.questions[id_].role in ("step_sentence", "said_otherwise")
        }
        sentence, otherwise = texts.get("step_sentence", ""), texts.get("said_otherwise", "")
        if sentence or otherwise:
            yield Said(numbered(number, step.title), sentence, otherwise)


def _promises(guide: Guide, answers: Answers) -> Iterator[Promise]:
    for question in guide.with_role("commitments"):
        if isinstance(question, RecordsQuestion):
            for row in answers.records(question.id):
                what, who, when = (str(row.get(id_, "")).strip() for id_ in ("what", "who", "when"))
                if what or who or when:
                    yield Promise(what, who, date_as_read(when))


def _at_home(guide: Guide, workshop: Workshop | None) -> Iterator[AtHome]:
    for step in at_home(guide, workshop.setup) if workshop else ():
        number = guide.steps.index(step)
        for page in guide.pages_of(step, Mode.WORKSHOP):
            question = numbered(number, page.headline_in(Mode.WORKSHOP))
            yield AtHome(question, page.framing_in(Mode.WORKSHOP))


def _names(workshop: Workshop | None) -> tuple[str, ...]:
    """Who was there, if the group wanted that kept."""
    kept = workshop.setup.kept if workshop else ()
    return tuple(person.name.strip() for person in kept if person.name.strip())

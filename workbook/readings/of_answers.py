"""Finds, by the roles a guide declares, the answers each reading rests on, and reads them.

Every function takes a guide and my answers and returns None while what it rests on is incomplete.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from workbook.model.answers import Answers, Record, is_answered, step_progress
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    Guide,
    Mode,
    OrderQuestion,
    Question,
    RatingsQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextQuestion,
)
from workbook.model.session import Outcome
from workbook.readings.across import (
    Answered,
    ToAsk,
    Votes,
    votes_of_do,
    votes_on_rungs,
    votes_on_scale,
)
from workbook.readings.created import Created, Project, by_origin, how_many_chose
from workbook.readings.impact import Match
from workbook.readings.map_of_room import RoomOnMap, Standing
from workbook.readings.matching import suggest
from workbook.readings.purpose import MIDDLE, FactCount, Gap, Priority, Purpose
from workbook.readings.rare import Pressure, Pressures, Promise, Pulse, Shortfall, pulse_of
from workbook.readings.wrong import BreakingPoint, Case, Cases, Sentence

Q = TypeVar("Q", bound=Question)
_PLACE = re.compile(r"\{(\w+)\}")

# What a reading of written answers may be.
AnswerReading = (
    FactCount
    | Purpose
    | Priority
    | Pulse
    | Pressures
    | Shortfall
    | Cases
    | BreakingPoint
    | Sentence
    | Created
    | tuple[Match, ...]
    | ToAsk
)


def _one(guide: Guide, role: str, kind: type[Q]) -> Q | None:
    for question in guide.with_role(role):
        if isinstance(question, kind):
            return question
    return None


def _text(guide: Guide, answers: Answers, role: str) -> str:
    question = _one(guide, role, TextQuestion)
    return answers.text(question.id).strip() if question else ""


def _rows(guide: Guide, answers: Answers, role: str) -> tuple[Record, ...]:
    question = _one(guide, role, RecordsQuestion)
    return answers.records(question.id) if question else ()


def _cell(row: Record, column: str) -> str:
    return str(row.get(column, "")).strip()


def _number(row: Record, column: str) -> float | None:
    value = row.get(column)
    return float(value) if isinstance(value, int | float) else None


def _two_marks(
    guide: Guide, answers: Answers, role: str, first: str, second: str
) -> tuple[int, int] | None:
    scale = _one(guide, role, ScaleQuestion)
    if scale is None:
        return None
    left, right = answers.number(scale.id, first), answers.number(scale.id, second)
    return None if left is None or right is None else (left, right)


def facts(guide: Guide, answers: Answers) -> FactCount:
    """How many written facts point inside and outside."""
    sides = [_cell(row, "side") for row in _rows(guide, answers, "evidence") if _cell(row, "fact")]
    return FactCount(sides.count(Side.INSIDE), sides.count(Side.OUTSIDE))


def purpose(guide: Guide, answers: Answers) -> Purpose | None:
    """Gap, map and drift, once all four marks are placed."""
    inside = _two_marks(guide, answers, "inside_scale", "say", "do")
    outside = _two_marks(guide, answers, "outside_scale", "say", "do")
    if inside is None or outside is None:
        return None
    return Purpose(Gap(*inside), Gap(*outside), *facts(guide, answers))


def priority(guide: Guide, answers: Answers) -> Priority | None:
    """Trust or performance, once now and wished are placed."""
    marks = _two_marks(guide, answers, "priority_scale", "now", "wished")
    return Priority(*marks) if marks else None


def pulse(guide: Guide, answers: Answers) -> Pulse | None:
    """How safe it is to speak up, once every statement is rated."""
    question = _one(guide, "pulse", RatingsQuestion)
    if question is None:
        return None
    ratings = [(item.label, answers.number(question.id, item.id)) for item in question.items]
    rated = [(label, rating) for label, rating in ratings if rating is not None]
    return pulse_of(rated, question.low, question.high) if len(rated) == len(ratings) else None


def pressures(guide: Guide, answers: Answers) -> Pressures | None:
    """The four pressures, strongest first, once all are rated."""
    question = _one(guide, "pressures", RatingsQuestion)
    if question is None:
        return None
    found = []
    for item in question.items:
        rating = answers.number(question.id, item.id)
        if rating is None:
            return None
        found.append(Pressure(item.id, item.label, float(rating), 0.0, (rating,)))
    found.sort(key=lambda pressure: -pressure.median)
    return Pressures(question.low, question.high, tuple(found))


def shortfall(guide: Guide, answers: Answers) -> Shortfall | None:
    """The hours audit, once one promise has both figures."""
    found = Shortfall(
        tuple(
            Promise(_cell(row, "promise"), _number(row, "needed"), _number(row, "given"))
            for row in _rows(guide, answers, "hours")
            if any(_cell(row, column) for column in ("promise", "needed", "given"))
        )
    )
    return found if found.complete else None


def cases(guide: Guide, answers: Answers) -> Cases | None:
    """Chosen against done last time, once every case has a choice or a pass."""
    found = []
    for question in guide.with_role("case"):
        if not isinstance(question, CaseQuestion):
            continue
        chosen = answers.text(question.id, "choice")
        if not chosen:
            return None
        last = answers.text(question.id, "last")
        sides = {option.id: option.side for option in question.options}
        lasts = {option.id: option.side for option in question.last_time}
        done = lasts.get(last, Side.NEITHER)
        found.append(
            Case(
                question.title,
                sides.get(chosen),
                chosen == PASS,
                None if done is Side.NEITHER else done,
            )
        )
    return Cases(tuple(found)) if found else None


def breaking_point(guide: Guide, answers: Answers) -> BreakingPoint | None:
    """From which rung on work comes first, once said."""
    question = _one(guide, "breaking_point", RungsQuestion)
    chosen = answers.text(question.id) if question else ""
    if question is None or not chosen:
        return None
    ids = [rung.id for rung in question.rungs]
    at = None if chosen == NEVER else ids.index(chosen)
    return BreakingPoint(tuple(rung.label for rung in question.rungs), at)


def sentence(guide: Guide, answers: Answers) -> Sentence | None:
    """The order in words, "A, even over B, until Z", once it is given."""
    question = _one(guide, "order", OrderQuestion)
    order = answers.order(question.id) if question else ()
    if question is None or len(order) < 2:
        return None
    options = {option.id: option for option in question.options}
    first, second = options[order[0]], options[order[1]]
    until = _text(guide, answers, "until").rstrip(".")
    return Sentence(first.sentence, first.side, second.sentence, until)


def answered(guide: Guide, answers: Answers) -> Answered:
    """What one person answered, to be held against each other; without what is incomplete."""
    chosen, breaking = cases(guide, answers), breaking_point(guide, answers)
    order, marked = sentence(guide, answers), purpose(guide, answers)
    wished, counted = priority(guide, answers), facts(guide, answers)
    return Answered(
        cases=tuple(_vote(case.chosen) for case in chosen.cases) if chosen else (),
        rungs=votes_on_rungs(len(breaking.rungs), [breaking.rung], 1) if breaking else (),
        order=_vote(order.first_side) if order else None,
        do=votes_of_do([(marked.outside.do, marked.inside.do, 1)], 1) if marked else None,
        wished=votes_on_scale({str(wished.wished): 1}, MIDDLE, 1) if wished else None,
        facts_inside=counted.inside,
        facts_outside=counted.outside,
    )


def _vote(side: Side | None) -> Votes:
    """One person's choice of a side; None is a pass."""
    return Votes(int(side is Side.INSIDE), int(side is Side.OUTSIDE), 1)


def suggestions(guide: Guide, answers: Answers) -> tuple[Match, ...]:
    """Offers that share words with another project's need; empty where there are none."""
    rows = _rows(guide, answers, "member_projects")
    needs = [(_cell(r, "project") or _cell(r, "whose"), _cell(r, "needs")) for r in rows]
    offers = [(_cell(r, "project") or _cell(r, "whose"), _cell(r, "offered")) for r in rows]
    ignore = frozenset(guide.ignored_words)
    return suggest([n for n in needs if n[1]], [o for o in offers if o[1]], ignore)


def created(guide: Guide, answers: Answers) -> Created | None:
    """The projects made together by where they came from, once one is named."""
    rows = [r for r in _rows(guide, answers, "co_created") if _cell(r, "project")]
    if not rows:
        return None
    return by_origin(
        Project(
            _cell(r, "project"),
            how_many_chose(_number(r, "how_many"), _cell(r, "chose")),
            _cell(r, "origin"),
        )
        for r in rows
    )


def outcome(
    guide: Guide,
    mode: Mode,
    answers: Answers,
    room: RoomOnMap | None = None,
    voted: Collection[str] = (),
) -> Outcome:
    """The one line of what came out that Home shows.

    Args:
        guide: what was asked.
        mode: alone or in a room.
        answers: what was answered.
        room: where a room's rounds put it on the map.
        voted: the questions that a room has voted on.
    """
    look_again = _text(guide, answers, "look_again")
    written = _text(guide, answers, "priority_sentence")
    if written:
        return Outcome("sentence", text=written, look_again=look_again)
    if room and room.kind:
        return Outcome("kind", do=room.kind, look_again=look_again)
    if room and room.standing is Standing.DIVIDED:
        return Outcome("divided", look_again=look_again)
    found = purpose(guide, answers)
    if found and found.apart and found.say.leaning != found.do.leaning:
        return Outcome("drift", say=found.say.leaning, do=found.do.leaning, look_again=look_again)
    if found:
        return Outcome("kind", do=found.do.kind, look_again=look_again)
    waiting = (s for s in guide.steps if not step_progress(guide, s, mode, answers, voted).complete)
    step = next(waiting, None) if len(answers) or voted else None
    if step:
        return Outcome("step", text=step.title, look_again=look_again)
    return Outcome("none", look_again=look_again)


def draft(guide: Guide, answers: Answers, question: TextQuestion, order: Sentence | None) -> str:
    """The question's draft sentence with earlier answers in its {role} places.

    A sentence of the draft (drafts are split at " | ") whose places are not all filled is left
    out; "" where nothing remains. `{first}` and `{over}` are what the order puts first and second,
    and none where nobody has put anything first.
    """
    ordered = {"first": order.first, "over": order.over} if order else {}
    kept = []
    for part in filter(None, question.draft.split(" | ")):
        filled = _filled(part, guide, answers, ordered)
        if filled:
            kept.append(filled)
    return " ".join(kept)


def _filled(part: str, guide: Guide, answers: Answers, ordered: Mapping[str, str]) -> str:
    values: dict[str, str] = {}
    for role in draft_roles(part):
        value = ordered.get(role) or _text(guide, answers, role).rstrip(".")
        if not value:
            return ""
        values[role] = value
    filled = _PLACE.sub(lambda place: values[place[1]], part)
    return filled[:1].upper() + filled[1:]


def draft_roles(text: str) -> tuple[str, ...]:
    """The roles named in the {places} of a draft."""
    return tuple(_PLACE.findall(text))


def missing_roles(guide: Guide, answers: Answers, roles: Iterable[str]) -> tuple[Question, ...]:
    """The questions of these roles that are not answered yet."""
    return tuple(
        question
        for role in roles
        for question in guide.with_role(role)
        if not is_answered(answers, question)
    )

"""Words what a workshop is set up with: its plans, and how long it takes in all."""

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import listed, quoted
from workbook.model import agenda
from workbook.model.guide import Guide, Plan
from workbook.model.workshop import Setup


def plan_title(plan: Plan) -> str:
    """How long a plan takes: "90 minutes"."""
    return ntr("{n} minute", "{n} minutes", plan.total).format(n=plan.total)


def plan_line(guide: Guide, plan: Plan) -> str:
    """What a plan leaves out, or that it leaves out nothing, and its break."""
    home = [quoted(step.title) for step in guide.steps if not plan.minutes.get(step.id)]
    if home:
        line = ntr("{steps} goes home on paper.", "{steps} go home on paper.", len(home))
        return line.format(steps=listed(home))
    pause = sum(plan.breaks.values())
    if pause:
        line = ntr(
            "All steps, with a break of {n} minute.",
            "All steps, with a break of {n} minutes.",
            pause,
        )
        return line.format(n=pause)
    return tr("All steps, without a break.")


def total_words(guide: Guide, setup: Setup) -> str:
    """How long the whole takes, with what of it is break and what is reserve.

    Raises:
        KeyError: where the guide has no such plan.
    """
    whole = agenda.total(guide, setup) // 60
    pause = sum(b.seconds for b in agenda.agenda(guide, setup) if b.phase == agenda.BREAK) // 60
    spare = agenda.buffer(guide, setup) // 60
    if pause and spare:
        words = ntr(
            "{n} minute in all, with a break of {pause} and {spare} in reserve.",
            "{n} minutes in all, with a break of {pause} and {spare} in reserve.",
            whole,
        )
    elif pause:
        words = ntr(
            "{n} minute in all, with a break of {pause}.",
            "{n} minutes in all, with a break of {pause}.",
            whole,
        )
    elif spare:
        words = ntr(
            "{n} minute in all, {spare} of them in reserve.",
            "{n} minutes in all, {spare} of them in reserve.",
            whole,
        )
    else:
        words = ntr("{n} minute in all.", "{n} minutes in all.", whole)
    return words.format(n=whole, pause=pause, spare=spare)

"""Words the time of a workshop: what is left, how late it is, when it ends, who gives minutes back.

Numbers stand in Western digits, moments on this machine's clock.
"""

import math
from datetime import datetime, timedelta

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import time_of_day
from workbook.catalogue.words import listed
from workbook.model.guide import Guide
from workbook.model.replanning import Gives, Replan
from workbook.model.timing import minutes_late


def countdown_words(left: float) -> str:
    """The seconds left of a phase as a countdown: "6:40", and "+1:20" over time.

    A begun second still shows, so that "0:00" is shown when the time is up and no sooner.
    """
    seconds = _whole(left)
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"


def spoken_countdown(left: float) -> str:
    """The seconds left of a phase as they are said: "6 minutes 40 seconds left"."""
    seconds = _whole(left)
    if seconds == 0:
        return tr("Time is up")
    time = _time(abs(seconds))
    return (tr("{time} left") if seconds > 0 else tr("{time} over time")).format(time=time)


def _whole(left: float) -> int:
    return math.ceil(round(left, 3))  # a float may lose a little, which is no second


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    of_rest = ntr("{n} second", "{n} seconds", rest).format(n=rest)
    if minutes and rest:
        # Translators: a time: "6 minutes" and "40 seconds".
        return tr("{minutes} {seconds}").format(minutes=_minutes(minutes), seconds=of_rest)
    return of_rest if rest else _minutes(minutes)


def _minutes(n: int) -> str:
    return ntr("{n} minute", "{n} minutes", n).format(n=n)


def late_words(late: float) -> str:
    """How late a workshop will end, given in seconds: "4 min late", "On time", "2 min ahead"."""
    minutes = minutes_late(late)
    if minutes == 0:
        return tr("On time")
    return (tr("{n} min late") if minutes > 0 else tr("{n} min ahead")).format(n=abs(minutes))


def ends_words(late: float, promised: datetime) -> str:
    """When a workshop will end: "Ends 16:34 instead of 16:30.", "Ends 16:30." on time.

    The end is the promised one and the whole minutes of `late_words`, so that the two agree.

    Args:
        late: seconds after the promised end.
        promised: an aware moment.
    """
    minutes = minutes_late(late)
    end = time_of_day(promised + timedelta(minutes=minutes))
    if minutes == 0:
        return tr("Ends {time}.").format(time=end)
    return tr("Ends {time} instead of {promised}.").format(time=end, promised=time_of_day(promised))


def give_words(guide: Guide, found: Replan) -> str:
    """Who can give time: "Step 4 can give 4 minutes back."; "" where nobody needs to or can."""
    if not found.gives:
        return ""
    numbers = [str(_number(guide, give.step)) for give in found.gives]
    words = ntr(
        "Step {steps} can give {minutes} back.",
        "Steps {steps} can give {minutes} back.",
        len(numbers),
    )
    return words.format(steps=listed(numbers), minutes=_minutes(found.minutes))


def before_and_after(guide: Guide, give: Gives) -> str:
    """One step of a proposal: "4 · Why both is rare: 3 minutes instead of 7"."""
    return tr("{number} · {title}: {after} instead of {before}").format(
        number=_number(guide, give.step),
        title=guide.step(give.step).title,
        after=_minutes(give.after),
        before=give.before,
    )


def replan_words(found: Replan, promised: datetime) -> str:
    """What a proposal leads to: "Then it ends at 16:30, as promised.", or how late it stays.

    Where nothing can be given, or nothing has to be, it says so; `promised` is an aware moment.
    """
    if not found.gives and minutes_late(found.late_before) <= 0:
        sooner = promised + timedelta(minutes=minutes_late(found.late_before))
        return tr("Nothing has to be given up: it ends at {time}.").format(time=time_of_day(sooner))
    minutes = max(0, minutes_late(found.late_after))
    end = time_of_day(promised + timedelta(minutes=minutes))
    if minutes == 0:
        return tr("Then it ends at {time}, as promised.").format(time=end)
    if not found.gives:
        return tr("No step to come can give minutes. It ends at {time}.").format(time=end)
    return ntr(
        "Then it ends at {time}, {n} minute late.",
        "Then it ends at {time}, {n} minutes late.",
        minutes,
    ).format(time=end, n=minutes)


def _number(guide: Guide, step: str) -> int:
    """The number of a step as the rail counts: the first one, the setting, is 0."""
    return guide.steps.index(guide.step(step))

"""Words dates, times and numbers, and reads a date that a person typed."""

import re
from datetime import date, datetime, time

from workbook.catalogue import tr

_MINUS = "\N{MINUS SIGN}"  # a hyphen would be read as one, and may part from its number
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h]?([0-5][0-9])")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})")
_NAMED_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?,?\s+(\d{4})")
_NAMED_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})")


def _months() -> list[str]:
    # Translators: the months as they stand in a date, separated by spaces.
    return tr(
        "January February March April May June July August September October November December"
    ).split()


def _short_months() -> list[str]:
    # Translators: the months in short as they stand in a date, separated by spaces.
    return tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()


def long_date(day: date) -> str:
    """A date in full: "22 November 2026"."""
    # Translators: a date; put the parts in your order.
    pattern = tr("{day} {month} {year}")
    return pattern.format(day=day.day, month=_months()[day.month - 1], year=day.year)


def day_of(typed: str, changed: datetime) -> date:
    """The day of a session: the date that was written in it, else, or where none can be read in
    that, the one on this machine's clock when it was last changed.
    """
    return read_date(typed) or changed.astimezone().date()


def short_date(day: date, today: date) -> str:
    """A date as seen from today: "3 Nov" within this year, else "3 Nov 2025"."""
    month = _short_months()[day.month - 1]
    if day.year == today.year:
        # Translators: a date within this year; put the parts in your order.
        return tr("{day} {month}").format(day=day.day, month=month)
    return tr("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def time_of_day(moment: datetime) -> str:
    """The time of an aware moment on this machine's clock: "14:03"."""
    return f"{moment.astimezone():%H:%M}"


def when(moment: datetime, now: datetime) -> str:
    """An aware moment as seen from now: "Today 14:03", else its short date."""
    day, today = moment.astimezone().date(), now.astimezone().date()
    if day == today:
        return tr("Today {time}").format(time=time_of_day(moment))
    return short_date(day, today)


def number(value: float) -> str:
    """A number with at most two decimals and none that say nothing: "4.5", "3", "−0.05".

    Raises:
        ValueError: where it is no number (NaN).
        OverflowError: where it is infinite.
    """
    rounded = round(value, 2)
    sign = _MINUS if rounded < 0 else ""
    if rounded == int(rounded):
        return f"{sign}{abs(int(rounded))}"
    whole, part = f"{abs(rounded):.2f}".rstrip("0").split(".")
    # Translators: a number with its decimal sign.
    return sign + tr("{whole}.{decimals}").format(whole=whole, decimals=part)


def read_date(text: str) -> date | None:
    """The date a person typed, None where it is none for certain.

    Read are "1 February 2027", "1 Feb 2027", "February 1, 2027", "2027-02-01", and "1/2/2027" with
    the day first, as in Britain. A date without a year, or with one of two digits, is not guessed.
    """
    text = _ORDINAL.sub("", text.strip().casefold())
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _date(int(found[4]), int(found[3]), int(found[1]))
    if found := _NAMED_DAY_FIRST.fullmatch(text):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NAMED_MONTH_FIRST.fullmatch(text):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(name: str) -> int | None:
    """The month, 1 to 12, that a casefolded name or its beginning of three letters or more means,
    None where it means none or several.
    """
    shorts = [short.casefold().rstrip(".") for short in _short_months()]
    if name in shorts:
        return shorts.index(name) + 1
    longs = [long.casefold() for long in _months()]
    begun = [at for at, long in enumerate(longs, 1) if len(name) >= 3 and long.startswith(name)]
    return begun[0] if len(begun) == 1 else None


def _date(year: int, month: int | None, day: int) -> date | None:
    if month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # the 31st of February: what was typed is no date
        return None


def read_time(text: str) -> time | None:
    """The time of day that is typed: "14:00", "9.30", "14h15", "0900"; None where it is none."""
    found = _TIME.fullmatch(text.strip())
    return time(int(found[1]), int(found[2])) if found else None

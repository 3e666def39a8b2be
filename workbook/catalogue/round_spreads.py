"""Words how the marks of a room lie: scales, statements that were rated, the purpose map."""

from collections.abc import Sequence

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import number
from workbook.catalogue.purpose import drift_sentence, kind_lead
from workbook.catalogue.readings import agreement_words
from workbook.catalogue.round_parts import (
    clauses,
    fitting,
    names_all,
    passed,
    passes_clause,
    titled,
    withheld_words,
)
from workbook.catalogue.words import Words, capitalised, listed, quoted, sentences
from workbook.readings.distribution import Agreement, Distribution
from workbook.readings.group import MapOfRoom, Spread, SpreadList
from workbook.readings.movement import Movement


def spread_words(found: Spread) -> Words:
    """How far the marks agree, where they lie and how they moved."""
    if found.withheld:
        return withheld_words(found.passes)
    if found.now is None:
        return Words(tr("Nobody has marked this."), passed(found.passes))
    figures = clauses(*_figures(found, found.now), passes_clause(found.passes))
    same = names_all(found.now.n) if _one_place(found.now) else ""
    return Words(_spread_lead(found.now, found.before), sentences(figures, same))


def _one_place(now: Distribution) -> bool:
    return max(now.counts) == now.n


def _spread_lead(now: Distribution, before: Distribution | None) -> str:
    if _one_place(now):
        return ntr("One mark, at {at}.", "All {n} marks stand at {at}.", now.n).format(
            n=now.n, at=number(now.median)
        )
    word, was = now.agreement_word, before.agreement_word if before else None
    if now.agreement is None or word is None:
        return tr("{n} marks, at two places.").format(n=now.n)
    if was is None:
        return agreement_words(now.agreement).lead
    if word is was:
        return tr("{word}, as before.").format(word=capitalised(agreement_name(word)))
    return tr("{word}, was {before} before.").format(
        word=capitalised(agreement_name(word)), before=agreement_name(was)
    )


def agreement_name(word: Agreement) -> str:
    """How far marks agree, as it stands in a sentence: "scattered"."""
    return {
        Agreement.ALIGNED: tr("aligned"),
        Agreement.SPREAD: tr("spread"),
        Agreement.SCATTERED: tr("scattered"),
        Agreement.SPLIT: tr("split"),
    }[word]


def _figures(found: Spread, now: Distribution) -> tuple[str, ...]:
    return (
        _middle(now) if now.n > 1 else "",
        _agreement_figure(now, found.before),
        _movement_clause(found.movement),
    )


def _agreement_figure(now: Distribution, before: Distribution | None) -> str:
    if now.agreement is None or now.n < 2:
        return ""
    if before is None or before.agreement is None:
        return tr("agreement\N{NO-BREAK SPACE}{now}").format(now=number(now.agreement))
    return tr("agreement\N{NO-BREAK SPACE}{now}, was\N{NO-BREAK SPACE}{before}").format(
        now=number(now.agreement), before=number(before.agreement)
    )


def _middle(now: Distribution) -> str:
    if now.lower == now.upper:
        words = tr("middle mark {median}, half of them at {lower}")
    else:
        words = tr("middle mark {median}, half of them from {lower} to {upper}")
    return words.format(median=number(now.median), lower=number(now.lower), upper=number(now.upper))


def _movement_clause(found: Movement | None) -> str:
    if found is None:
        return ""
    if not found.moved:
        return ntr("nobody moved, of {n} slip", "nobody moved, of {n} slips", found.joined).format(
            n=found.joined
        )
    words = tr("{closer} moved closer to the middle, {further} away").format(
        closer=found.closer, further=found.further
    )
    across = found.moved - found.closer - found.further
    if across:
        # Translators: people who moved to the other side of the middle, as far from it as before.
        words = tr("{moves}, {n} across it").format(moves=words, n=across)
    return ntr("{moves}, of {n} slip", "{moves}, of {n} slips", found.joined).format(
        moves=words, n=found.joined
    )


def list_words(found: SpreadList) -> Words:
    """Which statement stands out, of the pulse the lowest, else the strongest; and each alone."""
    shown = [(item, item.now) for item in found.items if item.now is not None]
    items = tuple(_list_item(item) for item in found.items)
    if not shown:
        if any(item.withheld for item in found.items):
            return withheld_words(0)
        return Words(tr("Nobody has rated these."), "", items)
    pulse = found.role == "pulse"
    medians = [now.median for _, now in shown]
    at = min(medians) if pulse else max(medians)
    leading = [item for item, now in shown if now.median == at]
    lead = _list_lead(leading, number(at), pulse=pulse, alike=len(leading) == len(shown))
    names = ""
    if 1 < len(leading) < len(shown):
        names = tr("They are {names}.").format(
            names=listed([quoted(item.title) for item in leading])
        )
    why = tr("A pulse of one moment, not a measured scale.") if pulse else ""
    return Words(lead, sentences(names, why), items)


def _list_lead(leading: Sequence[Spread], median: str, *, pulse: bool, alike: bool) -> str:
    figures = {"n": len(leading), "median": median, "high": leading[0].high}
    if len(leading) == 1:
        words = tr("Strongest, median {median} of {high}: “{name}”.")
        if pulse:
            words = tr("Lowest, median {median} of {high}: “{name}”.")
        return fitting(words, leading[0].title, **figures)
    if alike:
        words = tr("All of these stand alike, median {median} of {high}.")
    elif pulse:
        words = tr("{n} are lowest alike, median {median} of {high}.")
    else:
        words = tr("{n} are strongest alike, median {median} of {high}.")
    return words.format(**figures)


def _list_item(item: Spread) -> str:
    if item.withheld:
        said = tr("fewer than five answered, so nothing is shown")
    elif item.now is None:
        said = tr("nobody has rated it")
    else:
        found = item.now.agreement_word
        word = "" if found is None else agreement_name(found)
        said = "; ".join(part for part in (word, *_figures(item, item.now)) if part)
    return titled(item.title, said, passes_clause(item.passes))


def map_words(found: MapOfRoom) -> Words:
    """What the essay's definition calls the group by the medians of its marks."""
    if found.withheld:
        return withheld_words(0)
    if found.do is None:
        return Words(tr("Nobody has marked what we do on both scales."))
    lead, why = kind_lead(found.do)
    rests = tr(
        "By the medians, what you do stands at {inside} for each other and {outside} for "
        "the outside."
    ).format(inside=number(found.do.inside), outside=number(found.do.outside))
    drift = drift_sentence(found.say, found.do) if found.say else ""
    return Words(lead, sentences(rests, _map_before(found), why, drift, _points(found)))


def _map_before(found: MapOfRoom) -> str:
    if found.before is None:
        return ""
    if found.before == found.do:
        return tr("In the round before, it stood there too.")
    return tr(
        "In the round before, it stood at {inside} for each other and {outside} for the outside."
    ).format(inside=number(found.before.inside), outside=number(found.before.outside))


def _points(found: MapOfRoom) -> str:
    people = sum(n for *_, n in found.points)
    if not people:
        return tr(
            "Single places are not shown: too few marked both scales, or so few only one of them "
            "that they could be told."
        )
    return ntr("{n} person marked both.", "{n} people marked both.", people).format(n=people)

"""Words what members made together, and which offers may meet whose needs."""

from collections.abc import Sequence

from workbook.catalogue import ntr, tr
from workbook.catalogue.outcome import LINE
from workbook.catalogue.words import Words, listed, quoted, sentences, shorten
from workbook.readings.created import Created, Project
from workbook.readings.impact import Match


def created_words(found: Created) -> Words:
    """Which projects of members are alive; what was set from the top apart, with how many joined,
    and what is not counted because something was not said.
    """
    alive_means = tr("Alive means here that two or more people chose it.") if found.counted else ""
    return Words(
        _created_lead(found),
        sentences(alive_means, _uncounted(found), _from_top(found.top), _unsaid(found.unsaid)),
    )


def _created_lead(found: Created) -> str:
    n, living = len(found.counted), len(found.alive)
    if not found.members:
        return tr("No project yet that members chose themselves.")
    if not n:
        return ntr(
            "How many chose the project is not written down yet.",
            "How many chose the projects is not written down yet.",
            len(found.members),
        )
    if n == 1:
        alone = tr("The co-created project is alive.")
        return alone if living else tr("The co-created project is not alive yet.")
    if not living:
        lead = ntr(
            "None of the {n} co-created projects is alive yet.",
            "None of the {n} co-created projects is alive yet.",
            n,
        )
    elif living < n:
        lead = ntr(
            "{living} of {n} co-created projects is alive.",
            "{living} of {n} co-created projects are alive.",
            living,
        )
    elif n == 2:
        return tr("Both co-created projects are alive.")
    else:
        lead = ntr(
            "All {n} co-created projects are alive.", "All {n} co-created projects are alive.", n
        )
    return lead.format(living=living, n=n)


def _uncounted(found: Created) -> str:
    """Of which projects of members there is no number, unless the lead has said so of all."""
    if not found.counted or not found.uncounted:
        return ""
    words = tr("Not counted, because it is not written down how many chose to join: {names}.")
    return words.format(names=_names(found.uncounted))


def _from_top(projects: Sequence[Project]) -> str:
    if not projects:
        return ""
    each = tr("{name}, {joined}")
    return tr("Set from the top, and told apart: {projects}.").format(
        projects="; ".join(
            each.format(name=_name(project), joined=_joined(project.chose)) for project in projects
        )
    )


def _joined(chose: int | None) -> str:
    if chose is None:
        return tr("with no number of who chose to join")
    if not chose:
        return tr("which nobody chose to join")
    words = ntr("which {n} person chose to join", "which {n} people chose to join", chose)
    return words.format(n=chose)


def _unsaid(projects: Sequence[Project]) -> str:
    if not projects:
        return ""
    return tr("Not counted, because it is not said where it came from: {names}.").format(
        names=_names(projects)
    )


def _names(projects: Sequence[Project]) -> str:
    return listed([_name(project) for project in projects])


def _name(project: Project) -> str:
    return quoted(shorten(project.name, LINE))


def alive_of_counted(found: Created) -> str:
    """How many of the members' projects are alive, of those whose number is known: "2 of 3"."""
    living, n = len(found.alive), len(found.counted)
    return tr("{alive} of {n}").format(alive=living, n=n) if living else tr("none yet")


def matches_words(found: tuple[Match, ...]) -> Words:
    """Offers that may meet needs, each as an item."""
    if not found:
        return Words(
            tr("No offer shares a telling word with a need yet."),
            tr("Only words are compared, so people may still see one."),
        )
    n = len(found)
    lead = ntr("{n} offer may meet a need.", "{n} offers may meet needs.", n).format(n=n)
    offers = len({(match.offering, match.offer) for match in found})
    if offers < n:
        lead = tr("{n} pairs of an offer and a need may fit.").format(n=n)
    items = tuple(
        tr("Offered around {offering}: {offer}. Needed for {project}: {need}.").format(
            offering=match.offering,
            offer=quoted(match.offer),
            project=match.project,
            need=quoted(match.need),
        )
        for match in found
    )
    why = ntr(
        "They share a word; only the people can tell whether they fit.",
        "Each shares a word with the need; only the people can tell whether they fit.",
        n,
    )
    return Words(lead, why, items)

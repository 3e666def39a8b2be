"""Made the libraries beside it, each once: `python -m tests.files.make_library FILE`.

They are what such a library looks like for ever: never make one again that was shipped. When a
migration is added, make `library-<number>.sqlite` with the program as it is then, and keep the
older ones. `library-1.sqlite` was made with version 0.1.0 and has no workshop; `library-2.sqlite`
keeps neither the people in a round nor what consent was asked to.
"""

import shutil
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.storage.small_guide import small_guide
from workbook import operations
from workbook.model.answers import Key, Record
from workbook.model.session import Place
from workbook.model.workshop import (
    Clock,
    Counts,
    Person,
    Proposal,
    Quorum,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.storage import round_rows, workshop_rows
from workbook.storage.database import Library

_TIME = datetime(2026, 11, 3, 14, 3, 0, 5, tzinfo=UTC)
_SAY, _DO = Spot("purpose.inside", "say"), Spot("purpose.inside", "do")
_OUTSIDE = Spot("purpose.outside", "do")
_ROUNDS = {
    Round(
        RoundId("purpose", 1),
        ("purpose.inside", "purpose.outside"),
        secret=True,
        state=RoundState.REVEALED,
        ballots=7,
    ): Counts(
        answers={_SAY: {"8": 6, "10": 1}, _DO: {"3": 4, "4": 2}},
        passes={_DO: 1, _OUTSIDE: 4},
        withheld=frozenset({_OUTSIDE}),
        pairs={(_SAY, _DO): {("8", "3"): 4, ("8", "4"): 2}},
    ),
    Round(
        RoundId("purpose", 2),
        ("purpose.inside",),
        secret=True,
        state=RoundState.CLOSED,
        ballots=6,
    ): Counts(
        answers={_DO: {"3": 2, "4": 4}},
        moves={_DO: {("3", "3"): 2, ("3", "4"): 2, ("4", "4"): 1}},
    ),
    Round(
        RoundId("purpose", 3),
        ("purpose.inside",),
        secret=True,
        state=RoundState.WITHHELD,
        ballots=3,
    ): Counts(passes={_DO: 1}, withheld=frozenset({_SAY, _DO})),
    Round(
        RoundId("rare", 1), ("rare.pressures",), secret=False, state=RoundState.REVEALED, ballots=2
    ): Counts(answers={Spot("rare.pressures", "branding"): {"0": 2}}),
    Round(RoundId("rare", 2), ("rare.pressures",), secret=False): Counts(),
}

# What library-3.sqlite keeps beside that.
_KEPT = {
    RoundId("purpose", 1): {"people": 7},
    RoundId("purpose", 2): {"people": 6, "proposal": Proposal("We sing.\n", "People first.")},
}

WORKSHOP_ID = "divers2345"
_WORKSHOP = Workshop(
    Setup(
        plan="hour",
        people=7,
        minutes={"purpose": 40, "setting": 0},
        names=(Person("p1", "Inès"), Person("p2", "Bo")),
        keep_names=True,
        open_steps=frozenset({"rare"}),
        slips=True,
        sound=True,
    ),
    Clock(
        step="purpose",
        phase="talk",
        started=_TIME,
        promised=_TIME + timedelta(hours=1),
        since=_TIME + timedelta(minutes=20),
        spent=12.5,
        added=60,
    ),
    tuple(_ROUNDS),
    {found.id: counts for found, counts in _ROUNDS.items() if found.over},
)
# The workshop as the library of each version says it.
WORKSHOPS = {
    2: _WORKSHOP,
    3: replace(
        _WORKSHOP,
        setup=replace(_WORKSHOP.setup, quorum=Quorum.TWO_THIRDS),
        rounds=tuple(replace(r, **_KEPT.get(r.id, {})) for r in _WORKSHOP.rounds),
    ),
}
WORKSHOP = WORKSHOPS[max(WORKSHOPS)]


def main(target: Path) -> None:
    """Make a library of a reflection, a workshop, and another in the trash."""
    with tempfile.TemporaryDirectory() as folder:
        ids = iter(["bridge2345", "cellar6789", WORKSHOP_ID])
        library = Library.open(
            Path(folder),
            clock=lambda: _TIME,
            new_id=lambda: next(ids),
        )
        with closing(library):
            _fill(library)
        shutil.copyfile(library.path, target)


def _fill(library: Library) -> None:
    guide = small_guide()
    fact: Record = {"source": "money", "fact": "The till", "hours": 2.5}
    bridge = operations.new_reflection(library, guide).session.id
    operations.set_answers(
        library,
        guide,
        bridge,
        {
            Key("setting.group"): "The Bridge Café",
            Key("setting.why"): "Two people left\nin one month.",
            Key("purpose.inside", "say"): 8,
            Key("purpose.inside", "do"): 4,
            Key("purpose.outside", "say"): 3,
            Key("purpose.outside", "do"): 7,
            Key("purpose.evidence"): (fact,),
            Key("rare.pressures", "branding"): 3,
            Key("rare.pressures", "branding.note"): "Posters first.",
        },
    )
    operations.set_scratch(library, bridge, "Ask Ines.")
    operations.remember_place(
        library, bridge, Place("purpose", "purpose.all", "kind.fit", "reason")
    )
    cellar = operations.new_reflection(library, guide, plan="hour").session.id
    operations.rename(library, cellar, "Cellar choir")
    operations.move_to_trash(library, cellar)
    divers = operations.new_reflection(library, guide, plan="hour").session.id
    operations.rename(library, divers, "The divers")
    with library.writing() as writing:
        workshop_rows.put_setup(writing, divers, WORKSHOP.setup)
        workshop_rows.put_clock(writing, divers, WORKSHOP.clock)
        for found in WORKSHOP.rounds:
            round_rows.put(writing, divers, found)
        for round_id, counts in WORKSHOP.counts.items():
            round_rows.put_counts(writing, divers, round_id, counts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

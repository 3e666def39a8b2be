"""Made `library-1.sqlite`, once, with version 0.1.0: `python -m tests.files.make_library FILE`.

It is what such a library looks like for ever: never make it again. When a migration is added,
make `library-<number>.sqlite` with the program as it is then, and keep the older ones.
"""

import shutil
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.storage.small_guide import small_guide
from workbook import operations
from workbook.model.answers import Key, Record
from workbook.model.session import Place
from workbook.storage.database import Library


def main(target: Path) -> None:
    """Make a library of two sessions, one of them in the trash."""
    with tempfile.TemporaryDirectory() as folder:
        ids = iter(["bridge2345", "cellar6789"])
        library = Library.open(
            Path(folder),
            clock=lambda: datetime(2026, 11, 3, 14, 3, 0, 5, tzinfo=UTC),
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


if __name__ == "__main__":
    main(Path(sys.argv[1]))

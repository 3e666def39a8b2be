"""With 500 people: a ballot keyed until it is stored and counted on both screens, a round revealed
until its picture is drawn on both, and answers to 30 questions imported from a CSV file.

Each is compared with the time that is promised, and with something bare.
"""

import csv
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import Row
from tests.benchmarks._turns import rest, seen, until
from workbook import operations
from workbook.guides import load_guide
from workbook.model.guide import Guide
from workbook.model.spots import spots
from workbook.model.workshop import RoundId, Setup, Spot
from workbook.operations.importing import guess_columns, read_ballots, read_sheet
from workbook.operations.rehearsing import invented_ballots
from workbook.operations.workshops import new_workshop, open_round, store_ballots
from workbook.storage.ballot_files import FOLDER
from workbook.ui.start import Program
from workbook.ui.wall.view import WallView
from workbook.ui.wall.window import WallWindow
from workbook.ui.widgets.chart_canvas import ChartCanvas, render
from workbook.ui.workshop.cockpit.cockpit import Cockpit
from workbook.ui.workshop.next_round import is_vote
from workbook.ui.workshop.voting.keys import choices
from workbook.ui.workshop.voting.vote_page import VotePage

PEOPLE = 500
BALLOT, REVEAL, IMPORT = 16.0, 100.0, 1000.0  # milliseconds
LARGEST = "wrong"  # the step whose ballot has the most answers
KEYED = 40  # ballots that are timed
QUESTIONS = 30  # columns of the imported file
IMPORTS = 7
BALLOT_LIMIT, REVEAL_LIMIT, IMPORT_LIMIT = 4.0, 4.0, 20.0  # over something bare


def measure() -> list[Row]:
    """All three, in a workshop of their own."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = operations.open_library(Path(folder))
        program = Program(app, library)
        program.charts.warm_up()
        program.charts.finish()
        program.window.showNormal()  # on whatever screen there is
        program.window.resize(1280, 800)
        change = new_workshop(library, load_guide(), "River Street Makers", Setup("90", PEOPLE))
        program.window.open_session(change.session.id)
        cockpit = program.window.workspace
        assert isinstance(cockpit, Cockpit)
        cockpit.wall_button.click()
        rest(app, 2500)  # pages are built ahead
        rows = [*_key_ballots(app, cockpit, Path(folder)), *_reveal(app, cockpit)]
        program.window.close()
        program.close()
    return [*rows, *_import()]


def _vote(cockpit: Cockpit, step: str) -> VotePage:
    """Go to where a step is voted on, and open a round if none is."""
    running = cockpit.running
    phases = running.guide.step(step).phases
    running.go_to(step, next(phase.id for phase in phases if is_vote(phase)))
    page = cockpit.current
    assert isinstance(page, VotePage)
    if running.open is None:
        page.collect.opening.open_button.click()
    return page


# --------------------------------------------------------------------------------------- a ballot


def _key_ballots(app: QApplication, cockpit: Cockpit, folder: Path) -> list[Row]:
    """The last key of a slip, until the ballot is on disk and its count painted."""
    running, page = cockpit.running, _vote(cockpit, LARGEST)
    until(app, lambda: running.open is not None)
    asked = running.open.questions if running.open else ()
    running.ballots.take(invented_ballots(running.guide, asked, PEOPLE - KEYED, seed=1))
    until(app, lambda: not running.unsaved)
    keys = [_key(running.guide, spot) for spot in running.ballots.spots()]
    (file,) = (folder / FOLDER).glob("*.json")
    ours, bare = [], []
    for _ in range(KEYED):
        for key in keys[:-1]:
            QTest.keyClicks(page.collect.panels.slips.field, key)
        rest(app, 30)
        ours.append(_timed(partial(_finish, app, cockpit, page, keys[-1])))
        bare.append(_timed(partial(_write, folder / "bare", file.read_bytes())))
    stored, written_bare = median(ours), median(bare)
    name = f"a ballot of {len(keys)} answers, the last of {PEOPLE}, stored and counted"
    return [
        Row(name, stored, BALLOT, stored / BALLOT, 1.0),
        Row(
            "the same, over a bare file", stored, written_bare, stored / written_bare, BALLOT_LIMIT
        ),
    ]


def _finish(app: QApplication, cockpit: Cockpit, page: VotePage, key: str) -> None:
    before = cockpit.running.ballots.count()
    QTest.keyClicks(page.collect.panels.slips.field, key)
    app.processEvents()
    while cockpit.running.unsaved:
        app.processEvents()
    if str(before + 1) not in page.collect.count.text():
        raise RuntimeError("the ballot was not counted")


def _key(guide: Guide, spot: Spot) -> str:
    return choices(guide.questions[spot.question], spot.mark)[0].key


def _write(path: Path, data: bytes) -> None:
    """Replace a file as a ballot box must, and nothing more: on disk before it is counted, its name
    in the folder too, and no time of the ballot left on either.
    """
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.utime(part, (0, 0))
    part.replace(path)
    os.utime(path.parent, (0, 0))
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


# ------------------------------------------------------------------------------------- the reveal


def _reveal(app: QApplication, cockpit: Cockpit) -> list[Row]:
    """Every step's first round, from the click until the picture stands on both screens."""
    running = cockpit.running
    ours: list[tuple[float, float]] = []
    for step in [step.id for step in running.guide.steps if step.ballot]:
        page = _vote(cockpit, step)
        until(app, lambda: running.open is not None)
        missing = PEOPLE - running.ballots.count()
        running.ballots.take(invented_ballots(running.guide, running.step.ballot, missing, seed=2))
        page.collect.close_button.click()
        until(app, lambda: running.round is not None and running.round.over)
        rest(app, 200)
        took = _timed(partial(_show, app, page))
        bare = _timed(partial(_draw_bare, seen(app)))
        ours.append((took, bare))
        rest(app, 300)
    slowest, drawn = max(ours)
    middle = median(took for took, _ in ours)
    return [
        Row(
            f"a reveal for {PEOPLE} on both screens, in the middle",
            middle,
            REVEAL,
            middle / REVEAL,
            1,
        ),
        Row("the slowest reveal", slowest, REVEAL, slowest / REVEAL, 1.0),
        Row("the same, over its two charts", slowest, drawn, slowest / drawn, REVEAL_LIMIT),
    ]


def _show(app: QApplication, page: VotePage) -> None:
    """Press Reveal, and wait until the picture is painted in the cockpit and on the wall."""
    here, wall = page.reveal._canvas, _wall(app)
    page.reveal.reveal_button.click()
    while not (here.isVisible() and here.fresh and wall.value.picture and wall.fresh):
        app.processEvents()
    app.processEvents()


def _wall(app: QApplication) -> WallView:
    (window,) = [top for top in app.topLevelWidgets() if isinstance(top, WallWindow)]
    return window.view


def _draw_bare(canvases: Sequence[ChartCanvas]) -> None:
    for canvas in canvases:
        if canvas._spec is not None:
            render(canvas._spec, canvas._style, canvas.width(), canvas.height(), 1.0)


# ------------------------------------------------------------------------------------- the import


def _import() -> list[Row]:
    """From the file to the ballots on disk, in turn with a bare reading of its rows."""
    guide = load_guide()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = operations.open_library(folder / "library")
        step = guide.step(LARGEST)
        session = new_workshop(library, guide, "Makers", Setup("90", PEOPLE)).session
        open_round(library, session.id, step.id, step.ballot, secret=True)
        every = [(q, spot) for q in guide.questions.values() for spot in spots(q)]
        asked = tuple(islice((spot for _, spot in every), QUESTIONS))
        voted = tuple(dict.fromkeys(spot.question for spot in asked))
        file = folder / "answers.csv"
        _write_form(guide, voted, asked, file)

        def ours() -> None:
            sheet = read_sheet(file)
            guess_columns(guide, voted, sheet)
            found = read_ballots(guide, voted, sheet, dict(enumerate(asked)))
            if found.unreadable or found.ballots.total() != PEOPLE:
                raise RuntimeError("not all answers were read")
            store_ballots(library, session, RoundId(step.id, 1), found.ballots)

        def bare() -> None:
            with file.open(encoding="utf-8", newline="") as opened:
                rows = Counter(map(tuple, csv.reader(opened)))
            _write(folder / "bare", repr(rows).encode())

        times = [(_timed(ours), _timed(bare)) for _ in range(IMPORTS)]
        library.close()
    took, plain = median(each for each, _ in times), median(each for _, each in times)
    return [
        Row(f"{PEOPLE} × {QUESTIONS} answers imported from CSV", took, IMPORT, took / IMPORT, 1.0),
        Row("the same, over a bare reading", took, plain, took / plain, IMPORT_LIMIT),
    ]


def _write_form(guide: Guide, voted: Sequence[str], asked: Sequence[Spot], file: Path) -> None:
    """A form's export, a column for each spot, the words of a choice in its cells."""
    named = {
        spot: {c.id: c.name for c in choices(guide.questions[spot.question], spot.mark)}
        for spot in asked
    }
    headers = [f"{guide.questions[spot.question].prompt} [{spot.mark}]" for spot in asked]
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(headers)
        for ballot in invented_ballots(guide, voted, PEOPLE, seed=3).elements():
            writer.writerow([named[spot].get(ballot.get(spot) or "", "") for spot in asked])


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000

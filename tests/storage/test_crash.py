"""What is stored outlives the program, however it ends."""

import subprocess
import sys
from pathlib import Path

from workbook.model.answers import Key
from workbook.operations import open_session
from workbook.storage.database import Library

ANSWER_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.storage.small_guide import small_guide
from workbook.model.answers import Key
from workbook.operations import new_reflection, open_library, set_answers
library = open_library(Path(sys.argv[1]))
session = new_reflection(library, small_guide()).session
print(session.id, flush=True)
set_answers(library, small_guide(), session.id, {Key("setting.why"): "Because."})
os.kill(os.getpid(), signal.SIGKILL) if hasattr(signal, "SIGKILL") else os._exit(9)
"""

DIE_HALF_WAY = """
import os, sys
from pathlib import Path
from workbook.operations import open_library
library = open_library(Path(sys.argv[1]))
with library.writing() as writing:
    writing.execute("UPDATE answers SET value = '\\"Half.\\"'")
    os._exit(9)
"""


def run(program: str, folder: Path) -> str:
    """What a program prints that is killed."""
    ended = subprocess.run(
        [sys.executable, "-c", program, folder], capture_output=True, text=True, check=False
    )
    assert ended.stderr == ""
    assert ended.returncode != 0
    return ended.stdout.strip()


def answer(folder: Path, session_id: str) -> object:
    library = Library.open(folder)
    found = open_session(library, session_id).answers.get(Key("setting.why"))
    library.close()
    return found


def test_an_answer_is_there_after_the_program_was_killed(folder: Path) -> None:
    session_id = run(ANSWER_AND_DIE, folder)
    assert answer(folder, session_id) == "Because."


def test_a_change_is_not_there_when_the_program_was_killed_within_it(folder: Path) -> None:
    session_id = run(ANSWER_AND_DIE, folder)
    run(DIE_HALF_WAY, folder)
    assert answer(folder, session_id) == "Because."

"""Ctrl-C in the terminal closes the window as a person would: nothing is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_start import ROOT
from workbook.guides import load_guide
from workbook.operations import new_reflection, open_library, open_session

# Types into the open session and, in the same event, says so: nothing of it is stored yet.
TYPE = """
import sys
from workbook.app import main
from workbook.ui.main_window import MainWindow

create = MainWindow.__init__

def create_and_type(self, *arguments):
    create(self, *arguments)
    self.drawn.connect(lambda: type_into(self))

def type_into(window):
    window.open_session(sys.argv[2])
    window.workspace.document.edit(sys.argv[3], "", "Typed last", typing=True)
    print("typed", flush=True)

MainWindow.__init__ = create_and_type
sys.exit(main(["--library", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot press Ctrl-C there")
def test_ctrl_c_stores_what_was_typed_and_ends_with_130(own_library: Path) -> None:
    library = open_library(own_library)
    guide = load_guide()
    session_id = new_reflection(library, guide).session.id
    question = guide.with_role("group_name")[0].id
    child = subprocess.Popen(
        [sys.executable, "-c", TYPE, str(own_library), session_id, question],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "typed\n"
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert (child.returncode, errors) == (130, "")
    assert open_session(library, session_id).answers.text(question) == "Typed last"
    library.close()

"""The script that draws every page for people to look at still draws."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.test_start import ROOT


def test_it_draws_what_is_asked_for_in_its_size(tmp_path: Path) -> None:
    command = ["-m", "tests.pictures", str(tmp_path), "--look", "dark-1024x640"]
    done = subprocess.run(
        [sys.executable, *command, "--only", "purpose.weigh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"dark-1024x640-{which}purpose.weigh.png" for which in ("empty-", "")]
    for name in names:
        picture = QImage(str(tmp_path / name))
        assert (picture.width(), picture.height()) == (1024, 640)
        seen = set(picture.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I"))
        assert len(seen) > 50

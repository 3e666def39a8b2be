"""Times whole processes, ours and a bare one in turn, so that both meet the same machine."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent


def in_turn(ours: Sequence[str], bare: Sequence[str], rounds: int) -> tuple[float, float]:
    """The median times in milliseconds of two Python command lines, from start to end.

    Each runs once before, so that both find their files in the machine's memory, and their
    modules compiled, as an installed package's are.
    """
    for arguments in (ours, bare):
        _run(arguments)
    times = [(_run(ours), _run(bare)) for _ in range(rounds)]
    return median(time for time, _ in times), median(time for _, time in times)


def _run(arguments: Sequence[str]) -> float:
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environ, check=True, timeout=120)
    return (time.perf_counter() - start) * 1000

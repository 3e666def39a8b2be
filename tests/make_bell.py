"""Makes the soft sound that tells that a timebox is over: `python -m tests.make_bell`.

Two partials of a small bell, the upper one an octave and a sixth above and gone sooner, with a
beginning that is eased in so that it does not click. Nobody else's work is in it.
"""

import math
import wave
from array import array
from pathlib import Path

from workbook.resources import resource

RATE = 22050  # samples a second, one channel
LENGTH = 1.2  # seconds
PARTIALS = ((587.33, 0.30, 0.28), (1975.53, 0.09, 0.12))  # Hz (D5, B6), loudness, seconds to 1/e
EASE_IN, EASE_OUT = 0.008, 0.15  # seconds


def samples() -> "array[int]":
    """The sound, 16 bits a sample, the same on every machine but for the last bit."""
    return array("h", (round(32767 * _at(n / RATE)) for n in range(round(RATE * LENGTH))))


def _at(time: float) -> float:
    eased = min(1.0, time / EASE_IN, (LENGTH - time) / EASE_OUT)
    tone = sum(
        loud * math.exp(-time / fading) * math.sin(2 * math.pi * hertz * time)
        for hertz, loud, fading in PARTIALS
    )
    return eased * tone


def write(file: Path) -> None:
    """Write the sound as a WAV file."""
    sound = samples()
    if array("h", [1]).tobytes() != b"\x01\x00":
        sound.byteswap()  # WAV files are little-endian
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(sound.tobytes())


if __name__ == "__main__":
    write(resource("sounds", "bell.wav"))

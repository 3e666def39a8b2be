"""A second guide, tiny and with ids of its own, written as files: no code knows of it."""

from collections.abc import Mapping
from pathlib import Path

STRUCTURE = """
id = "garden"
version = 3
language = "en"

[[plans]]
id = "alone"
mode = "solo"
total = 12
minutes = { roots = 6, storm = 4 }
breaks = { storm = 1 }
buffer = 1

[[steps]]
id = "roots"
[[steps.pages]]
id = "roots.all"
rows = [["roots.plot", "roots.soil"], ["roots.seen"], ["roots.us"], ["roots.them"]]
readings = ["facts", "gap", "kind"]
[[steps]]
id = "storm"
[[steps.pages]]
id = "storm.all"
rows = [["storm.frost"], ["storm.first"], ["storm.end"], ["storm.words"]]
readings = ["cases", "sentence"]
needs = ["inside_scale"]

[questions."roots.plot"]
kind = "text"
role = "group_name"
[questions."roots.soil"]
kind = "text"
optional = true
modes = ["solo"]
[questions."roots.seen"]
kind = "records"
role = "evidence"
columns = [
  { id = "source", type = "choice", options = ["calendar", "money", "praise", "other"] },
  "fact",
  { id = "side", type = "choice", options = [{ id = "inside", side = "inside" }, "outside"] },
]
[questions."roots.us"]
kind = "scale"
role = "inside_scale"
low = 0
high = 10
marks = [{ id = "say", filled = false }, "do"]
[questions."roots.them"]
kind = "scale"
role = "outside_scale"
low = 0
high = 10
marks = ["say", "do"]
[questions."storm.frost"]
kind = "case"
role = "case"
options = [{ id = "dig", side = "outside" }, { id = "rest", side = "inside" }]
last_time = [{ id = "dug", side = "outside" }, { id = "rested", side = "inside" }]
[questions."storm.first"]
kind = "order"
role = "order"
options = ["a", "b"]
[questions."storm.end"]
kind = "text"
role = "until"
[questions."storm.words"]
kind = "text"
role = "priority_sentence"
"""

WORDS = """
title = "Garden"
source = "Nobody"
ignored_words = ["with"]
plans.alone = "A short walk"
[steps.roots]
title = "Roots"
run = ["Dig.", "Look."]
listen = "Worms."
hot = "Shade."
alone = "Sit."
check = "Who waters?"
[steps.storm]
title = "Storm"
run = ["Hold on."]
listen = "Wind."
hot = "Rain."
alone = "Wait."
check = "Who is wet?"
[pages."roots.all"]
headline = "What grows here?"
framing = "Look down."
[pages."storm.all"]
headline = "What holds?"
framing = "Look up."
needs_words = "First the roots."
[questions."roots.plot"]
prompt = "Name of the plot"
[questions."roots.soil"]
prompt = "Soil"
help = "Feel it."
[questions."roots.seen"]
prompt = "Seen"
add_hint = "Add"
columns.source.label = "From"
columns.source.options = { calendar = "C", money = "M", praise = "P", other = "O" }
columns.fact = "Fact"
columns.side = { label = "Side", options = { inside = "in", outside = "out" } }
[roles.inside_scale]
prompt = "For us"
low_label = "no"
high_label = "yes"
marks = { say = { label = "say", name = "we say" }, do = { label = "do", name = "we do" } }
[questions."roots.them"]
prompt = "For them"
low_label = "no"
high_label = "yes"
marks = { say = { label = "say", name = "we say" }, do = { label = "do", name = "we do" } }
[questions."storm.frost"]
prompt = "What first?"
title = "Frost in May"
story = "It freezes tonight."
options = { dig = "Dig", rest = "Rest" }
last_prompt = "Last time"
last_time = { dug = "dug", rested = "rested" }
[questions."storm.first"]
prompt = "Order"
options.a = { label = "Beans", sentence = "beans" }
options.b = { label = "Roses", sentence = "roses" }
[questions."storm.end"]
prompt = "Until"
[questions."storm.words"]
prompt = "In words"
draft = "At {group_name}: {first} before {over}, until {until}."
"""


def swap(text: str, swaps: Mapping[str, str]) -> str:
    """The text with each key, which must stand in it, replaced once by its value."""
    for old, new in swaps.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def plant(
    folder: Path,
    structure: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
    **translations: str,
) -> Path:
    """Writes the guide below the folder, with these texts replaced, and returns the folder."""
    home = folder / "garden"
    home.mkdir(parents=True, exist_ok=True)
    files = {"guide": swap(STRUCTURE, structure or {}), "words.en": swap(WORDS, words or {})}
    files |= {f"words.{language}": text for language, text in translations.items()}
    for name, text in files.items():
        (home / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder

"""Loads and validates guides: the questions, words and plans that the workbook asks with.

A guide is a folder below `resources/guides`, named by its id:

- `guide.toml` is its structure, once for all languages: steps, their pages, the questions with
  their kinds and roles, the phases in which a room goes through a step and what it votes on, and
  the plans with their minutes. It says in which `language` the guide was written first.
- `words.<language>.toml` holds every text in one language, keyed by the ids of the structure.

How to translate a guide
    Copy `words.en.toml` to `words.<your language>.toml` and translate what stands right of the
    `=` signs. Leave keys, and `{places}` in drafts, as they are. A text at `roles.<role>` serves
    every question with that role; a text at the question itself comes before it. In the same way
    `phases.<id>` serves the phases of every step, and `steps.<step>.phases.<id>` comes before it.
    Load it with `load_guide(language="<your language>")`: what is missing, left over or misspelt is
    listed, file by file, key by key.

How to write another guide
    Readings find their questions by role (`workbook.guides.roles` lists all of them and what
    each needs), so a second guide with other ids needs no code. A question without a role is
    asked, kept and printed, and no reading rests on it.
"""

from workbook.guides.codec import content_hash, guide_from_json, guide_to_json
from workbook.guides.errors import GuideError, Problem
from workbook.guides.loading import load_guide

__all__ = [
    "GuideError",
    "Problem",
    "content_hash",
    "guide_from_json",
    "guide_to_json",
    "load_guide",
]

"""A guide goes into the library as JSON and comes back the same; its hash tells every change."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.guides.garden import plant
from workbook.guides import (
    GuideError,
    content_hash,
    guide_from_json,
    guide_to_json,
    load_guide,
)


def test_the_shipped_guide_comes_back_the_same() -> None:
    guide = load_guide()
    back = guide_from_json(guide_to_json(guide))
    assert back == guide
    assert list(back.questions) == list(guide.questions)
    assert guide_to_json(back) == guide_to_json(guide)
    assert content_hash(back) == back.content_hash == guide.content_hash


def test_the_same_files_give_the_same_text(tmp_path: Path) -> None:
    first = load_guide("garden", folder=plant(tmp_path))
    reordered = {"roots = 6, storm = 4": "storm = 4, roots = 6"}
    second = load_guide("garden", folder=plant(tmp_path / "again", reordered))
    assert guide_to_json(first) == guide_to_json(second)


@pytest.mark.parametrize(
    ("structure", "words"),
    [
        ({"version = 3": "version = 4"}, {}),
        ({"optional = true\n": ""}, {}),
        ({"roots = 6, storm = 4": "roots = 5, storm = 5"}, {}),
        ({'["roots.us"], ["roots.them"]': '["roots.them"], ["roots.us"]'}, {}),
        ({}, {'help = "Feel it."': 'help = "Feel it"'}),
        ({}, {'hot = "Rain."': 'hot = "Snow."'}),
        ({}, {'["with"]': '["and"]'}),
    ],
)
def test_the_hash_covers_structure_and_words(
    tmp_path: Path, structure: dict[str, str], words: dict[str, str]
) -> None:
    before = load_guide("garden", folder=plant(tmp_path))
    after = load_guide("garden", folder=plant(tmp_path / "after", structure, words))
    assert before.content_hash != after.content_hash


def _drop(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda plain: plain.pop(key)


@pytest.mark.parametrize(
    ("spoil", "key", "expected"),
    [
        (_drop("title"), "title", "a value"),
        (_drop("questions"), "questions", "a list of questions"),
        (lambda p: p.update(colour="red"), "colour", "a newer program"),
        (lambda p: p.update(version="3"), "version", "type int"),
        (lambda p: p["plans"][0].update(mode="sole"), "plans.0.mode", "type Mode"),
        (lambda p: p["steps"][1].update(notes=[]), "steps.1.notes", "a table"),
        (lambda p: p["questions"][2].update(kind="x"), "questions.2.kind", "one of text"),
        (lambda p: p["questions"].append("x"), "questions.9.kind", "one of text"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], key: str, expected: str
) -> None:
    plain = json.loads(guide_to_json(load_guide("garden", folder=plant(tmp_path))))
    spoil(plain)
    with pytest.raises(GuideError) as caught:
        guide_from_json(json.dumps(plain))
    assert caught.value.key == key
    assert expected in caught.value.expected


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_other_text_is_no_guide(text: str) -> None:
    with pytest.raises(GuideError, match="stored guide"):
        guide_from_json(text)


def test_a_guide_stored_before_a_field_was_added_is_still_read(tmp_path: Path) -> None:
    guide = load_guide("garden", folder=plant(tmp_path))
    plain = json.loads(guide_to_json(guide))
    del plain["ignored_words"]
    old = json.dumps(plain)
    assert guide_from_json(old).ignored_words == ()
    assert guide_from_json(old).questions == guide.questions

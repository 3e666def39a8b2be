"""Each step of python-bidi that is called by name, and what its lists hold: one test fails for each
that a new version changed. Whoever widens the range in pyproject.toml looks here first.
"""

import inspect

import bidi
import pytest
from bidi import algorithm

from workbook.printing.type.bidi_parts import every_level, first_level, mirror_of
from workbook.printing.type.direction import mirrored, visual_order


@pytest.mark.parametrize(
    ("step", "parameters"),
    [
        ("get_base_level", ["text"]),
        ("get_empty_storage", []),
        ("get_embedding_levels", ["text", "storage"]),
        ("explicit_embed_and_overrides", ["storage"]),
        ("resolve_weak_types", ["storage"]),
        ("resolve_neutral_types", ["storage", "debug"]),
        ("resolve_implicit_levels", ["storage", "debug"]),
    ],
)
def test_the_steps_have_the_names_they_are_called_by(step: str, parameters: list[str]) -> None:
    found = [*inspect.signature(getattr(algorithm, step)).parameters]
    assert found[: len(parameters)] == parameters


def test_the_lists_hold_what_is_read_and_changed_in_them() -> None:
    storage = algorithm.get_empty_storage()
    assert {"base_level", "base_dir", "chars", "runs"} <= set(storage)
    storage["base_level"], storage["base_dir"] = 1, "R"
    algorithm.get_embedding_levels("אb", storage)
    assert [set(c) for c in storage["chars"]] == [{"ch", "level", "type", "orig"}] * 2
    assert [c["type"] for c in storage["chars"]] == ["R", "L"]
    algorithm.explicit_embed_and_overrides(storage)
    (run,) = storage["runs"]
    assert {"start", "length", "sor"} <= set(run)
    assert (run["start"], run["length"], run["sor"]) == (0, 2, "R")


@pytest.mark.parametrize(
    ("text", "base", "found"),
    [
        ("abc", 0, [0, 0, 0]),
        ("אבג", 1, [1, 1, 1]),
        ("a אב b", 0, [0, 0, 1, 1, 0, 0]),
        ("א 12 b", 1, [1, 1, 2, 2, 1, 2]),
        ("ב (a) ב", 1, [1, 1, 1, 2, 1, 1, 1]),  # the rule that python-bidi leaves out
        ("a\u202bb\u202cc", 0, [0, 0, 2, 2, 0]),  # format characters stand with what is before
        ("\u0378א", 0, [0, 1]),  # a code point that was never assigned
    ],
)
def test_levels_are_those_of_the_algorithm(text: str, base: int, found: list[int]) -> None:
    assert every_level(text, base) == found


@pytest.mark.parametrize(
    "text", ["שלום abc 12", "abc שלום 12 def", "مرحبا بالعالم 34", "a-b א.ב 1,2 ג"]
)
def test_levels_order_a_line_as_its_documented_function_does(text: str) -> None:
    base = first_level(text)
    levels = every_level(text, base)
    ordered = [mirrored(text[at]) if levels[at] % 2 else text[at] for at in visual_order(levels)]
    assert "".join(ordered) == bidi.get_display(text, base_dir="LR"[base])


def test_brackets_have_their_mirror() -> None:
    assert [mirror_of(sign) for sign in "()[«a"] == [")", "(", "]", "»", "a"]

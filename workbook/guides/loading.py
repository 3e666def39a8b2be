"""Loads a guide: its structure and its words in one language, merged and validated."""

from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbook.guides.build import Builder
from workbook.guides.check import check_structure, check_words, questions_in
from workbook.guides.check_workshop import check_room
from workbook.guides.codec import content_hash
from workbook.guides.errors import Problems, raise_if_any
from workbook.guides.files import read_toml, short_name
from workbook.guides.words import Words
from workbook.model.guide import Guide, Question
from workbook.resources import resource


def load_guide(
    guide_id: str = "community-purpose", language: str = "en", folder: Path | None = None
) -> Guide:
    """The guide with this id in this language.

    Args:
        guide_id: the name of its folder.
        language: the code in the name of its words file, such as "en" or "pt-BR".
        folder: where guides stand, one folder each; the shipped ones where None.

    Raises:
        GuideError: where anything is missing, left over, misspelt or does not add up. It names
            the file, the key and what was expected, for every problem: first those of shape,
            and only when there are none those of references.
    """
    home = (folder or resource("guides")) / guide_id
    structure = read_toml(home / "guide.toml")
    merged = _merge(home, structure, language)
    if structure.get("id") != guide_id:
        merged.structure.add(("id",), f'expected "{guide_id}", the name of the folder')
    original = structure.get("language")
    if isinstance(original, str) and original != language:
        first = _merge(home, structure, original)
        merged.words.compare(first.words, original)
    raise_if_any(merged.structure, merged.texts)
    guide = _in_page_order(merged)
    check_structure(guide, merged.structure)
    check_room(guide, merged.structure)
    check_words(guide, merged.texts)
    raise_if_any(merged.structure, merged.texts)
    return replace(guide, content_hash=content_hash(guide))


@dataclass(frozen=True, slots=True)
class _Merged:
    """A guide as far as it could be built, its words, and the problems of its two files."""

    guide: Guide | None
    words: Words
    structure: Problems
    texts: Problems


def _merge(home: Path, structure: dict[str, Any], language: str) -> _Merged:
    file = home / f"words.{language}.toml"
    problems, texts = Problems(short_name(home / "guide.toml")), Problems(short_name(file))
    words = Words(read_toml(file), texts)
    guide = Builder(words, problems).guide(structure, language)
    words.note_left_over()
    return _Merged(guide, words, problems, texts)


def _in_page_order(merged: _Merged) -> Guide:
    """The guide with its questions in the order people meet them."""
    guide = merged.guide
    if guide is None:
        raise AssertionError("a guide without problems was not built")
    placed = [q for step in guide.steps for q in questions_in(step)]
    order = {question_id: at for at, question_id in reversed(list(enumerate(placed)))}
    questions: list[Question] = sorted(
        guide.questions.values(), key=lambda question: order.get(question.id, len(placed))
    )
    return replace(guide, questions=MappingProxyType({q.id: q for q in questions}))

"""Turns a guide into canonical JSON and back without loss, and into its content hash.

The library keeps this JSON, so that an old session still knows the words it was asked with.
"""

import hashlib
import json
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from workbook.guides.errors import GuideError, Problem
from workbook.guides.shapes import KIND_NAMES
from workbook.model.guide import Guide, Question

STORED = "stored guide"  # the file that errors name

_OF_KIND: Mapping[str, type] = {name: kind for kind, name in KIND_NAMES.items()}


def guide_to_json(guide: Guide) -> str:
    """The guide as canonical JSON: the same guide gives the same text, on every machine.

    The content hash is not in it: it is the hash of this text.
    """
    plain = _plain(guide)
    del plain["content_hash"]
    plain["questions"] = list(plain["questions"].values())  # a list keeps the guide's order
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def content_hash(guide: Guide) -> str:
    """sha256, in hex, of the guide's canonical JSON: of its structure and its words."""
    return _hash(guide_to_json(guide))


def guide_from_json(text: str) -> Guide:
    """The guide that `guide_to_json` wrote.

    Raises:
        GuideError: where the text is not such JSON, or was written by a newer program.
    """
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise GuideError(Problem(STORED, "", f"expected JSON ({error})")) from error
    if not isinstance(plain, dict) or not isinstance(plain.get("questions"), list):
        raise _unexpected("questions", "a list of questions")
    questions = [_read(Question, q, f"questions.{n}") for n, q in enumerate(plain["questions"])]
    plain |= {"questions": {}, "content_hash": _hash(text)}
    guide: Guide = _read(Guide, plain, "")
    return replace(guide, questions=MappingProxyType({q.id: q for q in questions}))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _unexpected(key: str, expected: str) -> GuideError:
    return GuideError(Problem(STORED, key.strip("."), f"expected {expected}"))


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    kind = KIND_NAMES.get(type(value))
    return found if kind is None else found | {"kind": kind}


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


@cache
def _needed(cls: type) -> frozenset[str]:
    """The fields that have no default."""
    return frozenset(
        field.name
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    )


@cache
def _parts(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    return typing.get_origin(hint), typing.get_args(hint)


_is_dataclass = cache(is_dataclass)


def _read(hint: Any, value: Any, key: str) -> Any:
    if type(value) is hint:
        return value
    if hint is Question:
        return _read_question(value, key)
    if _is_dataclass(hint):
        return _read_fields(hint, value, key)
    origin, arguments = _parts(hint)
    if origin in (tuple, frozenset) and isinstance(value, list):
        return origin(_read(arguments[0], each, f"{key}.{n}") for n, each in enumerate(value))
    if origin is not None and isinstance(value, dict):
        return MappingProxyType(
            {name: _read(arguments[1], each, f"{key}.{name}") for name, each in value.items()}
        )
    if isinstance(hint, type) and issubclass(hint, StrEnum) and value in list(hint):
        return hint(value)
    name = getattr(hint, "__name__", str(hint))
    raise _unexpected(key, f"a value of type {name}")


def _read_question(value: Any, key: str) -> Any:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _OF_KIND:
        raise _unexpected(f"{key}.kind", "one of " + ", ".join(_OF_KIND))
    rest = {name: each for name, each in value.items() if name != "kind"}
    return _read_fields(_OF_KIND[kind], rest, key)


def _read_fields(cls: type, value: Any, key: str) -> Any:
    if not isinstance(value, dict):
        raise _unexpected(key, "a table")
    hints = _hints(cls)
    unknown = value.keys() - hints.keys()
    if unknown:
        raise _unexpected(
            f"{key}.{min(unknown)}", "only known keys; a newer program may have written this"
        )
    missing = _needed(cls) - value.keys()
    if missing:
        raise _unexpected(f"{key}.{min(missing)}", "a value")
    return cls(**{n: _read(hints[n], each, f"{key}.{n}") for n, each in value.items()})

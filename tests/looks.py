"""Finds where code asks which member of a closed family of classes something is."""

import ast
import textwrap
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

Class = tuple[str, str]  # its module and its name
Place = tuple[str, str]  # a file, and a function in it


@cache
def parsed(source: str) -> ast.Module:
    """The source of a module as a tree."""
    return ast.parse(textwrap.dedent(source))


class Names:
    """Which members of a family the names of a module stand for."""

    def __init__(self, tree: ast.Module, family: Set[Class]) -> None:
        self._family = family
        self._names: dict[str, Class] = {}
        self._modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for each in node.names:
                    self._names[each.asname or each.name] = (node.module, each.name)
                    self._modules[each.asname or each.name] = f"{node.module}.{each.name}"

    def members(self, *nodes: ast.AST) -> set[Class]:
        """The members that are named in expressions or patterns."""
        every = (each for node in nodes for each in ast.walk(node))
        return {found for each in every if (found := self._named(each)) in self._family}

    def _named(self, node: ast.AST) -> Class:
        if isinstance(node, ast.Name):
            return self._names.get(node.id, ("", ""))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            return (self._modules.get(node.value.id, ""), node.attr)
        return ("", "")


def looks(file: Path, root: Path, family: Set[Class]) -> Iterator[Place]:
    """Every function of a file with a match on members of the family."""
    source = file.read_text("utf-8")
    if not _may_name(source, family):
        return
    tree = parsed(source)
    names = Names(tree, family)
    for function in _functions(tree):
        matches = (node for node in ast.walk(function) if isinstance(node, ast.Match))
        if any(names.members(*_patterns(match)) for match in matches):
            yield file.relative_to(root).as_posix(), function.name


def forgetful(source: str, family: Set[Class], least: int = 1) -> Iterator[int]:
    """The lines of matches that forget a new member of the family: they name so many members at
    least, and do not end in `assert_never`. Of more than one, only what says something of all the
    rest is meant, for mypy asks for that; and no pairs, of which only some can be alike.
    """
    if not _may_name(source, family):
        return
    tree = parsed(source)
    names = Names(tree, family)
    for node in ast.walk(tree):
        if isinstance(node, ast.Match) and not _asserts_never(node):
            named = len(names.members(*_patterns(node)))
            pairs = isinstance(node.subject, ast.Tuple)
            if named >= least and (least == 1 or (_swallows(node) and not pairs)):
                yield node.lineno


def tables(source: str, family: Set[Class], words: Set[str]) -> Iterator[int]:
    """The lines of what does without a match, and would forget a new member: tables of three or
    more by class or by what data calls them (`words`), matches on these words, and functions that
    ask for three or more by `isinstance` or by the type.
    """
    if not _may_name(source, family) and sum(f'"{word}"' in source for word in words) < 3:
        return
    tree = parsed(source)
    names = Names(tree, family)
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key for key in node.keys if key is not None]
            if len(names.members(*keys)) >= 3 or _three_of(words, _texts(*keys)):
                yield node.lineno
        elif isinstance(node, ast.Match) and _three_of(words, _texts(*_patterns(node))):
            yield node.lineno
    for function in _functions(tree):
        if len(_asked(function, names)) >= 3:
            yield function.lineno


def _may_name(source: str, family: Set[Class]) -> bool:
    """Whether a closer look is worth its time."""
    return any(name in source and module.rpartition(".")[2] in source for module, name in family)


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _patterns(match: ast.Match) -> list[ast.pattern]:
    return [case.pattern for case in match.cases]


def _is_rest(case: ast.match_case) -> bool:
    alone = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
    return alone and case.guard is None


def _asserts_never(match: ast.Match) -> bool:
    """Whether the rest, which should be nothing, is asserted to be nothing."""
    last = match.cases[-1]
    said = [ast.unparse(each) for each in last.body]
    return _is_rest(last) and len(said) == 1 and said[0].startswith("assert_never(")


def _swallows(match: ast.Match) -> bool:
    """Whether there is a case for all the rest."""
    return any(map(_is_rest, match.cases))


def _asked(function: ast.FunctionDef, names: Names) -> set[Class]:
    """The members that a function asks for without a match."""
    found: set[Class] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("isinstance", "issubclass"):
                found |= names.members(node.args[1])
        elif isinstance(node, ast.Compare):
            found |= names.members(*node.comparators)
    return found


def _texts(*nodes: ast.AST) -> set[str]:
    every = (each for node in nodes for each in ast.walk(node))
    return {
        each.value
        for each in every
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def _three_of(words: Set[str], found: set[str]) -> bool:
    return len(found) >= 3 and found <= words

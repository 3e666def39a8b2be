"""The news of each version: this one has some, and they are told as everything else is."""

import re

from workbook import __version__
from workbook.catalogue.news import news


def test_the_newest_version_is_this_one_and_each_stands_once() -> None:
    numbers = [version.number for version in news()]
    assert numbers[0] == __version__
    assert len(set(numbers)) == len(numbers)
    parts = [tuple(int(part) for part in number.split(".")) for number in numbers]
    assert parts == sorted(parts, reverse=True)


def test_every_version_has_news_in_whole_sentences() -> None:
    for version in news():
        assert version.parts
        for part in version.parts:
            assert part.heading and part.lines
            for line in part.lines:
                assert re.fullmatch(r"[A-Z].*\.", line), line
                assert "!" not in line and "'" not in line

"""The benchmarks' table says what was measured and whether it held."""

import pytest

from tests.benchmarks import Row
from tests.benchmarks.__main__ import main, names, table


def test_each_row_says_whether_it_is_within_its_limit() -> None:
    held, over = Row("start", 412.4, 250, 1.65, 2), Row("a mark", 3.14159, 0.5, 6.28, 3)
    assert table([held, over]).splitlines()[2:] == [
        "| start | 412 ms | 250 ms | 1.65 | 2 | ok |",
        "| a mark | 3.1 ms | 0.5 ms | 6.28 | 3 | **over** |",
    ]


def test_a_benchmark_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flight"]) == 2
    assert "no flight" in capsys.readouterr().err


def test_every_promise_has_a_benchmark() -> None:
    promised = {"start", "answer_commit", "export_pdf", "pages", "big_workshop", "workshop"}
    assert promised <= set(names())

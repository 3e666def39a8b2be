"""Every row becomes a ballot or is accounted for; what cannot be read is listed with a reason."""

import csv
import time
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.sheets import (
    ASK,
    BREAKING,
    CONSENT,
    DO,
    ERR,
    FEUD,
    GUIDE,
    NOW,
    OUT_DO,
    OUT_SAY,
    SAY,
    SPOTS,
    VOTED,
    WISHED,
    WORN,
    WORN_LAST,
    ballot,
    form,
    written,
)
from workbook.exchange.ballots_csv import Imported, to_ballots
from workbook.exchange.guessing import guess, guess_slips
from workbook.exchange.problems import ImportProblem
from workbook.exchange.table import Sheet, read_table
from workbook.guides.values import expected_choice
from workbook.model.workshop import Ballot, Spot


def imported(sheet: Sheet) -> Imported:
    return to_ballots(GUIDE, VOTED, sheet, guess(GUIDE, VOTED, sheet), guess_slips(sheet))


def told(found: Imported) -> list[tuple[int, str, str]]:
    return [(each.line, each.column, each.cell) for each in found.unreadable]


def test_google() -> None:
    found = imported(form("google"))
    assert found.ballots == Counter(
        [
            ballot((SAY, "8"), (DO, "7"), (OUT_SAY, "5"), (OUT_DO, "3"), (BREAKING, "end")),
            ballot((SAY, "9"), (DO, "4"), (OUT_SAY, "10"), (OUT_DO, "2"), (BREAKING, "never")),
            ballot((DO, "6"), (OUT_DO, "pass"), (BREAKING, "sad")),
        ]
    )
    assert told(found) == [(5, "For the outside [what we say]", "11")]
    assert found.unreadable[0].reason == "11 is outside 0 to 10."
    assert found.empty == 1
    assert [each.header for each in found.unmapped] == ["Timestamp", "Username", "Anything else?"]


def test_microsoft() -> None:
    found = imported(form("microsoft-utf8"))
    assert found.ballots == Counter(
        [
            ballot((WORN, "people"), (WORN_LAST, "work"), (FEUD, "work")),
            ballot((WORN, "work"), (WORN_LAST, "not_happened"), (FEUD, "pass")),
            ballot((FEUD, "people")),
        ]
    )
    assert told(found) == [(5, "Worn out before the event", "Both")]
    ansi = imported(form("microsoft-ansi"))
    assert ansi.ballots == Counter(
        [ballot((ASK, "4"), (ERR, "5")), ballot((ASK, "3"), (ERR, "2")), ballot((ERR, "1"))]
    )
    assert told(ansi) == [(4, "Asking for help is easy", "2,5")]


def test_slips_come_along_in_capitals_and_others_are_told() -> None:
    found = imported(form("microsoft-utf16"))
    assert found.ballots == Counter(
        [
            ballot((CONSENT, "4"), slip="K7QM"),
            ballot((CONSENT, "2"), slip="W3HX"),
            ballot((CONSENT, "5")),
            ballot((CONSENT, "0")),
        ]
    )
    assert told(found) == [(5, "Your slip", "the red one")]


def test_limesurvey_codes_of_one_question_explain_each_other() -> None:
    found = imported(form("limesurvey-codes"))
    assert found.ballots == Counter(
        [
            ballot((NOW, "3"), (WISHED, "0"), (ASK, "4"), (ERR, "5")),
            ballot((NOW, "10"), (WISHED, "2"), (ASK, "3")),
            ballot((NOW, "4"), (WISHED, "1"), (ASK, "1"), (ERR, "2")),
        ]
    )
    assert (found.unreadable, found.empty) == ((), 0)


def test_nothing_of_who_answered_is_in_what_comes_out() -> None:
    for name in ("google", "microsoft-utf8", "microsoft-ansi", "limesurvey-codes"):
        whole = repr(imported(form(name)))
        for trace in ("example", "Renée", "Zoë", "2026", "7:0", "1402837713", "anonymous"):
            assert trace not in whole


def test_rows_that_slipped_and_rows_without_an_answer_are_counted(tmp_path: Path) -> None:
    sheet = written(
        tmp_path, "For each other [do],Why", "7,a", "", "8,b,c", ",only words", "x,", "9,"
    )
    found = imported(sheet)
    assert found.ballots == Counter([ballot((DO, "7")), ballot((DO, "9"))])
    assert (found.empty, found.slipped) == (3, 1)
    assert [line for line, _, _ in told(found)] == [4, 6]
    assert "3 cells" in found.unreadable[0].reason


def test_two_columns_may_answer_one_spot_where_a_form_asks_in_two_languages(tmp_path: Path) -> None:
    sheet = written(tmp_path, "English,Deutsch", "7,", ",8", "5,5", "4,6")
    found = to_ballots(GUIDE, VOTED, sheet, {0: DO, 1: DO})
    assert found.ballots == Counter([ballot((DO, each)) for each in "7854"])
    assert told(found) == [(5, "Deutsch", "6")]


def test_what_is_private_cannot_be_chosen_even_by_hand() -> None:
    sheet = form("google")
    for mapping, slips in (({0: DO}, None), ({2: SAY}, 1)):
        with pytest.raises(ImportProblem, match="cannot be chosen"):
            to_ballots(GUIDE, VOTED, sheet, mapping, slips)


def test_a_column_serves_one_purpose_and_a_question_of_this_round() -> None:
    sheet = form("google")
    with pytest.raises(ImportProblem, match="Choose one"):
        to_ballots(GUIDE, VOTED, sheet, {7: DO}, 7)
    with pytest.raises(ImportProblem, match="not voted on"):
        to_ballots(GUIDE, ["wrong.worn"], sheet, {2: SAY})


def test_without_columns_nothing_is_read_and_all_is_accounted_for() -> None:
    found = to_ballots(GUIDE, VOTED, form("google"), {})
    assert (found.ballots.total(), found.empty, len(found.unmapped)) == (0, 4, 8)


def test_a_long_text_in_the_wrong_place_is_shown_short(tmp_path: Path) -> None:
    sheet = written(tmp_path, "a", "word " * 40)
    (cell,) = to_ballots(GUIDE, VOTED, sheet, {0: DO}).unreadable
    assert len(cell.cell) <= 60


def choices(spot: Spot) -> st.SearchStrategy[str]:
    question = GUIDE.questions[spot.question]
    every = (*map(str, range(11)), "pass", "never", "people", "work", "not_happened", "sad", "end",
             "yes", "no")  # fmt: skip
    return st.sampled_from([c for c in every if not expected_choice(question, spot.mark, c)])


BALLOTS = st.fixed_dictionaries({}, optional={spot: choices(spot) for spot in SPOTS})
NOTES = st.text(st.characters(codec="cp1252", exclude_categories=("Cc",)), max_size=15)


@given(
    st.lists(st.tuples(BALLOTS, NOTES), min_size=1, max_size=8),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.permutations(SPOTS),
)
def test_ballots_come_back_from_any_dialect_and_encoding(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[dict[Spot, str], str]],
    delimiter: str,
    end: str,
    encoding: str,
    quoting: int,
    order: list[Spot],
) -> None:
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow(["Anything else", *(f"{spot.question} [{spot.mark}]" for spot in order)])
    for given_choices, note in rows:
        writer.writerow([f"Note: {note}", *(given_choices.get(spot, "") for spot in order)])
    path = tmp_path_factory.getbasetemp() / "round-trip.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    sheet = read_table(path)
    mapping = guess(GUIDE, VOTED, sheet)
    assert mapping == dict(enumerate(order, start=1))
    found = to_ballots(GUIDE, VOTED, sheet, mapping)
    assert found.ballots == Counter(Ballot.of(each) for each, _ in rows if each)
    assert found.ballots.total() + found.empty == len(rows)
    assert found.unreadable == ()


@given(st.lists(st.lists(st.text(max_size=6), min_size=2, max_size=4), min_size=1, max_size=6))
def test_whatever_is_written_each_row_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    out = StringIO()
    csv.writer(out).writerows([["For each other [do]", "Worn out before the event"], *rows])
    path = tmp_path_factory.getbasetemp() / "anything.csv"
    path.write_bytes(out.getvalue().encode("utf-8", "replace"))
    try:
        sheet = read_table(path)
        found = to_ballots(GUIDE, VOTED, sheet, {0: DO, 1: WORN})
    except ImportProblem:
        return
    assert found.ballots.total() + found.empty + found.slipped == (
        len(sheet.rows) + sheet.blank + len(sheet.slipped)
    )


def test_five_hundred_people_with_thirty_answers_take_less_than_a_second(tmp_path: Path) -> None:
    headers = [f"{spot.question} [{spot.mark}]" for spot in SPOTS]
    texts = ["7", "Work first", "pass", "", "11", "Both", "4 – Level 4", "Friends are disappointed"]
    lines = [
        ",".join(["2026-11-22 19:03:11", *(texts[(row + at) % len(texts)] for at in range(30))])
        for row in range(500)
    ]
    wide = [*headers, *(f"Extra {n}" for n in range(30 - len(headers)))]
    begun = time.process_time()
    sheet = written(tmp_path, ",".join(["Timestamp", *wide]), *lines)
    mapping = guess(GUIDE, VOTED, sheet)
    mapping |= {at: SPOTS[at % len(SPOTS)] for at in range(1, 31) if at not in mapping}
    found = to_ballots(GUIDE, VOTED, sheet, mapping)
    assert time.process_time() - begun < 1
    assert found.ballots.total() + found.empty == 500

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbook.printing.type.characters import clean, clusters, invisible, script


def test_markup_and_backslashes_stay_as_typed() -> None:
    text = r"<b>x</b> &amp; $x^2$ % \n \textbf{y}"
    assert clean(text) == text


def test_every_kind_of_line_end_becomes_one() -> None:
    assert clean("a\r\nb\rc\x0bd\u2028e\u0085f") == "a\nb\nc\nd\ne\nf"


def test_a_tab_becomes_room() -> None:
    assert clean("a\tb") == "a    b"


def test_controls_are_kept_so_that_they_can_be_reported() -> None:
    assert clean("a\0b\x07") == "a\0b\x07"


def test_two_halves_of_a_character_are_joined_and_a_lone_half_is_kept() -> None:
    assert clean("\ud83d\ude00 \ud83d") == "😀 \ud83d"


def test_letters_and_their_marks_are_composed() -> None:
    assert clean("e\u0301") == "é"


def test_a_tower_of_marks_is_parted_but_no_mark_is_lost() -> None:
    tower = "q" + "\u0323" * 30
    parted = clean(tower)
    assert parted.count("\u0323") == 30
    assert all(len(part) <= 9 for part in parted.split("\u00a0"))


@given(st.text())
def test_cleaning_loses_nothing_visible(text: str) -> None:
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    wanted = [c for c in unicodedata.normalize("NFC", joined) if not c.isspace()]
    assert [c for c in clean(text) if not c.isspace()] == wanted


@given(st.text())
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_a_letter_keeps_its_marks_and_joiners() -> None:
    assert list(clusters("क्‍षa\u0301b")) == ["क्‍ष", "a\u0301", "b"]


def test_only_what_shows_nothing_by_nature_is_invisible() -> None:
    assert all(map(invisible, " \u00a0\u200b\u200d\u200f\ufe0f\u00ad\u3000\u2060"))
    assert not any(map(invisible, "a\0\u1680\u0600\ud800\u0301"))


def test_scripts_are_told_apart() -> None:
    assert script("م") != script("ש") != script("a")
    assert script("3") == script("-") == ""

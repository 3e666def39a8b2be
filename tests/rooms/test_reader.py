"""The file of odd rooms: everything its head names is read, and what no room can be is refused."""

from pathlib import Path

import pytest

from tests.rooms.reader import (
    Asked,
    Room,
    RoomError,
    Together,
    Words,
    parse_rooms,
    read_rooms,
    unmet,
)
from workbook.readings.consent import ConsentState

WHOLE = """
[[room]]
name = "everything at once"
people = 3
purpose = [[[9, 8, 2, "-"], [0, 10, 5, 5]]]
optimising = [[[2, 3]], [[3, 3], ["-", 9]]]
cases = [["wpp-pw", "wwwwww"]]
order = [["people", "-"]]
ladder = [["friends", "never", "-"]]
consent = [{ scores = [3, "-", 0], purpose = "We sing.", priority = "People first." }]
words_now = { purpose = "We sing.", priority = "Dates first." }
together = [["Bike kitchen", 3, "members"], ["The newsletter", 5, "top"]]
evidence = [["3 of 4 meetings were rehearsals", "outside"]]
offers = [["Garden", "a ladder", "seeds"]]
open = true
present = { optimising = [3, 4], cases = [5], consent = [2] }
slips = ["A1", "", "B2"]
state = "changed"
say = ["\\\\b3\\\\b"]
never = ["agreed"]

[[room]]
name = "nothing"
people = 500
"""


def test_everything_a_room_may_have_is_read() -> None:
    room, empty = parse_rooms(WHOLE)
    assert room.purpose == ((("9", "8", "2", "pass"), ("0", "10", "5", "5")),)
    assert room.optimising == ((("2", "3"),), (("3", "3"), ("pass", "9")))
    assert room.cases[0][0] == ("work", "people", "people", "pass", "people", "work")
    assert room.order == ((("people",), ("pass",)),)
    assert room.ladder == ((("friends",), ("never",), ("pass",)),)
    assert room.consent == (Asked(("3", "pass", "0"), "We sing.", "People first."),)
    assert room.words_now == Words("We sing.", "Dates first.")
    assert room.together[1] == Together("The newsletter", 5, "top")
    assert room.evidence == (("3 of 4 meetings were rehearsals", "outside"),)
    assert room.offers == (("Garden", "a ladder", "seeds"),)
    assert room.open
    assert room.present == {"optimising": (3, 4), "wrong": (5,), "statement": (2,)}
    assert (room.state, room.say, room.never) == (ConsentState.CHANGED, (r"\b3\b",), ("agreed",))
    assert empty == Room("nothing", 500)


def test_who_was_there_and_what_stands_on_a_slip() -> None:
    room, empty = parse_rooms(WHOLE)
    assert [room.people_at("optimising", number) for number in (1, 2, 3)] == [3, 4, 3]
    assert room.people_at("purpose", 1) == 3
    assert [room.slip(place) for place in range(4)] == ["A1", "", "B2", ""]
    assert empty.slip(0) == ""
    slips = [Room("slips", 3, slips=True).slip(place) for place in range(300)]
    assert len(set(slips)) == 300
    assert "" not in slips


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("people = 3", "no name"),
        ("name = 'a'", "`people`"),
        ("name = 'a'\npeople = 0", "`people`"),
        ("name = 'a'\npeople = true", "`people`"),
        ("name = 'a'\npeople = 3\nroofs = 1", "roofs"),
        ("name = 'a'\npeople = 3\npurpose = [[[1, 2, 3]]]", "`purpose`.*4 answers"),
        ("name = 'a'\npeople = 3\npurpose = [[[1, 2, 3, 11]]]", "from 0 to 10"),
        ("name = 'a'\npeople = 3\npurpose = [[[1, 2, 3, '']]]", "from 0 to 10"),
        ("name = 'a'\npeople = 3\npurpose = [[[1, 2, 3, 1.5]]]", "from 0 to 10"),
        ("name = 'a'\npeople = 3\noptimising = [[1, 2]]", "`optimising`.*2 answers"),
        ("name = 'a'\npeople = 3\ncases = [['wpx']]", "`cases`"),
        ("name = 'a'\npeople = 3\ncases = [['wp', 'w']]", "every case"),
        ("name = 'a'\npeople = 3\ncases = 'wp'", "expected a list"),
        ("name = 'a'\npeople = 3\norder = [['both']]", "people or work"),
        ("name = 'a'\npeople = 3\nladder = [['']]", "a word"),
        ("name = 'a'\npeople = 3\nconsent = [{ scores = [6], purpose = '', priority = '' }]", "5"),
        ("name = 'a'\npeople = 3\nconsent = [{ scores = [3] }]", "priority"),
        ("name = 'a'\npeople = 3\nwords_now = { purpose = 'a' }", "priority"),
        ("name = 'a'\npeople = 3\ntogether = [['a', 'many', 'top']]", "how many"),
        ("name = 'a'\npeople = 3\ntogether = [['a', 3, 'below']]", "members or the top"),
        ("name = 'a'\npeople = 3\nevidence = [['a', 'above']]", "inside or outside"),
        ("name = 'a'\npeople = 3\noffers = [['a', 'b']]", "offered"),
        ("name = 'a'\npeople = 3\nopen = 1", "true or false"),
        ("name = 'a'\npeople = 3\npresent = { purpose = [3] }", "0 rounds, not 1"),
        ("name = 'a'\npeople = 3\npresent = { lunch = [3] }", "lunch"),
        ("name = 'a'\npeople = 3\npresent = { purpose = [-3] }", "how many people"),
        ("name = 'a'\npeople = 3\npresent = 3", "step ="),
        ("name = 'a'\npeople = 3\nslips = 3", "expected a list"),
        ("name = 'a'\npeople = 3\nstate = 'agreed'", "no such state"),
        ("name = 'a'\npeople = 3\nsay = ['(']", "regular expression"),
        ("name = 'a'\npeople = 3\nsay = [3]", "expected a text"),
    ],
)
def test_what_no_room_can_be_is_refused(text: str, why: str) -> None:
    with pytest.raises(RoomError, match=why):
        parse_rooms(f"[[room]]\n{text}")


@pytest.mark.parametrize("text", ["", "room = 3", "[[rooms]]\nname = 'a'", "[room]", "[[room"])
def test_what_is_no_file_of_rooms_is_refused(text: str) -> None:
    with pytest.raises(RoomError, match=r"TOML|\[\[room\]\]"):
        parse_rooms(text)


def test_a_name_names_one_room(tmp_path: Path) -> None:
    file = tmp_path / "rooms.toml"
    file.write_text("[[room]]\nname = 'a'\npeople = 3\n" * 2, "utf-8")
    with pytest.raises(RoomError, match="two rooms"):
        read_rooms(file)


def test_what_a_room_expects_is_looked_for_sentence_by_sentence() -> None:
    room = Room("a", 3, say=(r"most.*worn out",), never=("agreed",), state=ConsentState.BLOCKED)
    assert unmet(room, ["MOST divided: worn out.", "A proposal."], "blocked") == ()
    assert unmet(room, ["Most divided.", "Worn out.", "Agreed on."], "carried") == (
        "the state is carried, not blocked",
        "nothing says most.*worn out",
        "agreed is in: agreed on.",
    )

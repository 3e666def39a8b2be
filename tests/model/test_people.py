"""A list of names: read line by line, and changed without mixing up who is who."""

from hypothesis import given
from hypothesis import strategies as st

from workbook.model.people import named, names_in, twice
from workbook.model.workshop import Person

BEFORE = (Person("p1", "Ana Duarte"), Person("p2", "Bo"), Person("p3", "Chidi"))
NAMES = st.lists(st.sampled_from(["Ana", "Anna", "Bo", "Chidi", "Dana", "Eve"]), unique=True)


def test_a_name_a_line_without_blanks_around() -> None:
    assert names_in("  Ana   Duarte \n\n\tBo\r\n ") == ("Ana Duarte", "Bo")
    assert names_in(" \n ") == ()


def test_a_name_that_stands_there_twice_is_found_whatever_its_capitals() -> None:
    assert twice(["Ana", "Bo", "ana"]) == "ana"
    assert twice(["Ana", "Bo"]) == ""


def test_who_stays_keeps_the_id_in_any_order() -> None:
    again = named(["Chidi", "Ana Duarte"], BEFORE)
    assert again == (Person("p3", "Chidi"), Person("p1", "Ana Duarte"))


def test_a_corrected_spelling_is_the_same_person() -> None:
    assert named(["Anna Duarte", "Bo", "Chidi"], BEFORE)[0] == Person("p1", "Anna Duarte")


def test_who_comes_for_somebody_else_is_somebody_else() -> None:
    again = named(["Ana Duarte", "Bo", "Yuki"], BEFORE)
    assert again[2] == Person("p4", "Yuki")


@given(NAMES, NAMES)
def test_nobody_shares_an_id_or_gets_that_of_somebody_unlike(
    first: list[str], second: list[str]
) -> None:
    before = named(first)
    after = named(second, before)
    assert [person.name for person in after] == second
    assert len({person.id for person in after}) == len(after)
    was = {person.id: person.name for person in before}
    for person in after:
        assert person.id not in was or was[person.id][0] == person.name[0]
        if person.name in first:
            assert was[person.id] == person.name

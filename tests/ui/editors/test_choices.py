"""Cases, ratings, rungs, orders, choices with a reason and consent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show, Shown
from workbook.model.guide import NEVER, PASS
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.option_button import OptionButton
from workbook.ui.widgets.rungs import Rungs

CHOICES = [q.RATINGS, q.CASE, q.RUNGS, q.ORDER, q.ORDER3, q.REASONED, q.CONSENT]


def groups(shown: Shown) -> list[ChoiceGroup]:
    return shown.editor.findChildren(ChoiceGroup)


def button(shown: Shown, choice: str, group: int = 0) -> OptionButton:
    return next(each for each in groups(shown)[group].buttons if each.choice == choice)


def checked(shown: Shown) -> list[str]:
    return [b.choice for g in groups(shown) for b in g.buttons if b.isChecked()]


def words(shown: Shown) -> str:
    return " ".join(label.text() for label in shown.editor.findChildren(QLabel))


def test_a_click_chooses_and_a_second_one_takes_it_back(show: Show) -> None:
    shown = show(q.CASE)
    shown.click(button(shown, "people"))
    shown.click(button(shown, "people"))
    assert shown.told == [("choice", "people", False), ("choice", None, False)]
    assert checked(shown) == []


def test_another_choice_replaces_the_first(show: Show) -> None:
    shown = show(q.CASE)
    shown.click(button(shown, "people"))
    shown.click(button(shown, PASS))
    assert shown.told[-1] == ("choice", PASS, False)
    assert checked(shown) == [PASS]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_move_and_only_a_key_for_it_chooses(show: Show, key: Qt.Key) -> None:
    shown = show(q.CASE)
    shown.press(Qt.Key.Key_Right)
    assert shown.told == []
    shown.press(key)
    assert shown.told == [("choice", "people", False)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_a_choice_back(show: Show, key: Qt.Key) -> None:
    shown = show(q.CASE)
    shown.editor.set_values({"choice": "work"})
    shown.press(key, key)
    assert shown.told == [("choice", None, False)]


def test_a_group_is_one_stop_for_tab(show: Show) -> None:
    shown = show(q.CASE)
    assert shown.editor.current_mark() == "choice"
    shown.tab()
    assert shown.editor.current_mark() == "last"


def test_tab_comes_to_what_is_chosen(show: Show) -> None:
    shown = show(q.CASE)
    shown.editor.set_values({"last": "not_happened"})
    assert shown.tab() is button(shown, "not_happened", 1)


def test_home_and_end_go_to_the_first_and_the_last(show: Show) -> None:
    shown = show(q.CASE)
    shown.press(Qt.Key.Key_End)
    assert button(shown, PASS).hasFocus()
    shown.press(Qt.Key.Key_Home)
    assert button(shown, "work").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("question", CHOICES)
def test_page_keys_turn_the_page(show: Show, question: object, key: Qt.Key) -> None:
    shown = show(question)
    shown.press(key)
    assert shown.window.turned == 1
    assert shown.told == []


@pytest.mark.parametrize(
    ("question", "values", "shown_as"),
    [
        (q.CASE, {"choice": PASS, "last": "people"}, [PASS, "people"]),
        (q.RATINGS, {"branding": 0, "hours": 4}, ["0", "4"]),
        (q.RUNGS, {"": "money"}, ["money"]),
        (q.ORDER, {"": ("work", "people")}, ["work"]),
        (q.REASONED, {"choice": "no", "reason": "x"}, ["no"]),
        (q.CONSENT, {"": 0}, ["0"]),
    ],
)
def test_values_set_are_shown_in_silence_and_cleared_again(
    show: Show, question: object, values: dict[str, object], shown_as: list[str]
) -> None:
    shown = show(question)
    shown.editor.set_values(values)  # type: ignore[arg-type]
    assert checked(shown) == shown_as
    shown.editor.set_values({})
    assert checked(shown) == []
    assert shown.told == []


@pytest.mark.parametrize("question", CHOICES)
def test_each_option_is_a_named_radio_button_in_a_named_group(show: Show, question: object) -> None:
    shown = show(question)
    for group in groups(shown):
        met = QAccessible.queryAccessibleInterface(group)
        assert met.role() == QAccessible.Role.Grouping
        assert met.text(QAccessible.Text.Name)
        for each in group.buttons:
            one = QAccessible.queryAccessibleInterface(each)
            assert one.role() == QAccessible.Role.RadioButton
            assert one.text(QAccessible.Text.Name)
            assert not one.state().checked
            group.set_value(each.choice)
            assert one.state().checked


# Ratings


def test_a_digit_rates(show: Show) -> None:
    shown = show(q.RATINGS)
    shown.press("3")
    assert shown.told == [("branding", 3, False)]
    shown.press("9")
    assert len(shown.told) == 1


def test_a_digit_pressed_again_does_not_take_the_rating_back(show: Show) -> None:
    shown = show(q.RATINGS)
    shown.press("3", "3")
    assert shown.told == [("branding", 3, False)]


def test_tab_goes_from_the_rating_to_its_note(show: Show) -> None:
    shown = show(q.RATINGS)
    shown.tab()
    assert shown.editor.current_mark() == "branding.note"
    shown.press("so")
    assert shown.told[-1] == ("branding.note", "so", True)
    shown.tab()
    assert shown.editor.current_mark() == "hours"
    assert shown.left == 1


def test_a_rating_is_spoken_with_its_statement(show: Show) -> None:
    shown = show(q.RATINGS)
    assert button(shown, "3").accessibleName() == "Branding: 3 of 4"


# Rungs


def test_every_rung_says_what_comes_first_there(show: Show) -> None:
    shown = show(q.RUNGS)
    rungs = shown.editor.findChild(Rungs)
    assert isinstance(rungs, Rungs)
    assert [row.first for row in rungs.rows] == ["", "", "", ""]
    shown.click(button(shown, "money"))
    assert shown.told == [("", "money", False)]
    assert [row.first for row in rungs.rows] == ["people first", "work first", "work first", ""]
    # Solid for people and hatched for work, as in every chart.
    assert [row.solid for row in rungs.rows[:3]] == [True, False, False]
    assert rungs.rows[2].accessibleDescription() == "work first"


def test_never_keeps_people_first_on_every_rung(show: Show) -> None:
    shown = show(q.RUNGS)
    shown.press(Qt.Key.Key_End, Qt.Key.Key_Space)
    assert shown.told == [("", NEVER, False)]
    rungs = shown.editor.findChild(Rungs)
    assert isinstance(rungs, Rungs)
    assert {row.first for row in rungs.rows} == {"people first"}


# Orders


def test_nothing_is_an_order_until_one_is_given(show: Show) -> None:
    shown = show(q.ORDER)
    assert "Nothing is put first yet." in words(shown)


def test_of_two_the_first_decides_the_order(show: Show) -> None:
    shown = show(q.ORDER)
    shown.click(button(shown, "work"))
    assert shown.told == [("", ("work", "people"), False)]
    assert "How much we get done, even over how we treat each other" in words(shown)


def test_an_order_taken_back_is_none(show: Show) -> None:
    shown = show(q.ORDER)
    shown.editor.set_values({"": ("work", "people")})
    shown.click(button(shown, "work"))
    assert shown.told == [("", None, False)]


def test_of_three_two_places_have_to_be_chosen(show: Show) -> None:
    shown = show(q.ORDER3)
    shown.click(button(shown, "money"))
    assert shown.told == []
    shown.click(button(shown, "people", 1))
    assert shown.told == [("", ("money", "people", "work"), False)]


def test_what_stands_last_can_be_put_first(show: Show) -> None:
    shown = show(q.ORDER3)
    shown.editor.set_values({"": ("money", "people", "work")})
    shown.click(button(shown, "work"))
    assert shown.told == [("", ("work", "money", "people"), False)]


def test_setting_no_order_keeps_one_that_is_half_given(show: Show) -> None:
    shown = show(q.ORDER3)
    shown.click(button(shown, "money"))
    shown.editor.set_values({})
    assert checked(shown) == ["money"]


# A choice with its reason, and consent


def test_choice_and_reason_are_told_apart(show: Show) -> None:
    shown = show(q.REASONED)
    shown.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    shown.tab()
    shown.press("a")
    assert shown.told == [("choice", "partly", False), ("reason", "a", True)]


@pytest.mark.parametrize("digit", "012345")
def test_a_digit_gives_consent(show: Show, digit: str) -> None:
    shown = show(q.CONSENT)
    shown.press(digit)
    assert shown.told == [("", int(digit), False)]


# Sizes


@pytest.mark.parametrize("width", [540, 676])
@pytest.mark.parametrize("question", CHOICES)
def test_no_option_is_cut_off(show: Show, question: object, width: int) -> None:
    shown = show(question, width=width, height=900)
    QApplication.processEvents()
    for group in groups(shown):
        for each in group.buttons:
            assert group.rect().contains(each.geometry())
            assert each.height() >= max(36, each.height_at(each.width()))


def test_a_case_is_low_enough_for_three_on_a_page(show: Show) -> None:
    shown = show(q.CASE, width=748)
    QApplication.processEvents()
    assert shown.editor.heightForWidth(748) <= 150

"""What the words of a group are: in the summary, and on Home."""

import json

import pytest

from tests.documents.test_summary import texts
from tests.exchange.test_session_json import VALIDATOR
from tests.standing_worlds import CARRIED, GO_ON, OTHER, WORDS, WORLDS, world
from workbook.catalogue.consent import state_words, wall_words
from workbook.catalogue.outcome import outcome_words
from workbook.documents.summary import summary
from workbook.exchange.exportable import leaving
from workbook.exchange.markdown import markdown
from workbook.exchange.session_json import session_json
from workbook.model.workshop import Proposal
from workbook.readings.findings import Findings


@pytest.mark.parametrize("state", WORLDS)
def test_the_summary_says_it_on_page_one_and_with_the_words(state: str) -> None:
    opened, headline = WORLDS[state]
    found = texts(summary(Findings(opened)).blocks)
    banner = next(text for text in found if text.startswith("A proposal of 22 November 2026. "))
    assert headline in banner
    assert headline in found
    assert not any("Agreed on" in text for text in found)
    line = f"We go on with it, because {GO_ON}."
    assert (line in banner) == (line in found) == (state == "blocked")


@pytest.mark.parametrize("state", WORLDS)
def test_home_calls_a_proposal_so(state: str) -> None:
    line = outcome_words(Findings(WORLDS[state][0]).outcome)
    assert line.startswith("A proposal: How we treat each other")
    assert len(line) <= 60


def test_what_is_carried_is_said_without_reserve() -> None:
    found = Findings(CARRIED)
    said = texts(summary(found).blocks)
    assert "Agreed: 8 go along, 6 gave no answer." in said
    assert any(t.startswith("Agreed on 22 November 2026. 8 go along, 6 gave no") for t in said)
    assert "8 of 14, 6 gave no answer" in said
    assert outcome_words(found.outcome).startswith("How we treat each other")


def test_why_a_group_goes_on_is_not_told_of_words_that_it_carries() -> None:
    found = texts(summary(Findings(world("4" * 14, go_on=GO_ON))).blocks)
    assert not any(GO_ON in text for text in found)


@pytest.mark.parametrize(
    ("scores", "words", "reason"),
    [
        ("0" * 14, OTHER, "The words that were voted on were blocked: 14 of 14 block it."),
        ("2" * 14, OTHER,
         "The words that were voted on were not carried: 14 of 14 stand at 1 or 2."),
        ("33333" + "-" * 9, OTHER,
         "For the words that were voted on there were too few scores: 5 go along, 9 passed."),
        ("5" * 14, OTHER, "The words that were voted on were carried: all 14 go along."),
        ("5" * 14, Proposal(), "There were no words in that vote."),
    ],
)  # fmt: skip
def test_words_that_were_changed_keep_what_became_of_those_before(
    scores: str, words: Proposal, reason: str
) -> None:
    found = Findings(world(scores, words=words)).consent
    assert found is not None
    assert state_words(found).reason == reason


@pytest.mark.parametrize(
    ("scores", "people", "lead", "reason"),
    [
        ("0", 1, "Not agreed: 1 of 1 blocks it.", ""),
        ("012345", 6, "Not agreed: 1 of 6 blocks it.", "2 stand at 1 or 2, 3 go along."),
        ("0144", 4, "Not agreed: 1 of 4 blocks it.", "1 stands at 1 or 2, 2 go along."),
        ("24", 2, "Not agreed yet: 1 of 2 stands at 1 or 2.", "1 goes along."),
        ("4", 1, "Agreed: 1 goes along.", ""),
        ("444", 3, "Agreed: all 3 go along.", ""),
        ("44-", 3, "Agreed: 2 go along, 1 passed.", ""),
        ("---", 3, "Too few scores: nobody gave one, 3 passed.",
         "Consent needs scores from 2 of the 3 people in the room at least."),
        ("-", 1, "Too few scores: nobody gave one, 1 passed.", ""),
        ("4--", 3, "Too few scores: 1 goes along, 2 passed.",
         "Consent needs scores from 2 of the 3 people in the room at least."),
        ("-", 2, "Too few scores: nobody gave one, 1 passed, 1 gave no answer.",
         "Consent needs a score from 1 of the 2 people in the room at least."),
    ],
)  # fmt: skip
def test_one_none_and_many(scores: str, people: int, lead: str, reason: str) -> None:
    found = Findings(world(scores, people=people, secret=False)).consent
    assert found is not None
    words = state_words(found)
    assert (words.lead, words.reason) == (lead, reason)


# Files that other programs read


@pytest.mark.parametrize("state", [*WORLDS, "carried"])
def test_exports_say_the_state_and_what_was_asked(state: str) -> None:
    opened, headline = WORLDS.get(state, (CARRIED, "Agreed: 8 go along, 6 gave no answer."))
    found = leaving(Findings(opened))
    plain = json.loads(session_json(found))
    VALIDATOR.validate(plain)
    assert plain["workshop"]["consent"]["state"] == state
    asked = [each for each in plain["rounds"] if "statement.consent" in each["questions"]]
    if state == "not_asked":
        assert asked == []
    elif state == "unknown":
        assert (asked[0]["proposal"], asked[0]["people"]) == (None, 14)
    else:
        proposed = OTHER if state == "changed" else WORDS
        assert asked[0]["proposal"] == {
            "purpose": proposed.purpose, "priority": proposed.priority,
        }  # fmt: skip
    text = markdown(summary(Findings(opened), in_full=True)).decode()
    assert f"**{headline}**" in text
    assert ("A proposal of 22 November 2026." in text) == (state != "carried")
    assert (GO_ON in text) == (state == "blocked")


def test_what_was_changed_is_in_the_file_with_what_became_of_the_words_before() -> None:
    plain = json.loads(session_json(leaving(Findings(WORLDS["changed"][0]))))
    told = {"state": "changed", "changed": ["purpose"], "of_round": "carried"}
    assert plain["workshop"]["consent"] == told
    text = markdown(summary(Findings(WORLDS["changed"][0]), in_full=True)).decode()
    assert "We used to say this." in text


def test_the_wall_says_what_the_words_are_and_nothing_of_a_round_before_while_one_is_open() -> None:
    blocked = Findings(WORLDS["blocked"][0]).consent
    carried = Findings(CARRIED).consent
    assert blocked is not None and carried is not None
    assert wall_words(blocked, voting=True) == "A proposal."
    assert wall_words(blocked, voting=False) == "A proposal. Not agreed: 14 of 14 block it."
    assert wall_words(carried, voting=False) == "Agreed: 8 go along, 6 gave no answer."

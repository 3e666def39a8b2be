"""What an author of a guide is told about its phases, its ballots and what stands beside them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guides import garden
from tests.guides.garden import plant
from workbook.guides import GuideError, guide_from_json, guide_to_json, load_guide
from workbook.model.guide import Mode, PhaseKind

ROOTS = 'id = "roots"\n'
STORM = 'id = "storm"\n'
SOIL = '[questions."roots.soil"]\n'
STRUCTURE = {
    "[[plans]]": """gives = ["storm"]
[[plans]]
id = "shed"
mode = "workshop"
total = 10
minutes = { roots = 6, storm = 4 }
[[plans]]""",
    ROOTS: """id = "roots"
ballot = ["roots.us", "roots.them"]
focus = ["roots.us"]
room = ["roots.said"]
phases = [
  { id = "dig", kind = "page", share = 2, page = "roots.all" },
  { id = "write", kind = "write", share = 2, firm = true },
  { id = "reveal", kind = "reveal", share = 1 },
  { id = "again", kind = "second", share = 1 },
  { id = "say", kind = "sentence", share = 1 },
]
""",
    STORM: """id = "storm"
ballot = ["storm.frost"]
phases = [
  { id = "write", kind = "write", share = 2 },
  { id = "reveal", kind = "reveal", share = 1 },
  { id = "after", kind = "page", share = 3, page = "storm.all" },
]
""",
    SOIL: """[questions."roots.said"]
kind = "text"
role = "step_sentence"
optional = true
modes = ["workshop"]
[questions."roots.soil"]
""",
}
WORDS = {
    "[steps.roots]": """[phases.write]
title = "Write"
card_title = "Silence"
card = "Say nothing."
invite = "Choose."
[phases.reveal]
title = "Look"
card_title = "At once"
card = "Wait."
[steps.roots.phases]
dig = { title = "Dig", card_title = "Deep", card = "Dig deep." }
again = { title = "Again", card_title = "Move?", card = "Nobody has to." }
say = { title = "Say", card_title = "One line", card = "Write it down." }
[steps.storm.phases]
write = { card = "Hold on." }
after = { title = "After", card_title = "Then", card = "Look around." }
[steps.roots]""",
    'plans.alone = "A short walk"': 'plans.alone = "A short walk"\nplans.shed = "In the shed"',
    SOIL: '[questions."roots.said"]\nprompt = "In a line"\n' + SOIL,
}


def changed(texts: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """The same replacements, with one text replaced in the first of them that has it."""
    holder = next(key for key, text in texts.items() if old in text)
    return {**texts, holder: texts[holder].replace(old, new, 1)}


def test_a_step_has_its_phases_with_words_of_their_own_or_in_common(tmp_path: Path) -> None:
    guide = load_guide("garden", folder=plant(tmp_path, STRUCTURE, WORDS))
    roots, storm = guide.steps
    assert [phase.kind for phase in roots.phases] == [
        PhaseKind.PAGE, PhaseKind.WRITE, PhaseKind.REVEAL, PhaseKind.SECOND, PhaseKind.SENTENCE,
    ]  # fmt: skip
    dig, write = roots.phases[:2]
    assert (dig.page, dig.share, dig.firm, dig.invite) == ("roots.all", 2, False, "")
    assert (write.title, write.card, write.invite, write.firm) == (
        "Write", "Say nothing.", "Choose.", True,
    )  # fmt: skip
    own = storm.phases[0]
    assert (own.title, own.card, own.invite, own.firm) == ("Write", "Hold on.", "Choose.", False)
    assert (roots.ballot, roots.focus) == (("roots.us", "roots.them"), ("roots.us",))
    assert (storm.focus, guide.gives) == ((), ("storm",))


def test_what_stands_beside_a_step_is_asked_after_its_pages_and_only_in_a_room(
    tmp_path: Path,
) -> None:
    guide = load_guide("garden", folder=plant(tmp_path, STRUCTURE, WORDS))
    ids = list(guide.questions)
    assert ids[ids.index("roots.said") - 1] == "roots.them"
    assert ids[ids.index("roots.said") + 1] == "storm.frost"
    roots = guide.step("roots")
    assert guide.step_of("roots.said") is roots
    assert [q.id for q in guide.questions_of(roots, Mode.WORKSHOP)][-1] == "roots.said"
    assert "roots.said" not in [q.id for q in guide.questions_of(roots, Mode.SOLO)]


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('gives = ["storm"]', 'gives = ["strom"]', "gives", '"strom" is no step; expected one of'),
        ('gives = ["storm"]', 'gives = ["storm", "storm"]', "gives", "stands here twice"),
        ('gives = ["storm"]', "gives = 3", "gives", "a list of texts"),
        ('["roots.us", "roots.them"]', '["roots.us", "roots.thm"]',
         "steps.roots.ballot", '"roots.thm" is no question on a page of this step'),
        ('["roots.us", "roots.them"]', '["roots.us", "storm.frost"]',
         "steps.roots.ballot", "is no question on a page of this step"),
        ('["roots.us", "roots.them"]', '["roots.us", "roots.us"]',
         "steps.roots.ballot", "stands here twice"),
        ('["roots.us", "roots.them"]', '["roots.us", "roots.plot"]',
         "steps.roots.ballot", '"roots.plot" cannot be voted on; expected a scale, ratings'),
        ('["roots.us", "roots.them"]', '["roots.them"]',
         "steps.roots.focus", '"roots.us" is not on the ballot'),
        ('focus = ["roots.us"]', "", "steps.roots.focus", "only cases can find it by themselves"),
        ('focus = ["roots.us"]', "focus = true", "steps.roots.focus", "a list of texts"),
        ('room = ["roots.said"]', 'room = ["roots.sad"]', "steps.roots.room", "is no question of"),
        ('room = ["roots.said"]', "", 'questions."roots.said"', "stands in 0 places"),
        ('room = ["roots.said"]', 'room = ["roots.said", "roots.plot"]',
         'questions."roots.plot"', "stands in 2 places; expected exactly one"),
        ('room = ["roots.said"]', 'room = ["roots.said", "roots.plot"]',
         "steps.roots.room", "expected optional = true and modes"),
        ('room = ["roots.said"]', 'room = ["roots.said", "roots.us"]',
         "steps.roots.room", '"roots.us" is no text'),
        ('modes = ["workshop"]', "", "steps.roots.room", 'modes = ["workshop"] there'),
        ("optional = true", "", "steps.roots.room", "expected optional = true"),
        ('kind = "page"', 'kind = "pages"', "steps.roots.phases.dig.kind", "one of page, write"),
        ("share = 2", "share = 0", "steps.roots.phases.dig.share", "a whole number from 1"),
        ("share = 2, ", "", "steps.roots.phases.dig.share", "this key is missing"),
        ('page = "roots.all"', 'page = "storm.all"',
         "steps.roots.phases.dig.page", '"storm.all" is no page of this step; expected one of'),
        (', page = "roots.all"', "", "steps.roots.phases.dig.page", '"" is no page of this step'),
        ('kind = "page", share = 2, page = "roots.all"', 'kind = "talk", share = 2',
         "steps.roots.phases", 'expected one with the page "roots.all"'),
        ("firm = true", 'firm = "yes"', "steps.roots.phases.write.firm", "true or false"),
        ("firm = true", "stern = true", "steps.roots.phases.write.stern", "no such key"),
        ('kind = "write"', 'kind = "talk"', "steps.roots.phases", "expected 1 of the kind write"),
        ('kind = "second"', 'kind = "write"', "steps.roots.phases", "expected 1 of the kind write"),
        ('kind = "reveal"', 'kind = "talk"', "steps.roots.phases", "expected 1 of the kind reveal"),
        ('ballot = ["storm.frost"]', "",
         "steps.storm.phases", "expected 0 of the kind reveal: the step has no ballot"),
        ('id = "again"', 'id = "dig"', "steps.roots.phases.dig", "this id stands here twice"),
        ('id = "again"', 'id = "roots.again"', 'steps.roots.phases."roots.again".id', "an id like"),
        ('role = "step_sentence"', "",
         "steps.roots.phases.say.kind", 'expected a question with the role "step_sentence"'),
    ],
)  # fmt: skip
def test_a_mistake_about_the_room_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    plant(tmp_path, changed(STRUCTURE, old, new), WORDS)
    with pytest.raises(GuideError) as caught:
        load_guide("garden", folder=tmp_path)
    found = str(caught.value).splitlines()
    assert any(
        line.startswith(f"garden/guide.toml: {key}: ") and expected in line for line in found
    ), found


def test_a_second_vote_comes_after_the_reveal(tmp_path: Path) -> None:
    early = changed(STRUCTURE, '"again", kind = "second"', '"again", kind = "reveal"')
    early = changed(early, '"reveal", kind = "reveal"', '"reveal", kind = "second"')
    plant(tmp_path, early, WORDS)
    with pytest.raises(GuideError) as caught:
        load_guide("garden", folder=tmp_path)
    assert str(caught.value) == (
        "garden/guide.toml: steps.roots.phases: "
        "expected these kinds in this order: write, reveal, second"
    )


def test_a_workshop_has_no_step_without_phases(tmp_path: Path) -> None:
    roots_only, _, _ = WORDS["[steps.roots]"].partition("[steps.storm.phases]")
    words = {**WORDS, "[steps.roots]": roots_only + "[steps.roots]"}
    plant(tmp_path, {**STRUCTURE, STORM: STORM}, words)
    with pytest.raises(GuideError) as caught:
        load_guide("garden", folder=tmp_path)
    assert str(caught.value) == (
        'garden/guide.toml: plans.shed.minutes: "storm" has no phases; '
        "expected some, as this is a workshop"
    )


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('card = "Dig deep."', 'cart = "Dig deep."', "steps.roots.phases.dig.card", "missing"),
        ('card = "Wait."', "", "steps.roots.phases.reveal.card", "this translation is missing"),
        ("[phases.reveal]", "[phases.reveals]", "phases.reveals.card", "left over"),
        ('title = "Dig"', "title = 3", "steps.roots.phases.dig.title", "expected a text"),
    ],
)
def test_a_mistake_in_the_words_of_a_phase_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    plant(tmp_path, STRUCTURE, changed(WORDS, old, new))
    with pytest.raises(GuideError) as caught:
        load_guide("garden", folder=tmp_path)
    found = str(caught.value).splitlines()
    assert any(f": {key}: " in line and expected in line for line in found), found


def test_a_guide_with_a_room_comes_back_the_same_from_the_library(tmp_path: Path) -> None:
    guide = load_guide("garden", folder=plant(tmp_path, STRUCTURE, WORDS))
    assert guide_from_json(guide_to_json(guide)) == guide


def test_a_guide_stored_before_there_were_rooms_is_still_read() -> None:
    guide = load_guide()
    plain = json.loads(guide_to_json(guide))
    del plain["gives"]
    for step in plain["steps"]:
        for key in ("phases", "ballot", "focus", "room"):
            del step[key]
    old = guide_from_json(json.dumps(plain))
    assert old.gives == ()
    assert all(step.phases == step.ballot == step.focus == step.room == () for step in old.steps)
    assert [step.pages for step in old.steps] == [step.pages for step in guide.steps]


_PLANTED = garden.swap(garden.STRUCTURE, STRUCTURE).splitlines()
_KEYS = [number for number, line in enumerate(_PLANTED) if "=" in line]
_JUNK = ["3", "true", '""', '"x"', "[]", '["x"]', "[{}]", '[{ id = "x" }]', "{}", '["roots.soil"]']


@given(st.sampled_from(_KEYS), st.sampled_from(_JUNK))
def test_whatever_stands_in_the_structure_of_a_room_the_answer_is_a_guide_or_its_mistakes(
    tmp_path_factory: pytest.TempPathFactory, number: int, junk: str
) -> None:
    folder = plant(tmp_path_factory.mktemp("junk"), STRUCTURE, WORDS)
    line = f"{_PLANTED[number].split('=')[0]}= {junk}"
    lines = [*_PLANTED[:number], line, *_PLANTED[number + 1 :]]
    (folder / "garden" / "guide.toml").write_text("\n".join(lines), encoding="utf-8")
    try:
        load_guide("garden", folder=folder)
    except GuideError as error:
        assert all(problem.file.startswith("garden/") for problem in error.problems)

"""What an author or translator sees: a guide that loads, or every mistake with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guides.garden import STRUCTURE, WORDS, plant, swap
from workbook.guides import GuideError, load_guide
from workbook.model.guide import Mode, RecordsQuestion, ScaleQuestion, Side, TextQuestion


def problems(folder: Path, language: str = "en") -> list[str]:
    with pytest.raises(GuideError) as caught:
        load_guide("garden", language, folder)
    return str(caught.value).splitlines()


def test_structure_and_words_come_together(tmp_path: Path) -> None:
    guide = load_guide("garden", folder=plant(tmp_path))
    us = guide.questions["roots.us"]
    assert isinstance(us, ScaleQuestion)
    assert (us.prompt, us.low, us.high) == ("For us", 0, 10)
    assert [(m.id, m.name, m.filled) for m in us.marks] == [
        ("say", "we say", False),
        ("do", "we do", True),
    ]
    seen = guide.questions["roots.seen"]
    assert isinstance(seen, RecordsQuestion)
    assert [(o.label, o.side) for o in seen.columns[2].options] == [
        ("in", Side.INSIDE),
        ("out", Side.NEITHER),
    ]
    soil = guide.questions["roots.soil"]
    assert isinstance(soil, TextQuestion)
    assert (soil.optional, soil.modes, soil.lines) == (True, {Mode.SOLO}, 3)
    assert (guide.plan("alone").title, guide.plan("alone").breaks) == ("A short walk", {"storm": 1})
    assert guide.step("roots").notes.run == ("Dig.", "Look.")
    assert (guide.version, guide.language, guide.ignored_words) == (3, "en", ("with",))


def test_questions_stand_in_the_order_people_meet_them(tmp_path: Path) -> None:
    swapped = plant(tmp_path, {'["roots.us"], ["roots.them"]': '["roots.them"], ["roots.us"]'})
    ids = list(load_guide("garden", folder=swapped).questions)
    assert ids[:5] == ["roots.plot", "roots.soil", "roots.seen", "roots.them", "roots.us"]


def test_a_text_at_the_only_question_leaves_the_one_of_its_role_over(tmp_path: Path) -> None:
    them = '[questions."roots.them"]'
    own = {them: f'[questions."roots.us"]\nprompt = "Us"\n{them}'}
    assert problems(plant(tmp_path, words=own)) == [
        "garden/words.en.toml: roles.inside_scale.prompt: left over: guide.toml has nothing "
        "that uses this text"
    ]


def test_a_question_without_a_role_is_its_own(tmp_path: Path) -> None:
    guide = load_guide("garden", folder=plant(tmp_path))
    assert guide.with_role("roots.soil") == (guide.questions["roots.soil"],)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('version = 3', "version = true", "version", "a whole number"),
        ("version = 3", "", "version", "this key is missing"),
        ('id = "garden"', 'id = "gardens"', "id", '"garden", the name of the folder'),
        ("total = 12", "total = 13", "plans.alone.total", "add up to 12; expected the total, 13"),
        ("roots = 6", "rots = 6", "plans.alone.minutes", '"rots" is no step'),
        ("roots = 6", "roots = 0", "plans.alone.minutes", "whole minutes above 0"),
        ("breaks =", "brakes =", "plans.alone.brakes", "no such key; expected one of breaks"),
        ('mode = "solo"', 'mode = "sole"', "plans.alone.mode", "one of solo, workshop"),
        ('id = "storm"', 'id = "roots"', "steps.roots", "stands here twice"),
        ('id = "storm"', 'id = "Storm!"', 'steps."Storm!".id', 'an id like "name"'),
        ('id = "roots.all"', 'id = "all"', "steps.roots.pages.all.id", 'like "step.name"'),
        ('id = "roots.all"', 'id = "stem.all"', 'pages."stem.all".headline', "missing"),
        ('[["roots.plot", "roots.soil"]', "[[]", 'pages."roots.all".rows', "one or two question"),
        ('"roots.soil"]', '"roots.sol"]', 'pages."roots.all".rows', '"roots.sol" is no question'),
        ('["roots.us"]', '["roots.them"]', 'questions."roots.us"', "stands in 0 places"),
        ('["roots.us"]', '["roots.them"]', 'questions."roots.them"', "stands in 2 places"),
        ('"facts"', '"fakts"', 'pages."roots.all".readings', '"fakts" is no reading; expected one'),
        ('"facts"', '"pulse"', 'pages."roots.all".readings', 'role "pulse", which no question'),
        ('["inside_scale"]', '["hours"]', 'pages."storm.all".needs', 'has the role "hours"'),
        ('kind = "order"', 'kind = "ordre"', 'questions."storm.first".kind', "one of text, scale"),
        ('role = "until"', 'role = "untill"', 'questions."storm.end".role', "is no known role"),
        ('role = "until"', 'role = "hours"', 'questions."storm.end".kind', "a RecordsQuestion"),
        ('role = "until"', 'role = "group_name"', 'questions."storm.end".role', "one question"),
        ("optional = true", 'optional = "yes"', 'questions."roots.soil".optional', "true or false"),
        ("optional = true", "optionl = true", 'questions."roots.soil".optionl', "no such key"),
        ('modes = ["solo"]', "modes = []", 'questions."roots.soil".modes', "a list of solo and"),
        ("high = 10", "high = 0", 'questions."roots.us".low', "a number below high, which is 0"),
        ("high = 10", "high = 9", 'questions."roots.us".low', "a scale from 0 to 10"),
        ('"do"]', '"make"]', 'questions."roots.us".marks.make.label', "missing"),
        ('{ id = "rest", side = "inside" }', '"rest"', 'questions."storm.frost".options', "side"),
        ('id = "dug", side = "outside"', 'id = "dug"', 'questions."storm.frost".last_time', "side"),
        ('id = "dig"', 'id = "pass"', 'questions."storm.frost".options.pass.label', "missing"),
        ('side = "inside" }, "outside"]', 'side = "up" }, "outside"]',
         'questions."roots.seen".columns.side.options.inside.side', "one of inside, outside"),
        ('"fact",', '{ id = "fact", type = "number" },',
         'questions."roots.seen".columns.fact', "a column of type text for this role"),
        ('type = "choice", options = ["calendar"', 'options = ["calendar"',
         'questions."roots.seen".columns.source', "a column of type choice for this role"),
        ('"fact",', '{ id = "fact", options = ["x"] },',
         'questions."roots.seen".columns.fact.options.x.label', "missing"),
        ('options = ["a", "b"]', 'options = ["a"]', 'questions."storm.first".options', "least 2"),
        ('options = ["a", "b"]', 'options = ["a", 7]', 'questions."storm.first".options.2', "id"),
        ('options = ["a", "b"]', 'options = "ab"', 'questions."storm.first".options', "a list"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_structure_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    plant(tmp_path, {old: new})
    assert any(
        line.startswith("garden/") and f"{key}: " in line and expected in line
        for line in problems(tmp_path)
    ), problems(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('framing = "Look up."', "", 'pages."storm.all".framing', "this translation is missing"),
        ('framing = "Look up."', 'framing = " "', 'pages."storm.all".framing', "expected a text"),
        ('framing = "Look up."', "framing = 3", 'pages."storm.all".framing', "expected a text"),
        ('run = ["Hold on."]', 'run = "Hold"', "steps.storm.run", "expected a list of texts"),
        ('run = ["Hold on."]', "run = []", "steps.storm.run", "expected a list of texts"),
        ('title = "Roots"', 'title = "Roots"\nshout = "x"', "steps.roots.shout", "left over"),
        ('plans.alone', "plans.together", "plans.together", "left over"),
        ('plans.alone', "plans.together", "plans.alone.title", "missing"),
        ('[roles.inside_scale]', "[roles.outside_scale]", 'questions."roots.us".prompt', "missing"),
        ('needs_words = "First the roots."', "", 'pages."storm.all".needs_words', "has needs"),
        ("{until}.", "{untill}.", 'questions."storm.words".draft', "{untill} is not the role"),
        ('{group_name}', "{evidence}", 'questions."storm.words".draft', "text question"),
        (', sentence = "roses"', "", 'questions."storm.first".options.b.sentence', "sentence"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_words_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    plant(tmp_path, words={old: new})
    found = problems(tmp_path)
    assert any(f"{key}: " in line and expected in line for line in found), found


def test_needs_words_without_needs_are_left_over(tmp_path: Path) -> None:
    plant(tmp_path, {'needs = ["inside_scale"]': ""})
    assert problems(tmp_path) == [
        'garden/words.en.toml: pages."storm.all".needs_words: left over: the page has no needs'
    ]


def test_every_mistake_is_listed_at_once_and_the_first_can_be_asked_for(tmp_path: Path) -> None:
    plant(tmp_path, {"version = 3": "", 'mode = "solo"': ""}, {'prompt = "Order"': ""})
    with pytest.raises(GuideError) as caught:
        load_guide("garden", folder=tmp_path)
    error = caught.value
    assert len(str(error).splitlines()) == 3
    assert (error.file, error.key) == ("garden/guide.toml", "version")
    assert error.expected == "this key is missing"
    assert {p.file for p in error.problems} == {"garden/guide.toml", "garden/words.en.toml"}


def test_a_translation_needs_every_text_that_the_first_language_has(tmp_path: Path) -> None:
    german = swap(WORDS, {'help = "Feel it."': "", 'title = "Garden"': 'title = "Garten"'})
    plant(tmp_path, de=german)
    assert problems(tmp_path, "de") == [
        'garden/words.de.toml: questions."roots.soil".help: this translation is missing; '
        "words.en.toml has a text here"
    ]
    plant(tmp_path, de=swap(german, {'prompt = "Soil"': 'prompt = "Erde"\nhelp = "Fühl sie."'}))
    guide = load_guide("garden", "de", tmp_path)
    assert (guide.language, guide.title) == ("de", "Garten")
    assert guide.questions["roots.soil"].help == "Fühl sie."


def test_what_a_translation_has_too_much_is_left_over(tmp_path: Path) -> None:
    plant(tmp_path, de=WORDS + 'hint = "x"\nhelp = "y"\n')
    assert [line.split(": ", 1)[1] for line in problems(tmp_path, "de")] == [
        'questions."storm.words".help: left over: words.en.toml has no text here',
        'questions."storm.words".hint: left over: words.en.toml has no text here',
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    plant(tmp_path)
    assert problems(tmp_path, "fr") == [
        "garden/words.fr.toml: expected this file, which does not exist"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"\xff\xfe", "text in UTF-8"), (b"a = \n", "expected TOML (Invalid value (at line 1")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, expected: str) -> None:
    (plant(tmp_path) / "garden" / "words.en.toml").write_bytes(content)
    [line] = problems(tmp_path)
    assert line.startswith("garden/words.en.toml: ") and expected in line


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    plant(tmp_path)
    (tmp_path / "garden" / "words.de.toml").mkdir()
    [line] = problems(tmp_path, "de")
    assert line.startswith("garden/words.de.toml: expected a file that can be read (")


_LINES = [
    (name, number)
    for name, text in (("guide", STRUCTURE), ("words.en", WORDS))
    for number, line in enumerate(text.splitlines())
    if "=" in line
]
_JUNK = ["3", "-1", "true", '""', '"x"', "[]", "[[]]", "[{}]", "{}", "[1, 2]", "1.5", '{ x = "y" }']


@given(st.sampled_from(_LINES), st.sampled_from(_JUNK))
def test_whatever_stands_in_a_file_the_answer_is_a_guide_or_its_mistakes(
    tmp_path_factory: pytest.TempPathFactory, line: tuple[str, int], junk: str
) -> None:
    folder = plant(tmp_path_factory.mktemp("junk"))
    path = folder / "garden" / f"{line[0]}.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[line[1]] = lines[line[1]].split("=")[0] + "= " + junk
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        load_guide("garden", folder=folder)
    except GuideError as error:
        assert all(problem.file.startswith("garden/") for problem in error.problems)

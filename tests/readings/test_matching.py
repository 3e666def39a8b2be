"""Offers and needs are suggested sparingly, and by words that are rare among the records."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.impact import words_of
from workbook.readings.matching import NEEDS_AN_OFFER, ON_A_PAGE, suggest

# What a room of forty wrote one evening: (whose, needs, offered).
EVERYDAY = [
    ("Allotment", "someone with a van on Saturdays", "vegetables and seedlings"),
    ("Ana", "help with a grant application", "a spare room in March"),
    ("Bike kitchen", "space for tools and a bigger room", "repairs on Wednesday evenings"),
    ("Bread club", "an oven in the evenings", "bread and cake for any evening"),
    ("Carla", "time to finish my thesis", "translating into Spanish"),
    ("Chess table", "a quiet room", "four boards and two clocks"),
    ("Choir", "a piano that stays in tune", "songs for any party"),
    ("Coding night", "laptops that still work", "help with a website"),
    ("Dinner table", "chairs, plates and a kitchen", "soup for thirty people"),
    ("Dora", "somebody who knows about tax", "driving on weekday evenings"),
    ("Drama group", "costumes, and room for rehearsals", "lights and a small stage"),
    ("Elif", "a website for my studio", "pottery lessons"),
    ("Film club", "a projector that works", "chairs, about twenty of them"),
    ("Finn", "someone to talk to about work", "carrying heavy things"),
    ("Garden", "tools, and help with digging", "a garden to sit in"),
    ("Ghada", "Arabic books for children", "Arabic lessons in the evening"),
    ("Green walk", "a printer for the maps", "walks on Sunday mornings"),
    ("Home repairs", "a ladder and a good drill", "painting and small repairs"),
    ("Ines", "somebody to look after my dog", "baking, and cake for parties"),
    ("Jam session", "room where we can be loud", "music for an evening"),
    ("Jonas", "advice about money", "photos of your event"),
    ("Kids' club", "paper, paint and patient people", "games for an afternoon"),
    ("Knitting", "wool and good light", "warm hats"),
    ("Language café", "people who speak Arabic or Polish", "tea and conversation"),
    ("Lending shelf", "shelves, and space for them", "a drill, a ladder and a tent"),
    ("Marek", "help with German letters", "Polish conversation"),
    ("Market stall", "a van and strong people", "money for the group"),
    ("Mending circle", "a second sewing machine", "mending clothes"),
    ("Mira", "a desk two days a week", "graphic design and posters"),
    ("Neighbours", "posters for the street party", "keys for the big room"),
    ("Newsletter", "stories, and photos of events", "a list of three hundred people"),
    ("Night shelter", "blankets, soup and volunteers", "thanks, and a hot drink"),
    ("Open studio", "visitors, and someone for the website", "space on weekday mornings"),
    ("Petra", "a lift on Sundays", "help with tax forms"),
    ("Reading group", "a room with a lamp", "books, mostly novels"),
    ("River clean-up", "gloves, bags and a van", "a boat for an afternoon"),
    ("Samir", "practice for an interview", "mending computers"),
    ("Seniors' lunch", "drivers, and help in the kitchen", "recipes and good company"),
    ("Swap day", "tables and people on the day", "clothes nobody needs any more"),
    ("Youth football", "a lawn and a trainer", "strong arms on Saturdays"),
]
COMMON = frozenset(
    {"about", "good", "help", "people", "someone", "somebody", "that", "with", "work"}
)


def wishes(column: int) -> list[tuple[str, str]]:
    return [(row[0], row[column]) for row in EVERYDAY]


def test_forty_records_of_everyday_wishes_give_at_most_a_page() -> None:
    assert len(EVERYDAY) == 40
    found = suggest(wishes(1), wishes(2), COMMON)
    assert 10 <= len(found) <= ON_A_PAGE <= 30
    assert max(Counter((m.offering, m.offer) for m in found).values()) <= NEEDS_AN_OFFER
    assert all(m.project != m.offering and m.words for m in found)
    # Two rare words lead; what many share comes last.
    assert [m.words for m in found[:2]] == [("event", "photo"), ("drill", "ladder")]
    assert (found[1].project, found[1].offering) == ("Home repairs", "Lending shelf")
    assert {m.words for m in found[-2:]} == {("room",)}


def test_even_without_common_words_left_out_it_stays_a_page() -> None:
    assert len(suggest(wishes(1), wishes(2))) <= ON_A_PAGE


def test_an_offer_is_suggested_for_the_three_needs_that_weigh_most() -> None:
    others = [(f"Other {at}", f"wish{chr(97 + at) * 4}") for at in range(20)]
    needs = [("A", "tools"), ("B", "tools"), ("C", "tools and ladder"), ("D", "tools"), *others]
    found = suggest(needs, [("Shed", "tools, ladder")])
    assert [(m.project, m.words) for m in found] == [
        ("C", ("ladder", "tool")),
        ("A", ("tool",)),
        ("B", ("tool",)),
    ]


def test_a_word_that_half_of_the_records_share_joins_nothing() -> None:
    needs = [(name, "a room") for name in "ABCDE"] + [("F", "a room, a ladder")]
    offers = [("G", "a room and a ladder"), ("H", "seeds")]
    (found,) = suggest(needs, offers)
    assert (found.project, found.words) == ("F", ("ladder",))


def test_two_records_that_share_a_word_are_enough_for_a_small_group() -> None:
    (found,) = suggest([("Garden", "a ladder")], [("Shed", "ladders"), ("Garden", "ladder")])
    assert (found.project, found.offering, found.words) == ("Garden", "Shed", ("ladder",))


def test_nothing_in_common_is_no_suggestion() -> None:
    assert suggest([("Garden", "seeds")], [("Kitchen", "pots")]) == ()
    assert suggest([], []) == ()


def test_when_there_is_more_than_a_page_every_offer_has_its_best_need_first() -> None:
    words = [f"{chr(97 + at // 26)}{chr(97 + at % 26)}word" for at in range(40)]
    needs = [(f"N{at}", f"{word} {words[(at + 1) % 40]}") for at, word in enumerate(words)]
    offers = [(f"O{at}", word) for at, word in enumerate(words)]
    found = suggest(needs, offers)
    assert len(found) == ON_A_PAGE
    assert len({m.offering for m in found}) == ON_A_PAGE


word = st.sampled_from(["ladder", "room", "soup", "website", "tools", "piano"])
wish = st.tuples(st.sampled_from("ABCDEFG"), st.lists(word, max_size=4).map(" ".join))


@given(st.lists(wish, max_size=12), st.lists(wish, max_size=12))
def test_what_is_suggested_shares_rare_words_with_others(needs, offers) -> None:
    found = suggest(needs, offers)
    records = {whose for whose, _ in needs + offers}
    for match in found:
        assert match.project != match.offering
        assert (match.project, match.need) in needs
        assert (match.offering, match.offer) in offers
        assert set(match.words) <= words_of(match.need) & words_of(match.offer)
        for shared in match.words:
            having = {who for who, text in needs + offers if shared in words_of(text)}
            assert len(having) == 2 or len(having) < len(records) / 2
    assert len(found) <= ON_A_PAGE

"""How words are made comparable, and how they may have been typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.words import LONGEST, cyrillic_of, other_keyboard_of, spellings_of, stems_meant, swapped, words_of


def stem(word, code):
    """The one stem of a word in this language."""
    [found] = Vocabulary().stems[code][word]
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Сапа саясаты – 2026!", ["сапа", "саясаты", "2026"]),
        ("Әлеуметтік қызмет, ғылым", ["алеуметтик", "кызмет", "гылым"]),
        ("Учёт (R-077)", ["учет", "r", "077"]),
        ("BALABAQŞA bilim äleumettik", ["balabaqsha", "bilim", "aleumettik"]),
        ("İNKLYÜZİYA", ["inklyuziya"]),
        ("ба\u0301лабақша", ["балабакша"]),  # with the accent of a textbook
        ("мои\u0306", ["мой"]),  # as it is copied out of some PDFs
        ("оце\u00adнка", ["оценка"]),  # with a hyphen that does not show
        (" – ?! 😀 ", []),
    ],
)
def test_a_text_is_its_words_in_small_plain_letters(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("kk", ["балабақша", "балабақшада", "балабақшаның", "балабақшалар", "балабақшаларға"]),
        ("kk", ["педагог", "педагогтар", "педагогтарға", "педагогтың"]),
        ("ru", ["оценивание", "оценивания", "оцениванием", "оцениванию"]),
        ("ru", ["педагогический", "педагогическая", "педагогических"]),
        ("en", ["policy", "policies"]),
        ("en", ["assessment", "assessments"]),
    ],
)
def test_all_forms_of_a_word_have_one_stem(code, forms):
    assert len({stem(form, code) for form in forms}) == 1


def test_four_letters_of_a_kazakh_word_stay():
    assert {stem(word, "kk") for word in ("бала", "балалар", "баланың", "балаларға")} == {"бала"}
    assert stem("сапа", "kk") == "сапа"


def test_each_language_has_its_own_stems():
    assert (stem("Саясаты", "kk"), stem("Политика", "ru"), stem("Policy", "en")) == ("саяс", "политик", "polici")


def test_a_word_is_remembered_with_the_stems_that_it_has_in_each_language():
    met = Vocabulary()
    assert met.stems["kk"]["«Дети–дети»,"] == ("дети", "дети")
    assert met.stems["ru"]["дети"] == ("дет",)
    assert met.taken() == {"дети": {"дети", "дет"}, "дет": {"дет"}}
    assert met.taken() == {}


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("balabaqsha", "балабакша"),
        ("mektep", "мектеп"),
        ("sapa", "сапа"),
        ("inklyuziya", "инклюзия"),
        ("shchyot", "щет"),
        ("chelovek", "человек"),
        ("zhetekshi", "жетекши"),
        ("tsentr", "центр"),
        ("oqytu", "окыту"),
        ("bayqau", "байкау"),
        ("yaqni", "якни"),
    ],
)
def test_latin_letters_are_read_as_cyrillic_ones(latin, cyrillic):
    assert cyrillic_of(latin) == cyrillic
    assert spellings_of(latin) == {latin, cyrillic}


def test_a_word_in_cyrillic_letters_is_spelled_as_it_is():
    assert spellings_of("мектеп") == {"мектеп"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("балабакшаларга", "балабакш"),  # Kazakh with Russian letters
        ("balabaqshalargha", "балабакш"),  # Kazakh with Latin letters
        ("политикой", "политик"),
        ("politikoy", "политик"),
        ("policies", "polici"),
    ],
)
def test_a_typed_word_means_the_stems_that_it_has_in_any_language(typed, meant):
    assert meant in stems_meant(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vtrntg", ["мектеп"]),
        (",fkf,frif", ["балабакша"]),
        ("rfxtcndj", ["качество"]),
        ("йгфдшен", ["quality"]),
        ("Gjkbnbrf", ["политика"]),
    ],
)
def test_keys_pressed_on_the_other_keyboard_give_the_word(typed, meant):
    assert other_keyboard_of(typed) == meant


def test_two_neighbours_may_stand_in_the_other_order():
    assert swapped("сапа") == {"аспа", "спаа", "саап"}
    assert swapped("а") == set()


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_words_that_the_index_has_room_for(typed):
    for word in words_of(typed) + other_keyboard_of(typed):
        assert words_of(word) == [word]
        assert all(0 < len(one) <= LONGEST for one in spellings_of(word))
        assert all(len(one) <= LONGEST for one in stems_meant(word))


@given(st.text("абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=1, max_size=20))
def test_a_stem_is_never_longer_than_its_word_and_means_itself(word):
    for code in ("kk", "ru"):
        assert len(stem(word, code)) <= len(word)
        assert stem(word, code) in stems_meant(word)


def test_a_word_too_long_for_the_index_is_cut_into_parts():
    assert list(map(len, words_of("а" * 150))) == [60, 60, 30]

"""The pages of versions and of what differs between two of them."""

import re
from datetime import timedelta

import pytest
from django.utils.html import strip_tags

from tarazy.ground.foundation import clock
from tarazy.reference.standards import services
from tarazy.reference.standards.services import Publication
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


def load(text=SMALL, version="1.0", **how):
    """Load this text as this version."""
    return services.load_package(text.replace('"1.0"', f'"{version}"').encode(), now=NOW, publication=Publication(**how)).set


def page(client, address):
    """What stands on a page, without its markup."""
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", strip_tags(response.text.partition("<main")[2]))


def test_the_versions_stand_with_their_days_and_lead_to_what_changed(english):
    today = clock.today()
    load()
    load(version="2.0", previous_until=today + timedelta(400))
    load(version="10.0", in_force_from=today + timedelta(30), previous_until=today + timedelta(400))
    text = english.get("/standards/small/versions/").text
    assert re.findall(r'href="/standards/small/versions/([^"]+)/"', text) == ["2.0/10.0", "1.0/2.0"]
    assert re.findall(r'<th scope="row"><a href="/standards/small/([^"]+)/"', text) == ["10.0", "2.0", "1.0"]
    told = page(english, "/standards/small/versions/")
    assert "no end set" in told
    assert "For a running case: nothing." in told


def test_a_version_to_come_says_from_when_it_holds_and_the_one_before_until_when_it_lives(english):
    today = clock.today()
    load()
    assert "There is a newer version" not in page(english, "/standards/small/")
    load(version="2.0", in_force_from=today + timedelta(30), previous_until=today + timedelta(400))
    assert "until then the version before it does" in page(english, "/standards/small/")
    old = page(english, "/standards/small/1.0/")
    assert "There is a newer version of this set; this one can still be chosen until" in old
    assert "Cases keep the version that was agreed on." in old


def test_a_version_that_can_no_longer_be_chosen_says_only_that_there_is_a_newer_one(english):
    load()
    load(version="2.0", previous_until=clock.today() - timedelta(1))
    assert "There is a newer version of this set." in page(english, "/standards/small/1.0/")


def test_the_difference_shows_the_words_that_went_and_came_in_the_readers_language(english):
    load()
    load(SMALL.replace("There is one", "There is a signed one").replace("Есть", "Есть, и подписана"), version="2.0")
    text = english.get("/standards/small/versions/1.0/2.0/").text
    assert "There is <ins>a signed</ins> one" in re.sub(r"\s+", " ", text)
    assert "подписана" not in text
    assert "Changed: 1" in page(english, "/standards/small/versions/1.0/2.0/")
    back = english.get("/standards/small/versions/2.0/1.0/").text
    assert "<del>a signed</del>" in back
    english.cookies["django_language"] = "ru"
    assert "<ins>Есть, и подписана</ins>" in english.get("/standards/small/versions/1.0/2.0/").text


def test_a_change_in_another_language_alone_is_named_by_its_language(english):
    load()
    load(SMALL.replace("Есть", "Имеется"), version="2.0")
    assert "Changed in other languages only: Русский" in page(english, "/standards/small/versions/1.0/2.0/")


def test_criteria_that_came_and_went_are_told_whole(english):
    more = SMALL + '      - number: "1.2"\n        source: "tests"\n        text: {kk: "Жария", ru: "Открыта", en: "Open to all who ask"}\n'
    load()
    load(more, version="2.0")
    assert "<ins>Open to all who ask</ins>" in english.get("/standards/small/versions/1.0/2.0/").text
    assert "<del>Open to all who ask</del>" in english.get("/standards/small/versions/2.0/1.0/").text
    assert "New: 1" in page(english, "/standards/small/versions/1.0/2.0/")
    assert "Gone: 1" in page(english, "/standards/small/versions/2.0/1.0/")


def test_two_versions_that_say_the_same_differ_in_nothing(english):
    load()
    load(version="2.0")
    assert "Nothing differs" in page(english, "/standards/small/versions/1.0/2.0/")
    assert "Nothing differs" in page(english, "/standards/small/versions/1.0/1.0/")


def test_a_changed_source_is_told_and_that_it_asks_nothing_new(english):
    load()
    other = SMALL.replace('  - number: "1.1"\n        source: "tests 1"', '  - number: "1.1"\n        source: "tests 2"')
    load(other, version="2.0")
    told = page(english, "/standards/small/versions/1.0/2.0/")
    assert "1.1 Only its source changed There is one Sourcetests 1 2" in told
    assert "A changed source alone asks nothing new of an institution" in told
    assert "Changed: 0" in told
    assert "The set as a whole" not in told


def test_another_title_summary_and_source_of_the_set_are_told_word_by_word(english):
    load()
    other = SMALL.replace('en: "Set"', 'en: "Set of colleges"').replace('en: "For tests"', 'en: "For checks"')
    load(other.replace('source: "tests"', 'source: "Order 5"'), version="2.0")
    text = english.get("/standards/small/versions/1.0/2.0/").text
    for said in ("<ins>of colleges</ins>", "<del>tests</del>", "<ins>checks</ins>", "<ins>Order 5</ins>"):
        assert said in text
    told = page(english, "/standards/small/versions/1.0/2.0/")
    assert "The set as a whole" in told
    assert "Nothing differs" not in told
    assert "A changed source alone" not in told


@pytest.mark.parametrize("address", ["nothing/versions/", "small/versions/1.0/3.0/", "small/versions/0/1.0/", "nothing/versions/1.0/2.0/"])
def test_versions_that_are_not_there_are_not_found(english, address):
    load()
    load(version="2.0")
    assert english.get(f"/standards/{address}").status_code == 404


def test_what_somebody_wrote_is_shown_as_text_in_a_difference(english):
    load()
    load(SMALL.replace("There is one", "There is <script>alert(1)</script>"), version="2.0")
    text = english.get("/standards/small/versions/1.0/2.0/").text
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_difference_costs_the_same_for_one_standard_and_for_many(english, django_assert_max_num_queries):
    load()
    load(SMALL.replace("There is one", "There is another"), version="2.0")
    english.get("/standards/small/versions/1.0/2.0/")
    with django_assert_max_num_queries(8):
        english.get("/standards/small/versions/1.0/2.0/")

"""Organisations on their pages."""

import pytest

from tests.factories import DAY, appoint, make_agency, make_institution, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


@pytest.fixture
def university():
    """A university with a programme."""
    university = make_institution(name="Университет Тест", phone="+7 700 111 22 33", head_name="Ерлан Қасымов")
    make_programme(university, nqf_level=6, credits=240)
    return university


@pytest.fixture
def head(client, university):
    """Its head, signed in, reading English."""
    client.cookies["django_language"] = "en"
    client.force_login(appoint(None, university, "institution_head").person)
    return client


def profile(university, **changes):
    """The profile form as it stands, with changes."""
    texts = {f"name_{code}": getattr(university.name, code) for code in ("kk", "ru", "en")}
    return {**texts, "phone": university.phone, "head_name": university.head_name, **changes}


def test_a_signed_in_person_reads_the_profile_and_is_offered_no_change(client, university):
    client.cookies["django_language"] = "en"
    client.force_login(appoint(None, make_agency(), "expert").person)
    text = client.get(f"/institutions/{university.pk}/").text
    for said in (university.bin, "Private", "+7 700 111 22 33", "Ерлан Қасымов", "6B01101", "240"):
        assert said in text
    assert "Change the profile" not in text
    assert "Add a programme" not in text


def test_the_public_is_asked_to_sign_in(client, university):
    assert client.get(f"/institutions/{university.pk}/").status_code == 302


def test_the_head_changes_the_profile(head, university):
    links = {"link_charter": "https://uni.example.kz/charter"}
    page = head.post(f"/institutions/{university.pk}/edit/", profile(university, phone="+7 700 999 88 77", **links), follow=True)
    assert "The profile is saved." in page.text
    assert "+7 700 999 88 77" in page.text
    assert 'href="https://uni.example.kz/charter"' in page.text
    assert 'value="https://uni.example.kz/charter"' in head.get(f"/institutions/{university.pk}/edit/").text


def test_a_missing_name_and_a_wrong_address_come_back_beside_their_fields(head, university):
    page = head.post(f"/institutions/{university.pk}/edit/", profile(university, name_kk="", website="not an address", phone="+7 1"))
    assert page.status_code == 422
    assert 'href="#id_name_kk"' in page.text
    assert 'href="#id_website"' in page.text
    assert 'value="+7 1"' in page.text


def test_the_head_of_another_organisation_may_read_and_not_change(client, university):
    client.force_login(appoint(None, make_institution(), "institution_head").person)
    assert client.get(f"/institutions/{university.pk}/").status_code == 200
    for address in ("edit/", "programmes/add/", "licences/add/"):
        assert client.get(f"/institutions/{university.pk}/{address}").status_code == 403
        assert client.post(f"/institutions/{university.pk}/{address}", {}).status_code == 403


def test_a_programme_is_added_and_a_wrong_or_a_second_code_is_refused(head, university):
    address = f"/institutions/{university.pk}/programmes/add/"
    data = {"code": "7M01101", "name_kk": "Бір", "name_ru": "Один", "name_en": "One", "nqf_level": 7, "credits": 120}
    assert "7M01101" in head.post(address, data, follow=True).text
    assert "The organisation has a programme with this code already." in head.post(address, data).text
    wrong = head.post(address, {**data, "code": "12"})
    assert (wrong.status_code, "An example: 6B01101." in wrong.text) == (422, True)
    assert university.programmes.count() == 2


def test_a_licence_is_added_once(head, university):
    address = f"/institutions/{university.pk}/licences/add/"
    data = {"number": "KZ11LAA00000001", "issued_on": DAY.isoformat(), "subject_ru": "Высшее образование"}
    assert "KZ11LAA00000001" in head.post(address, data, follow=True).text
    again = head.post(address, data)
    assert (again.status_code, "This licence is on the list already." in again.text) == (422, True)


def test_the_search_page_finds_and_says_when_it_does_not(head, university):
    assert f"/institutions/{university.pk}/" in head.get("/institutions/", {"q": "университет"}).text
    assert "1 organisation found" in head.get("/institutions/", {"q": "университет"}).text
    assert "Nothing found for “жоқ”" in head.get("/institutions/", {"q": "жоқ"}).text
    assert "Type a part of the name" in head.get("/institutions/").text


@pytest.mark.parametrize("others", [0, 3])
def test_a_search_page_costs_the_same_for_one_organisation_and_for_many(head, university, others, django_assert_max_num_queries):
    for _ in range(others):
        make_institution(name="Университет Тест")
    with django_assert_max_num_queries(9):
        head.get("/institutions/", {"q": "университет"})


def test_an_organisation_that_is_not_there_is_not_found(head):
    assert head.get("/institutions/999999/").status_code == 404

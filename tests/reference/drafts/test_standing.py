"""New cases of an agency are judged by one set: a second one is not put in the place where another stands."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import translation

from tarazy.ground.foundation.errors import Refused
from tarazy.reference.drafts import services
from tarazy.reference.drafts.models import Draft
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.queries import in_force
from tests.factories import DAY, NOW, appoint, make_agency, make_standards
from tests.reference.drafts.making import MORROW, again, agree

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

PUBLISHED = "“Set of_all” (of_tst) stands in place of “of_all” already, and two sets cannot judge the same case."


def copied(base, agency, by, *, key, replaces=True):
    """A draft from this set."""
    return services.copy_set(base, agency=agency, key=key, replaces=replaces, by=by, now=NOW, today=DAY)


def moved_in(base, agency, by, *, key="late"):
    """A draft beside the set which is then said to stand in its place, as if both had been begun before anybody looked."""
    draft = copied(base, agency, by, key=key, replaces=False)
    Draft.objects.filter(pk=draft.pk).update(replaces=base.key)
    return Draft.objects.get(pk=draft.pk)


def test_a_second_draft_for_the_same_place_is_refused_and_names_the_first(draft, base, agency, head):
    with pytest.raises(Refused) as caught:
        copied(base, agency, head, key="second")
    assert "The draft “Set of_all” (of_tst) is to stand in place of “of_all” already" in str(caught.value)
    assert "Change that draft, or begin a copy that stands beside it." in str(caught.value)
    assert [reason.url for reason in caught.value.reasons] == [draft.get_absolute_url()]
    assert copied(base, agency, head, key="second", replaces=False).replaces == ""


def test_where_a_published_set_stands_no_other_is_begun_and_its_next_version_is(first, base, agency, head):
    with pytest.raises(Refused) as caught:
        copied(base, agency, head, key="second")
    assert PUBLISHED in str(caught.value)
    assert "Put what you want to change into its next version" in str(caught.value)
    assert again(first, by=head).replaces == "of_all"


def test_a_second_set_is_not_published_into_the_place_also_not_for_a_later_day(draft, base, agency, head):
    late = moved_in(base, agency, head)
    first = agree(draft, by=head, on=MORROW)
    for day in (DAY, MORROW):
        with pytest.raises(Refused) as caught:
            agree(late, by=head, on=day)
        assert PUBLISHED in str(caught.value)
    assert list(StandardsSet.objects.filter(agency=agency)) == [first]
    assert in_force("of_all", MORROW, agency) == first


def test_another_agency_and_another_set_of_the_guidelines_have_places_of_their_own(first, base, agency, head):
    other = make_agency("OTH")
    assert agree(copied(base, other, (by := appoint(None, other, "agency_head")), key="of_oth"), by=by).replaces == "of_all"
    assert agree(copied(make_standards(key="of_schools"), agency, head, key="schools_tst"), by=head).replaces == "of_schools"


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "«of_all» орнына «Жинақ of_all» (of_tst)"), ("ru", "вместо «of_all» уже действует «Набор of_all» (of_tst)")],
)
def test_the_page_says_it_in_the_readers_language_and_keeps_what_was_chosen(desk, first, base, language, said):
    desk.cookies["django_language"] = language
    with translation.override(language):
        answer = desk.post("/drafts/new/", {"base": base.pk, "key": "second", "replaces": "on"})
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="second"' in answer.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ["begin", "publish"])
def test_of_two_at_once_one_takes_the_place(base, agency, head, coordinator, act):
    drafts = [moved_in(base, agency, head, key=key) for key in ("one", "other")] if act == "publish" else [None, None]
    together, ends = Barrier(2), []

    def run(key, draft):
        together.wait()
        try:
            ends.append(agree(draft, by=head) if draft else copied(base, agency, coordinator, key=key))
        except Refused as refused:
            ends.append(str(refused))
        finally:
            connection.close()

    threads = [Thread(target=run, args=one) for one in zip(("one", "other"), drafts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(end) is str for end in ends) == [False, True]
    assert (StandardsSet if act == "publish" else Draft).objects.filter(agency=agency, replaces="of_all").count() == 1

"""An agency writes its own standards: a copy, two changes, a version; a case that runs keeps the text of its contract."""

import pytest
from playwright.sync_api import expect

from tarazy.external.procedure.editions import school_2026
from tarazy.ground.foundation import clock
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.queries import in_force, set_in_version
from tests.browser import writing
from tests.factories import SINCE, make_agency, make_rulebook, make_standards

pytestmark = pytest.mark.browser

KEY = school_2026.STANDARDS


def reads_old_text(play, chosen):
    """The head of the institution follows the standards of the case, and reads what stood there when it was agreed."""
    head = play.head
    head.go(play.page_of("procedure:case"))
    head.follow(chosen.get_absolute_url())
    for number in ("1", "2"):
        head.follow(f"{chosen.get_absolute_url()}{number}/") if number == "1" else head.go(f"{chosen.get_absolute_url()}{number}/")
        for part in ("1", "2"):
            text = chosen.standards.get(number=number).criteria.get(position=part).text
            expect(head.page.locator(f'[id="c{number}.{part}"] .lead')).to_have_text(getattr(text, play.language))
    assert play.case.standards == chosen


@pytest.mark.requirement("R221")
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_agency_copies_a_set_changes_two_criteria_publishes_and_an_old_case_keeps_the_old_text(stage, language):
    play = stage("school_2026", language=language, until="self_assessment_first")
    old, head = set_in_version(KEY), play.agency_head
    writing.begin(head, old, key="own_school", replaces=True)
    draft = head.page.url
    writing.renew(head, 1, 1)
    writing.renew(head, 2, 2)
    writing.publish(head, "1.1", "2.2")

    new = set_in_version("own_school")
    expect(head.page).to_have_url(play.address + new.get_absolute_url())
    assert in_force(KEY, clock.today(), play.agency) == new
    head.page.goto(draft)
    head.follow("/changes/")
    writing.sees_renewed(head, "1.1", "2.2")
    public = play.public
    public.go(f"{new.get_absolute_url()}2/")
    expect(public.page.locator('[id="c2.2"] .lead')).to_contain_text(writing.RENEWED[language])
    reads_old_text(play, old)


def test_between_two_versions_of_its_set_everybody_sees_the_difference_and_an_old_case_keeps_the_first(stage):
    agency = make_agency()
    make_rulebook(agency)
    make_standards(level=school_2026.LEVEL, key=KEY)
    first = make_standards(level=school_2026.LEVEL, key="own_school", agency=agency, replaces=KEY, in_force_from=SINCE)
    play = stage("school_2026", language="kk", until="self_assessment_first", agency=agency)
    assert play.case.standards == first
    head, public = play.agency_head, play.public
    writing.begin_next(head, first)
    writing.renew(head, 1, 2)
    writing.renew(head, 2, 1)
    writing.publish(head, "1.2", "2.1")

    second = StandardsSet.objects.get(key="own_school", is_latest=True)
    public.go(second.get_absolute_url())
    public.follow("/standards/own_school/versions/")
    public.follow(f"/versions/{first.version}/{second.version}/")
    writing.sees_renewed(public, "1.2", "2.1")
    reads_old_text(play, first)

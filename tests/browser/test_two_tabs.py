"""Two people at the same step, two cases in the same agency: nobody wins in silence, nobody sees what is not theirs."""

import pytest
from playwright.sync_api import expect

from tarazy.external.cases.models import Case
from tests.browser.files import pdf
from tests.factories import appoint, make_institution

pytestmark = pytest.mark.browser


def test_who_comes_second_is_told_who_did_what_and_keeps_the_text(stage):
    play = stage("school_2026", language="en", until="application")
    head, officer = play.head, play.officer
    for person in (head, officer):
        person.finds("application")
    typed = "We teach 400 children in two shifts."
    head.closes("application", description="We teach 398 children.", licences=pdf("licence"))

    form = officer.page.locator('main form:has(input[name="round"])')
    officer.fill(form, description=typed, licences=pdf("licence"))
    with officer.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        officer.submit(form)
    assert answered.value.status == 409
    main = officer.page.locator("main")
    expect(main).to_contain_text(officer.said("This step has moved on since you opened the page."))
    expect(main).to_contain_text(head.appointment.person.name)
    expect(main.locator('textarea[name="description"]')).to_have_value(typed)
    assert play.case.records.get(step="application").data["description"] == "We teach 398 children."


def test_a_case_of_somebody_else_is_not_there(stage):
    play = stage("school_2026", language="en", until="contract_institution")
    stranger = play.person(appoint(None, make_institution("secondary"), "institution_head"))
    document = Case.objects.get().documents.first()
    for path in (
        play.page_of("procedure:case"),
        play.page_of("procedure:journal"),
        play.path_of("application"),
        play.path_of("contract_institution"),
        play.page_of("cases:document", document.pk),
        play.page_of("reviews:panel"),
    ):
        assert stranger.go(path) == 404, path
        assert play.institution.name.en not in stranger.page.content()

"""Who opens each page, and at which moment of a case: the URL table with a line for every address that a reader may open."""

from django.urls import get_resolver
from django.urls.resolvers import URLPattern

# {(moment, who): pages}. `=` names the step of a step's page, the group of the style guide's, that a draft is out for comment.
# Chosen so that a page shows the form that it may hold.
SEEN = {
    ("writing", "officer"): (
        "desk selfassessment:list selfassessment:criterion selfassessment:progress selfassessment:evidence"
        " selfassessment:add_evidence procedure:case procedure:step=self_assessment_first"
    ),
    ("writing", "head"): (
        "procedure:new people:appointments people:end people:invitations institutions:detail institutions:edit"
        " institutions:add_programme institutions:add_licence redress:complaints redress:new notices:list"
    ),
    ("writing", "agency_head"): "agencies:edit redress:complaint_list redress:complaint procedure:step=seminar",
    ("writing", "guest"): "people:accept",
    ("review", "coordinator"): (
        "reviews:technical reviews:technical_standard cases:submission reviews:panel reviews:withdraw experts:pool experts:add"
        " experts:expert experts:competence experts:certificate seminars:list seminars:new seminars:seminar"
        " procedure:step=technical_review procedure:step=panel"
    ),
    ("declared", "chair"): "experts:mine procedure:step=declarations",
    ("visit", "coordinator"): "visits:visit visits:session visits:session_new procedure:step=visit_programme procedure:step=materials",
    ("visit", "agency_head"): "visits:move_visit",
    ("report", "chair"): "reviews:frame reviews:standard reviews:finding_new reviews:finding procedure:step=evaluation_report",
    ("facts", "officer"): "reviews:factual procedure:step=factual_check",
    ("facts", "chair"): "reviews:report reviews:answer",
    ("vote", "council"): "decisions:sessions decisions:session decisions:question procedure:step=council_vote",
    ("vote", "secretary"): "procedure:cases",
    ("published", "head"): (
        "decisions:decision procedure:journal monitoring:plan monitoring:action procedure:step=action_plan correspondences:dispute"
    ),
    ("reporting", "officer"): "monitoring:progress procedure:step=interim_report",
    ("published", "officer"): "selfassessment:newer",
    ("published", "analyst"): "monitoring:duties",
    ("published", "agency_head"): (
        "register:change "
        "agencies:rulebook agencies:in_force agencies:version agencies:council agencies:end_seat redress:commission"
        " institutions:register institutions:invite_head"
        " correspondences:answer drafts:list drafts:begin drafts:import drafts:draft drafts:draft=out drafts:head drafts:new_standard"
        " drafts:standard drafts:new_criterion drafts:criterion drafts:changes drafts:comments drafts:answer drafts:put_out drafts:publish"
    ),
    ("published", "coordinator"): "people:me people:change_password account_change_password account_logout institutions:list",
    ("published", "staff"): "calendar:tables",
    ("published", "public"): (
        "front register:search register:organisation register:entry register:verify register:certificate redress:remedies"
        " standards:library standards:set standards:version standards:standard standards:find=inclusion standards:versions"
        " standards:difference correspondences:graph correspondences:gaps correspondences:disputes"
        " guidelines:index guidelines:level guidelines:paragraphs"
        " drafts:open drafts:read drafts:comment procedure:editions procedure:edition"
        " ui:guide ui:group=forms ui:group=lists ui:group=moves ui:group=pictures ui:group=signs ui:group=talk"
        " notices:sent people:sign_in people:reset_password account_login account_reset_password account_reset_password_done"
        " account_reset_password_from_key account_reset_password_from_key_done account_inactive account_signup"
    ),
}
SENT_ONLY = "takes what a form sends; has no page of its own"
FILE = "is a file"
ELSEWHERE = "leads to another page"
ALLAUTH = "a page of the library for what invited people have no link to: their account is made for them"
NOT_PAGES = {
    **dict.fromkeys(
        (
            *("demo_enter", "demo_turn", "calendar:add", "calendar:remove", "people:acting", "people:invite_again", "people:withdraw"),
            *("notices:read", "notices:read_all", "selfassessment:begin", "experts:interest", "reviews:propose", "visits:session_remove"),
            *("reviews:finding_remove", "reviews:inaccuracy_remove", "decisions:ballot", "procedure:message"),
            *("drafts:arrange", "correspondences:confirm"),
        ),
        SENT_ONLY,
    ),
    **dict.fromkeys(
        (
            *(
                "ui:styles",
                "standards:schema",
                "standards:export",
                "correspondences:schema",
                "correspondences:skos",
                "selfassessment:evidence_file",
            ),
            *(
                "cases:document",
                "cases:evidence",
                "reviews:challenge_evidence",
                "visits:calendar",
                "visits:session_calendar",
                "reviews:report_pdf",
            ),
            *("decisions:report", "decisions:paper", "decisions:notice", "redress:evidence", "register:data", "register:report"),
            *("register:certificate_file", "register:deqar", "register:ministry_letter", "register:ministry_table"),
        ),
        FILE,
    ),
    **dict.fromkeys(("cases:selfassessment", "selfassessment:edit", "account_set_password"), ELSEWHERE),
    **dict.fromkeys(
        (
            *("account_email", "account_email_verification_sent", "account_confirm_login_code", "account_confirm_email"),
            *("account_reauthenticate", "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp"),
            *("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
        ),
        ALLAUTH,
    ),
}


def names():
    """Every named address of the platform, as `room:name`."""
    return sorted({name for name, _pattern in named(get_resolver("tarazy.site.urls").url_patterns)})


def named(patterns, room=""):
    """Pairs of the full name and the pattern of each address below `patterns`."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{room}{pattern.name or pattern.pattern}", pattern
        else:
            yield from named(pattern.url_patterns, f"{room}{pattern.app_name}:" if pattern.app_name else room)


def places():
    """`{page: (moment, who)}`: every line of `SEEN`, and every address that has no line, with None."""
    seen = {page: place for place, pages in SEEN.items() for page in pages.split()}
    told = {page.partition("=")[0] for page in seen} | NOT_PAGES.keys()
    return seen | {name: None for name in names() if name not in told}

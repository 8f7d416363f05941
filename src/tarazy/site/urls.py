"""Every address of the platform."""

from django.urls import include, path

from tarazy.ground.ui import errors
from tarazy.site.demo import views as demo
from tarazy.site.desk.views import desk
from tarazy.site.front import front

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error

urlpatterns = [
    path("", front, name="front"),
    path("desk/", desk, name="desk"),
    path("demo/enter/", demo.enter, name="demo_enter"),
    path("demo/clock/", demo.turn, name="demo_turn"),
    path("calendar/", include("tarazy.site.calendar.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
    path("drafts/", include("tarazy.reference.drafts.urls")),
    path("guidelines/", include("tarazy.reference.guidelines.urls")),
    path("standards/", include("tarazy.reference.correspondences.urls")),
    path("standards/", include("tarazy.reference.standards.urls")),
    path("", include("tarazy.ground.people.urls")),
    path("", include("tarazy.ground.notices.urls")),
    path("", include("tarazy.reference.institutions.urls")),
    path("", include("tarazy.reference.agencies.urls")),
    path("", include("tarazy.internal.selfassessment.urls")),
    path("", include("tarazy.external.cases.urls")),
    path("", include("tarazy.external.experts.urls")),
    path("", include("tarazy.external.seminars.urls")),
    path("", include("tarazy.external.reviews.urls")),
    path("", include("tarazy.external.visits.urls")),
    path("", include("tarazy.external.decisions.urls")),
    path("", include("tarazy.external.redress.urls")),
    path("", include("tarazy.external.register.urls")),
    path("", include("tarazy.external.monitoring.urls")),
    path("", include("tarazy.external.procedure.urls")),
    path("accounts/", include("allauth.urls")),
]

"""The public register: search, filters, the map of regions."""

from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tarazy.external.register import queries, tiles
from tarazy.external.register.forms import SearchForm
from tarazy.external.register.models import Entry
from tarazy.external.register.queries import Asked
from tarazy.ground.foundation import clock
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.models import Region

FIELDS = ("q", "level", "region", "agency", "outcome", "state")


def bound(request):
    """The form with what stands in the address, and the regions that its map needs."""
    regions = list(Region.objects.all())
    agencies = Agency.objects.filter(Exists(Entry.objects.filter(agency=OuterRef("pk")))).order_by("acronym")
    return SearchForm(request.GET, regions=regions, agencies=agencies), regions


def asked(form):
    """What was asked, on today's date where no other was given."""
    return Asked(on=form.cleaned_data["on"] or clock.today(), **{name: form.cleaned_data[name] for name in FIELDS})


@require_safe
def search(request):
    """Search the published decisions. A date or a choice that makes no sense is answered beside its field (422)."""
    form, regions = bound(request)
    if not form.is_valid():
        return render(request, "register/search.html", {"form": form}, status=422)
    wanted = asked(form)
    page, rows = queries.rows(queries.found(wanted), number=request.GET.get("page", 1), on=wanted.on)
    counts = queries.in_force_by_region(wanted)
    context = {
        "form": form,
        "asked": wanted,
        "dated": wanted.on != clock.today(),
        "filtered": any(getattr(wanted, name) for name in FIELDS),
        "page_obj": page,
        "rows": rows,
        "tiles": tiles.tiles(regions, counts),
        "legend": tiles.legend(counts),
        "map_size": (tiles.WIDTH, tiles.HEIGHT),
        "by_region": queries.by_region(counts, regions),
        "in_force": sum(counts.values()),
    }
    return render(request, "register/search.html", context)

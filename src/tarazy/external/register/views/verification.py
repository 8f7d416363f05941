"""Is this certificate genuine and in force? For people without an account, by number or by the code printed on it."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from tarazy.external.register import qr, queries
from tarazy.external.register.forms import DayForm, VerifyForm
from tarazy.ground.foundation import clock


@require_safe
def verify(request):
    """Ask for a number; the answer has an address of its own."""
    form = VerifyForm(request.GET or None)
    if not form.is_bound:
        return render(request, "register/verify.html", {"form": form})
    if not form.is_valid():
        return render(request, "register/verify.html", {"form": form}, status=422)
    address = reverse("register:certificate", args=[form.cleaned_data["number"]])
    day = form.cleaned_data["on"]
    return redirect(f"{address}?{urlencode({'on': day.isoformat()})}" if day else address)


@require_safe
def certificate(request, number):
    """The answer for this number on the day `?on=`, today without one. An unknown number is answered too, with 404."""
    form = DayForm(request.GET or None)
    wrong = not form.is_valid() and form.is_bound and bool(form.errors)
    day = None if wrong or not form.is_bound else form.cleaned_data["on"]
    answer = queries.answer(number, on=day or clock.today())
    if answer is None:
        again = VerifyForm(initial={"number": number[:40]})
        return render(request, "register/unknown_certificate.html", {"number": number[:60], "form": again}, status=404)
    context = {
        "form": form if wrong else DayForm(initial={"on": day}),
        "answer": None if wrong else answer,
        "certificate": answer.certificate,
        "dated": day is not None and day != clock.today(),
        "code": qr.drawn(qr.address(answer.certificate)),
    }
    return render(request, "register/certificate.html", context, status=422 if wrong else 200)

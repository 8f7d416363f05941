"""The agency of the demonstration writes standards of its own: a draft that is open for comment, and what is disputed."""

from datetime import timedelta

from tarazy.ground.foundation import clock
from tarazy.ground.people.models import Appointment
from tarazy.reference.correspondences import services as correspondences
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.drafts import content, services
from tarazy.reference.standards.models import StandardsSet

OPEN_DAYS = 30
KEY = "olshem_school"
TEXT = {
    "kk": "Ұйымның миссиясы мен сапа саясаты ата-аналардың, педагогтердің және жоғары сынып оқушыларының қатысуымен әзірленген, сайтта "
    "ашық тұр және жыл сайын қайта қаралады.",
    "ru": "Миссия и политика качества организации разработаны вместе с родителями, педагогами и старшеклассниками, открыты на сайте и "
    "ежегодно пересматриваются.",
    "en": "The organisation's mission and quality policy were drawn up with parents, teachers and older pupils, are open on its website "
    "and are looked at again every year.",
}
OF_A_HEAD = "Балабақшаға «жоғары сынып оқушылары» деген талап сәйкес келмейді. Балабақшалар үшін бөлек тұжырым жазса екен."
ANSWER = "Рақмет, дұрыс айтасыз: келесі нұсқада балабақшалар үшін «балалардың пікірін ескере отырып» деп жазамыз."
OF_A_PARENT = "Хорошо бы написать, где именно родители могут прочитать политику, если у садика нет сайта."
OBJECTION = "В детском саду политика охватывает и питание, и охрану здоровья; в школе об этом говорят другие стандарты."


def make_own_standards(agency, organisations, today):
    """A changed copy of the school standards, out for comment since a week, with two comments; a disputed correspondence."""
    head = Appointment.objects.get(body=agency, role="agency_head")
    visitor_of = Appointment.objects.filter(body=organisations["preschool"][0], role="institution_head").first()
    then = clock.now() - timedelta(days=7)
    act = {"now": then, "today": today - timedelta(days=7)}
    base = StandardsSet.objects.get(key="iqaa_school", is_latest=True)
    draft = services.copy_set(base, agency=agency, key=KEY, replaces=True, by=head, **act)
    first = {**content.criterion_at(draft.content, 1, 1), "text": TEXT}
    changed = content.with_criterion(draft.content, 1, first, 1)
    draft = services.change(draft, changed, seen=draft.revision, by=head, **act)
    draft = services.put_out(draft, until=today + timedelta(days=OPEN_DAYS), by=head, **act)
    said = services.comment(draft, number="1.1", text=OF_A_HEAD, name="", language="kk", by=visitor_of, **act)
    services.answer_comment(said, answer=ANSWER, language="kk", by=head, now=then)
    services.comment(draft, number="1.1", text=OF_A_PARENT, name="Асель (демо)", language="ru", by=None, **act)
    link = Correspondence.objects.filter(from_set="preschool_internal", from_number="1", to_set="secondary_internal").first()
    correspondences.dispute(link, reason=OBJECTION, language="ru", by=visitor_of, now=then)

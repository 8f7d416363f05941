"""Which pages of the platform carry out which paragraphs of the Guidelines, beside its standards and provisions.

The paragraphs follow the requirements that each room's tests prove; the page "From the Guidelines to the system" shows them.
"""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.guidelines import carriers


def register():
    """Tell the guidelines' room about the pages of all rooms."""
    carriers.register("standards:library", _("Library of standards"), 1, (36, 40), 51, 53, 78, 79, (117, 118), (148, 150), 176, 191, 200)
    carriers.register(
        "selfassessment:list", _("Self-assessment"), 16, 17, (28, 29), 34, 59, 65, 72, 78, (82, 83), 98, 115, 147, (153, 155), (202, 204)
    )
    carriers.register(
        "procedure:cases", _("Accreditation cases"), (20, 23), 33, (66, 68), (95, 101), (128, 132), 174, 176, 195, 220, (223, 224)
    )
    carriers.register("procedure:editions", _("How accreditation works"), 20, 22, 27, 97, 130, 176, 224)
    carriers.register("register:search", _("Register of decisions and reports"), 23, 27, (129, 130), 176, 188, 197, 230)
    carriers.register("experts:pool", _("Pool of experts"), 176, 222)
    carriers.register("seminars:list", _("Seminars"), 232)
    carriers.register("decisions:sessions", _("Sessions of the council"), 214, 215, 224)
    carriers.register("monitoring:duties", _("Duties after the decision"), 176, 213)
    carriers.register("agencies:rulebook", _("Rulebook of the agency"), 219, 221, 224)
    carriers.register("redress:remedies", _("Complaints and appeals"), 176, 225)
    carriers.register("institutions:list", _("Organisations"), 220)

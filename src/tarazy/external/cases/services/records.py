"""Records and documents of a case's steps."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model

from tarazy.external.cases.models import CaseDocument, Record
from tarazy.external.cases.states import Side
from tarazy.ground.documents.models import Version
from tarazy.ground.documents.services import store

PARTIES = (Side.INSTITUTION, Side.AGENCY)


def attach(case, version_or_document, *, step, round, sides):  # noqa: A002 (the procedure's word)
    """Put a document into the case, readable by `sides`."""
    document = version_or_document.document if isinstance(version_or_document, Version) else version_or_document
    return CaseDocument.objects.create(case=case, document=document, step=step, round=round, sides=[str(side) for side in sides])


def keep_files(act, files, *, sides=PARTIES):
    """Store the files of a step and attach them for `sides`; gives the versions, in order."""
    versions = [store(file, title=file.name, by=act.by, now=act.now) for file in files]
    for version in versions:
        attach(act.subject, version, step=act.step, round=act.round, sides=sides)
    return versions


@transaction.atomic
def keep_record(act, *, sides=None):
    """Keep what was said when a simple step was taken: its fields as JSON, its files as documents of the case.

    Files are readable by the step's readers unless `sides` says otherwise. One record a round: the second writing of
    the same round replaces the first. Returns the record.
    """
    readers = sides or act.subject.run.plan.steps[act.step].readers
    data = {}
    for name, value in act.data.items():
        files = value if isinstance(value, list) else [value]
        if files and isinstance(files[0], UploadedFile):
            data[name] = [version.document_id for version in keep_files(act, files, sides=readers)]
        else:
            data[name] = _stored(value)
    record, _created = Record.objects.update_or_create(
        case=act.subject,
        step=act.step,
        round=act.round,
        defaults={"outcome": act.outcome, "data": data, "by": act.by, "at": act.now},
    )
    return record


def _stored(value):
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (list, tuple)) or hasattr(value, "values_list"):
        return [_stored(item) for item in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)

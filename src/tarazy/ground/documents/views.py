"""How a stored file leaves. No address leads here: a room's view judges who may read, then calls `serve`."""

from django.http import FileResponse

from tarazy.ground.documents.kinds import BY_MEDIA_TYPE

# Nothing inside a file that somebody handed in may run or fetch anything here.
POLICY = "default-src 'none'; sandbox"


def serve(version):
    """The bytes of `version` under its own name: PDF and pictures in the browser, all else to be saved."""
    kind = BY_MEDIA_TYPE.get(version.media_type)
    response = FileResponse(
        version.file.open("rb"),
        as_attachment=not (kind and kind.shown_in_page),
        filename=version.name,
        content_type=version.media_type,
    )
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = f'"{version.sha256}"'
    return response

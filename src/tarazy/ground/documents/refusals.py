"""Why a file is refused: whole sentences that name the file and say what to do."""

from django.utils.translation import gettext

from tarazy.ground.foundation.errors import Refused

MEGABYTE = 1024 * 1024


def empty(name):
    """There is nothing in the file."""
    return Refused(gettext("“%(name)s” is empty. Choose the file that has the content.") % {"name": name})


def confidential(title):
    """It was handed in as confidential, so it cannot become public."""
    return Refused(gettext("“%(title)s” was handed in as confidential and cannot be published.") % {"title": title})


def too_large(name, limit):
    """The file has more than `limit` bytes."""
    values = {"name": name, "limit": f"{limit / MEGABYTE:g}"}
    return Refused(gettext("“%(name)s” is larger than %(limit)s MB. Make it smaller or divide it into several files.") % values)


def unknown(name):
    """The content is of a kind that is not accepted."""
    return Refused(
        gettext("“%(name)s” is of a kind that is not accepted. Save it as PDF, Word (.docx), Excel (.xlsx), PNG, JPEG or WebP.")
        % {"name": name}
    )


def old_office(name):
    """A .doc or .xls."""
    return Refused(gettext("“%(name)s” is in the old format of Word or Excel. Open it and save it as .docx or .xlsx.") % {"name": name})


def damaged(name):
    """The content cannot be read to its end."""
    return Refused(
        gettext(
            "“%(name)s” cannot be opened: it is damaged or is not what its name says. "
            "Open it on your computer, save it again and choose the new file."
        )
        % {"name": name}
    )


def mislabelled(name, kind):
    """The content is sound, but the name promises another kind."""
    values = {"name": name, "kind": kind.name, "extension": kind.extensions[0]}
    return Refused(
        gettext(
            "“%(name)s” holds %(kind)s content, but its name says otherwise. "
            "Choose the right file, or give its name the ending %(extension)s."
        )
        % values
    )


def locked(name):
    """Encrypted, or under a password."""
    return Refused(gettext("“%(name)s” is protected by a password or encrypted. Save it without protection.") % {"name": name})


def macros(name):
    """The office file carries programs."""
    return Refused(gettext("“%(name)s” contains macros. Save it without them, as an ordinary .docx or .xlsx.") % {"name": name})


def too_many_pixels(name):
    """The picture is too large to be looked through."""
    return Refused(gettext("The picture “%(name)s” has too many pixels. Save it in a smaller size.") % {"name": name})

"""Finding the texts in Python files and templates, and in those parts of Django and allauth whose words our pages show."""

import gettext
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as babel_extract

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = {".html", ".txt", ".xml"}
FOREIGN = [  # package, what of it reaches our pages, where its own catalogues stand
    (
        "django",
        ["forms", "core/validators.py", "utils/timesince.py", "utils/dates.py", "template/defaultfilters.py"],
        "conf/locale",
    ),
    ("django", ["db/models/base.py", "db/models/fields/__init__.py"], "conf/locale"),
    ("django", ["contrib/auth/password_validation.py"], "contrib/auth/locale"),
    (
        "allauth",
        ["account/adapter.py", "account/forms.py", "account/fields.py", "mfa/adapter.py", "mfa/totp/forms.py"],
        "locale",
    ),
    ("allauth", ["mfa/base/forms.py", "mfa/recovery_codes/forms.py", "mfa/webauthn/forms.py"], "locale"),
]
NEVER_SHOWN = re.compile(  # we sign in by e-mail alone; a form finds a wrong value before its model does
    r"phone|username|ManagementForm|slug|domain name|inline value|UUID|^“%\(value\)s” |%\(value\)r|date_field_label|"
    r"^Duration$|integer$|^IPv4 address$|^Raw binary|^String \(|^Universally",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The places of a text that values come into; named ones may change their order."""
    return tuple(sorted(PLACEHOLDER.findall(text.replace("%%", ""))))


def extract(folder: Path, *, without: Sequence[Path] = ()) -> Catalog:
    """Every text of a folder's Python files and templates, migrations apart."""
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if (path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in path.parts))
        and "migrations" not in path.parts
        and not any(path.is_relative_to(other) for other in without)
    ]
    return _collect(files)


def borrowed(language: str) -> Iterator[Message]:
    """The texts of Django and allauth that their own catalogues leave empty in a language."""
    for package, places, catalogues in FOREIGN:
        root = _root(package)
        own = _translations(root / catalogues, language)
        for message in _collect(_files(root, places)):
            if message.id and not NEVER_SHOWN.search(str(message.id)) and not _translated(own, message):
                yield message


def _root(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        message = f"{package} is not installed"
        raise ImportError(message)
    return Path(spec.origin).parent


def _files(root: Path, places: Iterable[str]) -> Iterator[Path]:
    for place in places:
        path = root / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _translations(folder: Path, language: str) -> gettext.NullTranslations:
    return gettext.translation("django", folder, [language], fallback=True)


def _translated(own: gettext.NullTranslations, message: Message) -> bool:
    catalogue: dict[object, str] = getattr(own, "_catalog", {})
    plural = isinstance(message.id, (tuple, list))
    name = message.id[0] if plural else message.id
    name = f"{message.context}\x04{name}" if message.context else name
    return bool(catalogue.get((name, 0) if plural else name))


def _collect(files: Iterable[Path]) -> Catalog:
    catalogue = Catalog(charset="utf-8")
    for path in files:
        source = path.read_text(encoding="utf-8")
        code = source if path.suffix == ".py" else _template_as_python(source, path)
        found = babel_extract("python", BytesIO(code.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"})
        for _line, text, comments, context in found:
            if text and text != "":
                catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def _template_as_python(source: str, path: Path) -> str:
    """The template's texts as calls of gettext; Django blanks out the rest, whose indentation means nothing."""
    from django.utils.translation.template import templatize

    return "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())

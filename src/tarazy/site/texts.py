"""The texts people read: taken from the code, kept in a catalogue for each room, checked, and compiled.

English is the source. A room's catalogues stand in `<room>/locale/<language>/LC_MESSAGES/django.po`; the site's own
also hold the texts of Django and allauth which our pages show and which their catalogues leave empty. The files carry
no line numbers and no dates, so that they change only when a text does.
"""

from collections.abc import Collection, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.reloader import translation_file_changed

from tarazy.site.sourcetexts import borrowed, extract, placeholders

HOUSE = Path(__file__).resolve().parents[1]
SITE = HOUSE / "site"
PLURALS = {  # as Unicode CLDR has them for whole numbers; Kazakh as in Django's own catalogue
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": ("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"),
}
type Key = tuple[str | None, str]


def rooms() -> list[Path]:
    """Every folder with texts of its own: the site and the rooms."""
    return sorted(path.parent for path in HOUSE.glob("**/apps.py"))


def catalogue_path(room: Path, language: str) -> Path:
    """Where a room keeps its texts in a language."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def update(only: Collection[str] = ()) -> list[Path]:
    """Bring every catalogue, or those of some rooms ("ground/ui"), to what the code says; give those that changed.

    A text that has moved to another room takes its translation along; a text that is gone goes from the catalogue.
    """
    changed = []
    for language in PLURALS:
        known = _known(language)
        for room in rooms():
            if only and str(room.relative_to(HOUSE)) not in only:
                continue
            wanted = _wanted(room, language)
            path = catalogue_path(room, language)
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            after = _written(_filled(wanted, _read(path, language), known, language)) if wanted else ""
            if before != after:
                _replace(path, after)
                changed.append(path)
    return changed


def check() -> list[str]:
    """Say of every text that is not whole what is wrong with it; an empty list means all is well."""
    found = []
    for language in PLURALS:
        seen: dict[Key, tuple[Path, object]] = {}
        for room in rooms():
            wanted = _wanted(room, language)
            have = {_key(message): message for message in _read(catalogue_path(room, language), language) if message.id}
            place = f"{room.relative_to(HOUSE)} [{language}]"
            found += [f"{place}: missing: {_title(wanted[key])}" for key in wanted if key not in have]
            found += [f"{place}: no longer used: {_title(have[key])}" for key in have if key not in wanted]
            for key in have.keys() & wanted.keys():
                found += [f"{place}: {fault}: {_title(have[key])}" for fault in faults(have[key], language)]
                other = seen.setdefault(key, (room, have[key].string))
                if other[1] != have[key].string:
                    found.append(f"{place}: differs from {other[0].relative_to(HOUSE)}: {_title(have[key])}")
    return sorted(found)


def faults(message: Message, language: str) -> Iterator[str]:
    """What is wrong with one translated text."""
    forms = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    if not all(forms):
        yield "untranslated"
        return
    if message.fuzzy:
        yield "fuzzy"
    ids = message.id if isinstance(message.id, (tuple, list)) else [message.id]
    allowed = [placeholders(text) for text in ids]
    for number, form in enumerate(forms):
        # "one day" may leave its number out, but only where the form is used for 1 alone; in Russian 21 takes it too.
        right = allowed if number == 0 and language != "ru" else allowed[-1:]
        if placeholders(form) not in right:
            yield "placeholders differ"
            return


def stale() -> list[Path]:
    """The catalogues that changed since they were compiled."""
    paths = (catalogue_path(room, language) for language in PLURALS for room in rooms())
    return [path for path in paths if path.exists() and _age(path.with_suffix(".mo")) < _age(path)]


def compile_stale() -> int:
    """Compile the catalogues that changed since they were compiled, and forget what was read of the old ones; give how many."""
    paths = stale()
    for path in paths:
        compiled = BytesIO()
        write_mo(compiled, _read(path, path.parents[1].name))
        fresh = path.with_suffix(".new")
        fresh.write_bytes(compiled.getvalue())
        fresh.rename(path.with_suffix(".mo"))
    # Else this process would go on with what it read before, be it that another process compiled them meanwhile.
    translation_file_changed(None, Path("django.mo"))
    return len(paths)


def _age(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


@cache
def _extracted(room: Path) -> dict[Key, Message]:
    inner = [other for other in rooms() if other != room and other.is_relative_to(room)]
    return {_key(message): message for message in extract(room, without=inner) if message.id}


def _wanted(room: Path, language: str) -> dict[Key, Message]:
    """What the room says itself, and for the site what must be said for others."""
    own = _extracted(room)
    return {**{_key(message): message for message in borrowed(language)}, **own} if room == SITE else own


def _key(message: Message) -> Key:
    return (message.context, message.id[0] if isinstance(message.id, (tuple, list)) else message.id)


def _title(message: Message) -> str:
    return repr(_key(message)[1][:70])


def _empty(language: str) -> Catalog:
    catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", PLURALS[language])]
    return catalogue


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, ignore_obsolete=True, abort_invalid=True)


def _known(language: str) -> dict[Key, Message]:
    """Every translation there is, wherever it stands."""
    catalogues = (_read(catalogue_path(room, language), language) for room in rooms())
    return {_key(message): message for catalogue in catalogues for message in catalogue if message.id and message.string}


def _filled(wanted: dict[Key, Message], own: Catalog, known: dict[Key, Message], language: str) -> Catalog:
    mine = {_key(message): message for message in own if message.id}
    catalogue = _empty(language)
    for key, message in wanted.items():
        translated = mine.get(key) or known.get(key)
        fits = translated is not None and isinstance(translated.id, str) == isinstance(message.id, str)
        catalogue.add(
            message.id,
            translated.string if fits and translated else None,
            context=message.context,
            flags=(translated.flags if fits and translated else set()) & {"fuzzy"},
            auto_comments=message.auto_comments,
        )
    return catalogue


def _written(catalogue: Catalog) -> str:
    body = BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    language = str(catalogue.locale_identifier)
    header = [f"Language: {language}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    header += ["Content-Transfer-Encoding: 8bit", f"Plural-Forms: {PLURALS[language]}"]
    lines = "\n".join(f'"{line}\\n"' for line in header)
    return f'msgid ""\nmsgstr ""\n{lines}\n\n{body.getvalue().decode().strip()}\n'


def _replace(path: Path, text: str) -> None:
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink(missing_ok=True)

"""The layout of a package file as Tarazy writes it: two blanks inwards, a line for each text, codes plain and texts in quotation marks.

A file that is laid out so is read in a third of the time: its content is taken from a quick parser, and holds because
writing it gives the file again, byte by byte. Any other file is read by the strict one.
"""

import re

import yamlrocks

_CODE = re.compile(r"[a-z][a-z0-9_]+|R[0-9]{3}")
_NO_CODES = frozenset({"true", "false", "yes", "no", "on", "off", "null"})  # YAML takes them for something else
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_UNUSUAL = re.compile(rb'(?<!\\)(?:\\\\)*\\[^"\\nt]')  # a backslash of its own before it


def laid_out(content):
    """The YAML text of a dict whose keys are words and whose values are texts, booleans, lists and such dicts.

    A list has texts only or dicts only. Raises `TypeError` for any other value.
    """
    lines: list[str] = []
    _put(lines, content, "", "")
    return "\n".join(lines) + "\n"


def content_of(source):
    """The content of a file (bytes) that is laid out as Tarazy writes it; None of any other.

    Where an anchor may stand, or an unusual character is escaped, nobody looks: the strict reader has sentences for them.
    """
    body = source.partition(b"\n")[2] if source.startswith(b"#") else source
    if b"&" in body or (b"\\" in body and _UNUSUAL.search(body)):
        return None
    try:
        content = yamlrocks.loads(body)
        return content if isinstance(content, dict) and laid_out(content).encode() == body else None
    except (yamlrocks.YAMLRocksError, TypeError, UnicodeEncodeError, RecursionError):
        return None


def _put(lines, content, first, inwards):
    """The lines of a dict: `first` stands before its first line, `inwards` before the others."""
    for name, value in content.items():
        kind = type(value)
        if type(name) is not str or not name.isidentifier():
            raise TypeError(name)
        if kind is str:
            lines.append(f"{first}{name}: {_written(value)}")
        elif kind is dict and value:
            lines.append(f"{first}{name}:")
            _put(lines, value, inwards + "  ", inwards + "  ")
        elif kind is list and value and all(type(one) is dict for one in value):
            lines.append(f"{first}{name}:")
            before, further = inwards + "  - ", inwards + "    "
            for one in value:
                _put(lines, one, before, further)
        else:
            lines.append(f"{first}{name}: {_in_line(value)}")
        first = inwards


def _in_line(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"[{', '.join(map(_written, value))}]"
    if value == {}:
        return "{}"
    raise TypeError(value)


def _written(text):
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text if text.isascii() and _CODE.fullmatch(text) and text not in _NO_CODES else f'"{text}"'
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found):
    letter = found.group()
    return _SHORT.get(letter) or f"\\u{ord(letter):04x}"

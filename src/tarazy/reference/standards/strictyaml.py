"""YAML without its traps: no aliases, no duplicate keys, no tags, one document; every value knows its line.

JSON is read by the same door, being YAML.
"""

import re
from dataclasses import dataclass, field

import yaml
from django.utils.translation import gettext as _

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 12
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, as a sentence, and in which line of the file (0 when it is of the file as a whole)."""

    line: int
    text: str

    def __str__(self):
        return _("Line %(line)s: %(text)s") % {"line": self.line, "text": self.text} if self.line else self.text


class PackageInvalid(ValueError):
    """A file cannot be taken; `problems` are sentences with their lines, in the order of the file."""

    def __init__(self, problems):
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Read:
    """The file's content, the duplicate keys that were met, and the text, in which a place is looked up where one is asked for."""

    text: str
    content: object = None
    problems: list[Problem] = field(default_factory=list)
    root: object = None

    def line_of(self, path):
        """The line of the value at `path`, or of the nearest value around it."""
        node = self.root = self.root or yaml.compose(self.text, _Loader)
        line = _line(node)
        for part in path:
            found = list(_within(node, part))
            if not found:
                break
            place, node = found[-1]
            line = _line(place)
        return line


def _within(node, part):
    """The node that names or is a part of another one, and the one that holds its value; a key may stand there twice."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == part)
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        yield node.value[part], node.value[part]


def read(source):
    """Bytes of a file as `Read`; raises `PackageInvalid` for what is not plain YAML in UTF-8 of a reasonable size."""
    if len(source) > MAX_BYTES:
        raise PackageInvalid([Problem(0, _("The file is larger than %(size)s MB.") % {"size": MAX_BYTES // 1024 // 1024})])
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackageInvalid([Problem(source[: error.start].count(b"\n") + 1, _("The file is not written in UTF-8."))]) from error
    try:
        return _Reader(text).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _not_yaml(mark.line + 1 if mark else 0, error.problem or error.context) from error
    except yaml.YAMLError as error:  # a control character
        raise PackageInvalid([Problem(0, _("The file has a character that cannot stand in a text."))]) from error


def unwritable(content, path=()):
    """The path and a sentence for each text with a character that no database, workbook or page can carry."""
    if isinstance(content, str):
        if not content.isprintable() and _UNWRITABLE.search(content):
            yield path, _("The file has a character that cannot stand in a text.")
        return
    parts = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for name, part in parts:
        yield from unwritable(part, (*path, name))


class _Reader:
    """Builds the content while the file is parsed, so that a trap is refused before anything comes of it."""

    def __init__(self, text):
        self.loader = _Loader(text)
        self.next = self.loader.get_event
        self.found = Read(text)
        self.depth = 0

    def read(self):
        """The one document of the file."""
        self.next()  # the stream begins
        if isinstance(self.next(), yaml.StreamEndEvent):
            raise PackageInvalid([Problem(0, _("The file is empty."))])
        self.found.content = self.value(self.next())
        self.next()  # the document ends
        if not isinstance(another := self.next(), yaml.StreamEndEvent):
            raise _not_yaml(_line(another), "but found another document")
        return self.found

    def value(self, event):
        """What begins with this event, as dict, list, text or boolean."""
        kind = type(event)
        if kind is yaml.AliasEvent:  # a small file could unfold without end
            raise PackageInvalid([Problem(_line(event), _("Aliases (*name) are not allowed. Write the text out."))])
        if event.tag:
            raise PackageInvalid([Problem(_line(event), _("Tags (!name) are not allowed."))])
        if kind is yaml.ScalarEvent:
            return event.value if event.implicit[1] else self.plain(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise PackageInvalid([Problem(_line(event), _("The file is nested too deeply."))])
        built = self.mapping() if kind is yaml.MappingStartEvent else self.sequence()
        self.depth -= 1
        return built

    def mapping(self):
        """The keys and values up to the end of the mapping."""
        content = {}
        following, value = self.next, self.value
        while type(event := following()) is not yaml.MappingEndEvent:
            key = event.value if type(event) is yaml.ScalarEvent and not event.tag else str(value(event))
            if key in content:
                self.found.problems.append(Problem(_line(event), _("The key “%(key)s” stands here a second time.") % {"key": key}))
            content[key] = value(following())
        return content

    def sequence(self):
        """The values up to the end of the list."""
        content = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            content.append(self.value(event))
        return content

    def plain(self, event):
        """A value without quotation marks: a text or a boolean; anything else is no text that the schema would take."""
        kind = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit).rpartition(":")[2]
        if kind == "str":
            return event.value
        if kind == "bool":
            return event.value.lower() in ("true", "yes", "on")
        return float("nan") if kind in ("int", "float") else None


def _line(event):
    """The line in which an event or a node begins."""
    return event.start_mark.line + 1


def _not_yaml(line, problem):
    return PackageInvalid([Problem(line, _("This is not valid YAML: %(problem)s.") % {"problem": problem})])

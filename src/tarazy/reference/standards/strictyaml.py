"""YAML without its traps: no aliases, no duplicate keys, no tags, one document; every value knows its line.

JSON is read by the same door, being YAML.
"""

from dataclasses import dataclass, field

import yaml
from django.utils.translation import gettext as _

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 12
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, as a sentence, and in which line of the file (0 when it is of the file as a whole)."""

    line: int
    text: str

    def __str__(self):
        return _("Line %(line)s: %(text)s") % {"line": self.line, "text": self.text} if self.line else self.text


class Unreadable(ValueError):
    """The file cannot be read; `problem` says why."""

    def __init__(self, problem):
        self.problem = problem
        super().__init__(str(problem))


@dataclass(slots=True)
class Read:
    """The file's content, the line of every value by its path, and the duplicate keys that were met."""

    content: object = None
    lines: dict[tuple, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, path):
        """The line of the value at `path`, or of the nearest value around it."""
        path = tuple(path)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def read(source):
    """Bytes of a file as `Read`; raises `Unreadable` for what is not plain YAML in UTF-8 of a reasonable size."""
    if len(source) > MAX_BYTES:
        raise Unreadable(Problem(0, _("The file is larger than %(size)s MB.") % {"size": MAX_BYTES // 1024 // 1024}))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(Problem(source[: error.start].count(b"\n") + 1, _("The file is not written in UTF-8."))) from error
    try:
        _refuse_traps(text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = _("This is not valid YAML: %(problem)s.") % {"problem": error.problem or error.context}
        raise Unreadable(Problem(mark.line + 1 if mark else 0, said)) from error
    except yaml.YAMLError as error:  # a control character
        raise Unreadable(Problem(0, _("The file has a character that cannot stand in a text."))) from error
    if node is None:
        raise Unreadable(Problem(0, _("The file is empty.")))
    found = Read()
    found.content = _plain(node, (), found)
    return found


def _refuse_traps(text):
    """Refuse aliases (a small file could unfold without end), tags and endless nesting before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(Problem(line, _("Aliases (*name) are not allowed. Write the text out.")))
        if getattr(event, "tag", None):
            raise Unreadable(Problem(line, _("Tags (!name) are not allowed.")))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise Unreadable(Problem(line, _("The file is nested too deeply.")))


def _plain(node, path, found):
    """The node as dict, list, text or boolean; anything else stays the text that was written, which the schema judges."""
    found.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, found)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, place), found) for place, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node, path, found):
    content = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in content:
            found.problems.append(Problem(key_node.start_mark.line + 1, _("The key “%(key)s” stands here a second time.") % {"key": key}))
        content[key] = _plain(value_node, (*path, key), found)
        found.lines[(*path, key)] = key_node.start_mark.line + 1
    return content


def _scalar(node):
    kind = node.tag.rpartition(":")[2]
    if kind == "str":
        return node.value
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    return float("nan") if kind in ("int", "float") else None

"""The roles that people may hold. Rooms register theirs; this room knows only that a role has a key and a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """`key` is stored; `name` is a translated word; `body_kind` says in what kind of body it can be held.

    Who holds a role that `leads` invites people to their own body, appoints them there, and ends appointments.
    """

    key: str
    name: object
    body_kind: str
    leads: bool = False


_roles: dict[str, Role] = {}


def register(*roles):
    """Make roles known; called once for each room, when Django is ready."""
    _roles.update({role.key: role for role in roles})


def role_name(key):
    """What the role is called in the reader's language; the key itself when no room knows it."""
    role = _roles.get(key)
    return str(role.name) if role else key


def roles_of(body_kind):
    """The roles that can be held in a body of this kind, in the order of registration."""
    return [role for role in _roles.values() if role.body_kind == body_kind]


def leading_roles():
    """The keys of all roles that lead a body."""
    return [role.key for role in _roles.values() if role.leads]

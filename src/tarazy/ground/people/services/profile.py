"""What a person says of themselves."""

from tarazy.ground.people.models import Person


def change_profile(person: Person, *, name: str, language: str) -> None:
    """Change the name that others read and the language in which letters to this person are written."""
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])

"""A model field and a search column for text in three languages."""

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Concat, Lower

from tarazy.ground.foundation.text import LANGUAGES, Text


class TextField3(models.JSONField):
    """Stores a `Text` as JSON with the keys kk, ru, en; gives a `Text` back."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        """A `Text` from what the database holds; keys inside the JSON come back as they are."""
        value = super().from_db_value(value, expression, connection)
        return Text.of(value) if isinstance(value, dict) else value

    def to_python(self, value):
        """A `Text` from what was assigned."""
        return Text.of(value) if isinstance(value, (dict, Text)) else value

    def get_prep_value(self, value):
        """The JSON to store."""
        if isinstance(value, Text):
            value = value.as_dict()
        return super().get_prep_value(value)

    def get_db_prep_value(self, value, connection, prepared=False):
        """The JSON to store."""
        if isinstance(value, Text):
            value = value.as_dict()
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj):
        """The serialised form."""
        return Text.of(self.value_from_object(obj)).as_dict()

    def pre_save(self, model_instance, add):
        """Whatever was assigned (a dict, a `Text`) leaves as a `Text` on the instance."""
        value = Text.of(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


# Kazakh letters typed as their nearest Russian ones, so that both spellings find each other.
KAZAKH, PLAIN = "әғқңөұүһіё", "агкноуухие"
_MADE_PLAIN = str.maketrans(KAZAKH, PLAIN)


def plain(text):
    """`text` in lower case with Kazakh letters made plain, as the search columns hold it."""
    return text.lower().translate(_MADE_PLAIN)


def searchable(name):
    """A database expression: the three languages of the field `name`, normalised like `plain`."""
    text = models.TextField()
    kk, ru, en = (Coalesce(KeyTextTransform(code, F(name)), Value("", text), output_field=text) for code in LANGUAGES)
    space = Value(" ", text)
    joined = Concat(kk, space, ru, space, en, output_field=text)
    return Func(
        Lower(joined),
        Value(KAZAKH, text),
        Value(PLAIN, text),
        function="translate",
        output_field=text,
    )

"""A comment is told from another by the sum of its text: a long text has no place in an index."""

from django.db import migrations, models
from django.db.models.functions import MD5


class Migration(migrations.Migration):
    """The constraint anew."""

    dependencies = [("drafts", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="comment", name="one_comment_once"),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(models.F("draft"), models.F("number"), models.F("name"), MD5("text"), name="one_comment_once"),
        ),
    ]

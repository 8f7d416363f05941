import django.contrib.postgres.fields
from django.db import migrations, models


def empty(apps, schema_editor):
    """Take everything out of the index: it is filled anew, with its words, by `load_standards` and `load_guidelines`."""
    apps.get_model("search", "Entry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=60, unique=True)),
                ("stems", django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list)),
            ],
        ),
        migrations.RunPython(empty, migrations.RunPython.noop),
    ]

"""Entries and postings are written with their volume and go with it: the database need not look for it again for each of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_volumes")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="volume",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="entries",
                to="search.volume",
            ),
        ),
        migrations.AlterField(
            model_name="posting",
            name="volume",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="postings",
                to="search.volume",
            ),
        ),
    ]

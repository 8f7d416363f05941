"""Sets of entries are kept as they are: PostgreSQL took most of a loading to compress them, and every search to bring them back."""

from django.db import migrations

COLUMNS = ("anywhere", "in_title")


def _storage(how):
    return [f"ALTER TABLE search_posting ALTER COLUMN {column} SET STORAGE {how}" for column in COLUMNS]


class Migration(migrations.Migration):
    dependencies = [("search", "0003_volumes")]

    operations = [migrations.RunSQL(_storage("EXTERNAL"), _storage("EXTENDED"))]

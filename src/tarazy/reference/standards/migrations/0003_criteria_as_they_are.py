"""What a criterion says is kept as it is: PostgreSQL took more time to compress it than to write it.

It stays aside from the row, so that criteria are counted and their sources read without their texts.
"""

from django.db import migrations

COLUMNS = ("text", "look_at", "evidence", "questions", "strength", "risk")


def _storage(how):
    return [f"ALTER TABLE standards_criterion ALTER COLUMN {column} SET STORAGE {how}" for column in COLUMNS]


class Migration(migrations.Migration):
    dependencies = [("standards", "0002_format_two")]

    operations = [migrations.RunSQL(_storage("EXTERNAL"), _storage("EXTENDED"))]

"""Russian: 16 мая 2026 года; not "г.", which would end a sentence with two full stops."""

DATE_FORMAT = "j E Y года"
SHORT_DATE_FORMAT = "d.m.Y"
DATETIME_FORMAT = "j E Y года, H:i"
MONTH_DAY_FORMAT = "j E"
TIME_FORMAT = "H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3
FIRST_DAY_OF_WEEK = 1

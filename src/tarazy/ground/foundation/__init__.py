"""Clock and working calendar, text in three languages, base errors; nothing else, ever."""

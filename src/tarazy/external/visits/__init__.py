"""The site visit: its days, its programme, its calendar, what is sent before it."""

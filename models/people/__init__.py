"""People: their names, their addresses, and what is done with their records."""

"""Everything with a screen, and the command line; imports models and resources, never the other way."""

"""Everything about Encore that is true without a screen."""

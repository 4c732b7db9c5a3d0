"""The house widgets. They know the theme and the records, never a tab or the window."""

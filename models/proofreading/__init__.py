"""Reading a letter closely: an offline engine, a letter pack kept as data, and the seven passes of a proofreader."""

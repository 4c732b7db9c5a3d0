"""Printed pages: each is painted by one function, which the preview on the screen, the printer and the PDF share."""

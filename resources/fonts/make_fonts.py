"""Makes the bundled fonts from the upstream ones: run by hand, only when the fonts are renewed.

Inter and Source Serif 4 are under the SIL Open Font License, which reserves their names: a changed font needs another
one, hence "Encore Sans" and "Encore Serif". What is changed, and why, is in docs/decisions/011-fonts.md. Needs
fonttools and brotli, which Encore itself does not. The sources are looked for in the folder that is handed in:

    python make_fonts.py FOLDER        # FOLDER holds Inter-Regular.woff2, ... as listed in SOURCES
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCES = (
    ("Inter-Regular.woff2", "Encore Sans", "Regular", 400),
    ("Inter-Medium.woff2", "Encore Sans", "Medium", 500),
    ("Inter-SemiBold.woff2", "Encore Sans", "SemiBold", 600),
    ("SourceSerif4-Regular.ttf.woff2", "Encore Serif", "Regular", 400),
    ("SourceSerif4-It.ttf.woff2", "Encore Serif", "Italic", 400),
)
RANGES = (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x192, 0x192),
    (0x1A0, 0x1B0),  # Vietnamese horned letters
    (0x218, 0x21B),  # Romanian
    (0x2BB, 0x2DD),  # modifier letters
    (0x300, 0x328),  # combining marks
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x490, 0x491),
    (0x1E80, 0x1E85),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x202F, 0x203A),
    (0x2044, 0x2044),
    (0x20A0, 0x20BF),  # currencies
    (0x2116, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),  # the real minus
    (0x2215, 0x2265),
    (0x25A0, 0x25CF),
    (0x2605, 0x2606),
    (0x2713, 0x2717),
)
TABULAR = "0123456789+\u2212=\u00d7\u00f7"


def tabular_as_default(font: TTFont) -> None:
    """Point the characters of figures at their equally wide glyphs: no substitution is needed any more."""
    table = font["GSUB"].table
    swaps: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for character in TABULAR:
                glyph = cmap.cmap.get(ord(character))
                if glyph in swaps:
                    cmap.cmap[ord(character)] = swaps[glyph]


def subsetted(font: TTFont) -> None:
    """Keep the characters of RANGES, kerning and mark positions; drop every substitution."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.drop_tables += ["GSUB", "DSIG", "STAT", "MATH"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.glyph_names = False
    options.notdef_outline = True
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    worker.subset(font)


def renamed(font: TTFont, family: str, style: str, weight: int) -> None:
    """The reserved names leave every name record; weight and slant tell the styles of the family apart."""
    licence, copyright_line = font["name"].getDebugName(13), font["name"].getDebugName(0)
    font["name"].names = []
    compact = f"{family.replace(' ', '')}-{style}"
    texts = {0: copyright_line, 1: family, 2: style, 3: compact, 4: f"{family} {style}", 5: "Version 1.0", 6: compact}
    texts |= {13: licence, 14: "https://openfontlicense.org", 16: family, 17: style}
    for number, text in texts.items():
        font["name"].setName(text or "", number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x01 if style == "Italic" else 0x40)
    font["head"].macStyle = 2 if style == "Italic" else 0


def main(folder: Path) -> None:
    """Write each font beside this script."""
    here = Path(__file__).resolve().parent
    for source, family, style, weight in SOURCES:
        font = TTFont(folder / source)
        font.flavor = None
        tabular_as_default(font)
        subsetted(font)
        renamed(font, family, style, weight)
        target = here / f"{family.replace(' ', '')}-{style}.ttf"
        font.save(target)
        print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

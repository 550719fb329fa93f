#!/usr/bin/env python3
"""Writes Sources/Text/WidthTable.swift from the tables of wcwidth 0.9.4 (Unicode 18): pip install wcwidth==0.9.4."""
import pathlib

import wcwidth
from wcwidth import table_ambiguous, table_mc, table_vs15, table_vs16, table_wide, table_zero

assert wcwidth.__version__ == "0.9.4", wcwidth.__version__
NARROW, ZERO, WIDE, AMBIGUOUS, SPACING, NARROW_EMOJI, AMBIGUOUS_EMOJI, WIDE_EMOJI = range(8)


def scalars(table):
    """The scalars in the newest version of a table."""
    return {scalar for low, high in list(table.values())[-1] for scalar in range(low, high + 1)}


wide, zero = scalars(table_wide.WIDE_EASTASIAN), scalars(table_zero.ZERO_WIDTH)
ambiguous, spacing = scalars(table_ambiguous.AMBIGUOUS_EASTASIAN), scalars(table_mc.CATEGORY_MC)
emoji, text = scalars(table_vs16.VS16_NARROW_TO_WIDE), scalars(table_vs15.VS15_WIDE_TO_NARROW)
# C1 controls never reach the terminal; C0 controls and DEL do as control pictures, which are narrow.
zero |= set(range(0x80, 0xA0))
zero -= set(range(0x20)) | {0x7F}


def kind(scalar):
    if scalar in zero:
        return SPACING if scalar in spacing else ZERO
    if scalar in wide:
        return WIDE_EMOJI if scalar in text else WIDE
    if scalar in ambiguous:
        return AMBIGUOUS_EMOJI if scalar in emoji else AMBIGUOUS
    return NARROW_EMOJI if scalar in emoji else NARROW


rows, last = [], None
for scalar in range(0x110000):
    now = kind(scalar)
    if now != last:
        rows.append(scalar << 3 | now)
        last = now

lines = [
    "// Written by .ci/tables/width.py from wcwidth 0.9.4 (Unicode 18); not edited by hand.",
    "",
    "/// Where the width class changes: the first scalar of a range times eight, plus its `WidthClass`.",
    "let widthTable: [UInt32] = [",
]
for i in range(0, len(rows), 12):
    lines.append("  " + ", ".join(f"0x{row:X}" for row in rows[i:i + 12]) + ",")
lines.append("]")
path = pathlib.Path(__file__).parents[2] / "Sources/Text/WidthTable.swift"
path.write_text("\n".join(lines) + "\n")
print(f"{path.name}: {len(rows)} ranges")

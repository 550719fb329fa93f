#!/usr/bin/env python3
"""Writes Sources/Text/EastAsianWideTable.swift: the ranges whose East_Asian_Width is W, F or H (UAX #11).
Needs PyPI's unicodedata2 for the newest data."""
import unicodedata2 as unicode

ranges = []
for code in range(0x110000):
    if unicode.east_asian_width(chr(code)) in 'WFH':
        if ranges and ranges[-1][1] == code - 1: ranges[-1][1] = code
        else: ranges.append([code, code])
print(f'// Written by .ci/tables/east_asian_wide.py from Unicode {unicode.unidata_version}; do not edit.')
print('/// First and last scalar of each range, in order.')
print('let eastAsianWideTable: [UInt32] = [')
for first, last in ranges: print(f'  0x{first:04X}, 0x{last:04X},')
print(']')

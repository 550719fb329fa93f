#!/usr/bin/env python3
"""Writes Sources/Text/EntityTable.swift: HTML's named character references that end in a semicolon, from Python's
`html.entities` (https://html.spec.whatwg.org/multipage/named-characters.html)."""
import html.entities

rows = sorted((name[:-1], text) for name, text in html.entities.html5.items() if name.endswith(';'))
rows.sort(key=lambda row: row[0].encode())
print('// Written by .ci/tables/entities.py; do not edit.')
print('/// A row for each name in the order of its bytes: the name, a space, its characters, the byte 1.')
print('let entityTable: StaticString = """')
for i, (name, text) in enumerate(rows):
    print(f'  {name} ' + ''.join('\\u{%X}' % ord(c) for c in text) + '\\u{1}' + '\\' * (i + 1 < len(rows)))
print('  """')

#!/usr/bin/env python3
"""Writes the tables of Sources/TeX from tex-symbols.txt and Python's Unicode data: run it at the root of the project."""
import os, re, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = 'Sources/TeX/Tables'
SYMBOLS = 'obr(),isSflt'
# Characters whose ASCII form is not the name of their command.
ASCII = {
    '≤': '<=', '≥': '>=', '≠': '!=', '→': '->', '←': '<-', '↔': '<->', '⇒': '=>', '⇐': '<==', '⇔': '<=>', '⟶': '-->',
    '⟵': '<--', '⟷': '<-->', '⟹': '==>', '⟸': '<==', '⟺': '<==>', '↦': '|->', '⟼': '|-->', '↪': '`->', '↩': '<-\'',
    '−': '-', '∗': '*', '⋅': '*', '·': '.', '′': "'", '…': '...', '⋯': '...', '∣': '|', '∤': 'nmid', '∥': '||', '‖': '||',
    '⟨': '<', '⟩': '>', '⌊': '|_', '⌋': '_|', '⌈': '|^', '⌉': '^|', '≪': '<<', '≫': '>>', '≔': ':=', '≕': '=:', '⩴': '::=',
    '∷': '::', '∼': '~', '≈': '~~', '≅': '~=', '≡': '==', '¬': 'not', '∧': 'and', '∨': 'or', '∖': '\\', '±': '+-', '∓': '-+',
    '∑': 'Sum', '∏': 'Prod', '∫': 'Int', '√': 'sqrt', '∞': 'inf', '∅': 'empty', 'ℝ': 'R', 'ℕ': 'N', 'ℤ': 'Z', 'ℂ': 'C',
    'ℚ': 'Q', '𝕜': 'k', '‘': '`', '’': "'", '“': '"', '”': '"', '–': '--', '—': '---', '°': 'deg', '⟦': '[[', '⟧': ']]', '⦃': '{|',
    '⦄': '|}', '⟮': '(', '⟯': ')', 'Æ': 'AE', 'æ': 'ae', 'Œ': 'OE', 'œ': 'oe', 'ß': 'ss', '∘': 'o', '×': 'x', '⊂': 'subset', '◊': 'diamond',
    'ϵ': 'epsilon', 'ε': 'varepsilon', 'ϑ': 'vartheta', 'ς': 'varsigma', 'Ο': 'Omicron', '∇': 'nabla', '⊤': 'T', '⊥': '_|_',
    '⟂': '_|_', '⋮': ':', '⋱': '\\.', '⋰': './', '|': '|', '⌜': '|^', '⌝': '^|', '⌞': '|_', '⌟': '_|', '⎰': '{', '⎱': '}',
    '∈': 'in', '∋': 'ni', '∝': 'prop', 'ı': 'i', 'ȷ': 'j', 'ℓ': 'l', 'ℏ': 'hbar', 'ℑ': 'Im', 'ℜ': 'Re', '■': 'qed', '≜': ':=',
}
MARKS = {'acute': '\u0301', 'grave': '\u0300', 'hat': '\u0302', 'tilde': '\u0303', 'macron': '\u0304', 'breve': '\u0306',
         'dot': '\u0307', 'diaeresis': '\u0308', 'ring': '\u030a', 'double acute': '\u030b', 'caron': '\u030c', 'cedilla': '\u0327', 'ogonek': '\u0328'}


def read():
    """(name, code, value) of every command."""
    rows, code = [], ''
    for line in open(f'{HERE}/tex-symbols.txt', encoding='utf8'):
        if m := re.match(r'\[(.)\]', line): code = m[1]
        elif line.strip() and not line.startswith('#'):
            for word in line.split():
                name, _, value = word.partition('=')
                rows.append((name, code, value if value == '~' else value.replace('~', ' ')))
    names = [r[0] for r in rows]
    assert len(set(names)) == len(names), sorted(n for n in names if names.count(n) > 1)
    return sorted(rows)


def write(name, what, body):
    with open(f'{OUT}/{name}.swift', 'w', encoding='utf8') as f:
        f.write(f'// Written by .ci/tables/tex-symbols.py; edit that or tex-symbols.txt.\n\n{what}\n{body}')


def commands(rows):
    lines = [' '.join((n, c, v)).rstrip() for n, c, v in rows]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()) + 1)
    text = '\n'.join('    ' + l for l in lines)
    numbers = ', '.join(map(str, starts)) + ', '
    numbers = '\n'.join('    ' + l for l in re.findall(r'.{1,100}(?:, |$)', numbers))
    write('CommandTable', '/// Every control word: its name, the code of its kind and its value, sorted by name.', f'''enum CommandTable {{
  /// Where each row starts in `text`; the last is its end.
  static let starts: [UInt16] = [
{re.sub(r", *$", ",", numbers, flags=re.M).replace(" " + chr(10), chr(10))}
  ]

  static let text = #"""
{text}

    """#
}}
''')


def characters(rows):
    best = {}
    for n, c, v in rows:
        if c in SYMBOLS + 't' and len(v) == 1 and ord(v) > 127:
            rank = (c == 't', len(n) > 14, n.endswith('arr') or n.endswith('Arr'), len(n), n)
            if v not in best or rank < best[v][0]: best[v] = (rank, 'o' if c == 't' else c, n)
    for v in '−·⋅': best.setdefault(v, ((), 'b', 'minus'))
    for v, (c, n) in {'′': ('o', 'prime'), '“': ('o', '"'), '”': ('o', '"'), '‘': ('o', '`'), '’': ('o', "'"), '–': ('o', '--'), '—': ('o', '---'),
                      '√': ('o', 'sqrt'), 'ħ': ('o', 'hbar'), '⌀': ('o', 'diameter'), '⊥': ('r', '_|_'), '⋰': ('i', './'), '∣': ('r', '|'), 'ℚ': ('o', 'Q'),
                      '→': ('r', '->'), '←': ('r', '<-'), '∎': ('o', 'qed'), '，': (',', ','), '。': (',', '.'), '、': (',', ','), '；': (',', ';'),
                      '（': ('(', '('), '）': (')', ')'), '：': ('r', ':'),
                      'µ': ('o', 'mu'), '\u2126': ('o', 'Omega'), '\u212a': ('o', 'K'), '\u212b': ('o', 'AA')}.items():
        best[v] = ((), c, n)
    for i in range(0x2200, 0x2300):
        v = chr(i)
        if v not in best:
            name = unicodedata.name(v).lower().replace(' ', '-')
            best[v] = ((), 'b' if i in range(0x2212, 0x221A) or i in range(0x2227, 0x222B) or i in range(0x2293, 0x22A2) or i in range(0x22BB, 0x22BE) else 'r', name)
    lines = [f'{v} {c} {ASCII.get(v, n)}' for v, (_, c, n) in sorted(best.items())]
    write('CharacterTable', '/// Characters beyond ASCII that may stand in a formula: the code of their class and how ASCII says them, sorted.',
          'enum CharacterTable {\n  static let text = #"""\n' + '\n'.join('    ' + l for l in lines) + '\n\n    """#\n}\n')


def compositions():
    letters = [chr(i) for r in ((0x41, 0x5B), (0x61, 0x7B), (0x391, 0x3CA)) for i in range(*r)]
    cases = []
    for name, mark in MARKS.items():
        pairs = [(l, unicodedata.normalize('NFC', l + mark)) for l in letters]
        line = ''.join(l + c for l, c in pairs if len(c) == 1)
        cases.append(f'    case 0x{ord(mark):X}: "{line}"')
    write('CompositionTable', '/// Which letters have a character of their own together with a combining mark (UAX #15).', '''enum CompositionTable {
  /// Letter and composed character in turn, for one combining mark.
  static func pairs(for mark: UInt32) -> String {
    switch mark {
''' + '\n'.join(cases) + '''
    default: ""
    }
  }
}
''')


os.makedirs(OUT, exist_ok=True)
table = read()
commands(table)
characters(table)
compositions()

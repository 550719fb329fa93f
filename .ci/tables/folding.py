#!/usr/bin/env python3
"""Writes Sources/Text/FoldingTable.swift and Sources/Text/HanFoldingTable.swift.

usage: folding.py Unihan_Variants.txt

The first table comes from Python's own Unicode data, the second from the field kSimplifiedVariant of the Unihan
database (Unicode licence): https://www.unicode.org/Public/UCD/latest/ucd/Unihan.zip
"""
import os
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'Sources', 'Text')
WRITTEN = '// Written by .ci/tables/folding.py; never edited by hand.\n'
HYPHENS = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63'
IGNORED = '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff'
# Common characters whose simplified form Unihan gives as another kind of variant, or beside themselves.
VARIANTS = '''佔占 佈布 併并 僱雇 凃涂 卽即 厤历 啓启 嚐尝 嚮向 噁恶 墻墙 奬奖 妳你 尅克 峯峰 嵗岁 嶽岳 巖岩 弔吊 彫雕 彿佛 悽凄 慾欲 憇憩
捲卷 採采 摺折 擣捣 敎教 旣既 昇升 查查 査查 樑梁 槓杠 歎叹 殻壳 氾泛 汎泛 汙污 洩泄 淨净 淒凄 湧涌 溼湿 滙汇 濛蒙 煇辉 爲为 牀床 産产
畵画 痠酸 癒愈 盃杯 眞真 着着 著着 祕秘 竪竖 箇个 籤签 綫线 緑绿 絶绝 絃弦 綉绣 綳绷 縧绦 群群 羣群 羨羡 脣唇 脩修 臥卧 葯药 蒐搜 蓆席 衆众 裏里
覈核 証证 説说 謡谣 譟噪 譭毁 讚赞 豔艳 贋赝 踰逾 蹟迹 迴回 週周 遊游 遡溯 録录 鈎钩 鉢钵 銹锈 鋭锐 鍼针 鎚锤 鎸镌 鑑鉴 閒闲 閲阅 閤合 闇暗 闢辟 陞升
霑沾 顔颜 飱飧 餈糍 餬糊 餵喂 駡骂 鰐鳄 鷄鸡 麪面 麫面 麯曲 鼕冬 兇凶 冑胄 勳勋 勣绩 唸念 喫吃 嚥咽 塚冢 寀采 慼戚 懞蒙 掛挂 枴拐 棊棋 榦干 樺桦 灩滟
燬毁 燻熏 痹痹 癡痴 皁皂 矇蒙 砲炮 硃朱 稜棱 竈灶 糰团 糉粽 紮扎 綑捆 綵彩 纔才 罎坛 艣橹 薑姜 蝨虱 蠍蝎 襬摆 譁哗 躕蹰 輼辒 醃腌 鑪炉 鞦秋 韆千 麴曲 黴霉
乾干 後后 麼么 瞭了 剷铲 厠厕 嫺娴 孃娘 屍尸 鬆松 鬱郁 於于 嚮向 藉借 餘余 徵征 託托 鍊链 値值'''
QUOTES = '\u2018\u2019\u201b\u02bc'


def digits(number):
    """Four printable digits of six bits, the highest first."""
    return ''.join(chr(0x30 + (number >> shift & 63)) for shift in (18, 12, 6, 0))


def has_case(char):
    return any(name in unicodedata.name(char, '') for name in ('LATIN', 'GREEK', 'CYRILLIC'))


def folded(char):
    """What a character is searched as."""
    if char in HYPHENS: return '-'
    if char in QUOTES: return "'"
    if char in IGNORED or unicodedata.category(char) == 'Mn' and ord(char) < 0x370 or 0xFE00 <= ord(char) <= 0xFE0F:
        return ''
    text = unicodedata.normalize('NFKC', char)
    parts = []
    for part in text:
        if has_case(part):
            part = ''.join(c for c in unicodedata.normalize('NFKD', part) if unicodedata.category(c) != 'Mn')
        parts.append(part.casefold().replace('ς', 'σ'))
    text = ''.join(parts)
    return text if text.strip(' ') else ' ' if text else ''


def scalars():
    for start, stop in ((0x80, 0x2E80), (0x3000, 0x3400), (0xA640, 0xAC00), (0xF900, 0x10000), (0x1D400, 0x1D800),
                        (0x1F100, 0x1F200), (0x2F800, 0x2FA20)):
        yield from range(start, stop)


def write_folding():
    records = []
    for value in scalars():
        if 0xFF01 <= value <= 0xFF5E: continue
        char = chr(value)
        if unicodedata.category(char) in ('Cn', 'Co', 'Cs'): continue
        text = folded(char)
        if text == char or len(text) > 3: continue
        records.append(digits(value) + ''.join(digits(ord(c)) for c in text).ljust(12, '0'))
    with open(os.path.join(ROOT, 'FoldingTable.swift'), 'w', encoding='utf8') as out:
        out.write(WRITTEN + '\n/// Records of 16 digits of six bits (from `0`), sorted: a scalar and the at most three it is searched as.\n')
        out.write('// swift-format-ignore\n')
        out.write(f'let foldingTable: StaticString = ##"{"".join(records)}"##\n')
    return len(records)


def write_han(path):
    simplified = {}
    for line in open(path, encoding='utf8'):
        if '\tkSimplifiedVariant\t' not in line: continue
        char, _, targets = line.split('\t')
        targets = [int(t[2:], 16) for t in targets.split()]
        char = int(char[2:], 16)
        if 0x4E00 <= char <= 0x9FFF and all(t != char for t in targets): simplified[char] = targets[0]
    simplified.update((ord(a), ord(b)) for a, b in VARIANTS.split())
    text = ''.join(chr(t if 0x4E00 <= t <= 0x9FFF else c) for c in range(0x4E00, 0xA000) for t in [simplified.get(c, c)])
    with open(os.path.join(ROOT, 'HanFoldingTable.swift'), 'w', encoding='utf8') as out:
        out.write(WRITTEN + '\n/// The simplified form of each character of U+4E00 to U+9FFF, three bytes each.\n')
        out.write('// swift-format-ignore\n')
        out.write(f'let hanFoldingTable: StaticString = "{text}"\n')
    return simplified


if __name__ == '__main__':
    print(write_folding(), 'records;', len(write_han(sys.argv[1])), 'traditional characters')

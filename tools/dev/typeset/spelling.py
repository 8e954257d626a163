"""How characters are spelled: blanks between digits and ideographs, full-width forms, minus signs,
radicals. Works on text written in one plain form: ASCII digits and signs, full-width Chinese
punctuation, no blanks around digits."""

import dataclasses
import functools
import re
import unicodedata

GAPS = {"none": "", "space": " ", "thin": "\u2009", "nbsp": "\u00a0"}
MINUSES = {"hyphen": "-", "minus": "\u2212", "en dash": "\u2013", "full-width": "\uff0d",
           "small": "\ufe63", "non-breaking": "\u2011"}
THOUSANDS = {"none": "", "comma": ",", "thin": "\u202f"}      # a thin blank that is no line end
IDEOGRAPH = "\u4e00-\u9fff"


@dataclasses.dataclass(frozen=True)
class Spelling:
    gap: str = "none"             # between digits and ideographs: a key of GAPS
    gap_share: float = 1.0        # how many of the places have it
    minus: str = "hyphen"         # a key of MINUSES
    wide_digits: bool = False
    wide_points: bool = False
    wide_percent: bool = False
    narrow_brackets: bool = False
    narrow_commas: bool = False
    thousands: str = "none"       # a key of THOUSANDS
    radicals: str = "none"        # "kangxi" (U+2F00…) or "cjk" (U+2E80…) or "both"


@functools.cache
def radical_table(kinds):
    """Ideograph to radical, from Unicode's own decompositions and names."""
    table = {}
    if kinds in ("kangxi", "both"):
        for code in range(0x2F00, 0x2FD6):
            table.setdefault(unicodedata.normalize("NFKC", chr(code)), chr(code))
    if kinds in ("cjk", "both"):
        # The simplified ones that PDF makers are known to put in place of ideographs.
        for radical, ideograph in (("⻓", "长"), ("⻔", "门"), ("⻋", "车"), ("⻅", "见"),
                                   ("⻉", "贝"), ("⻘", "青"), ("⻛", "风"), ("⻢", "马"),
                                   ("⻩", "黄"), ("⻬", "齐"), ("⻄", "西"), ("⺟", "母")):
            table[ideograph] = radical
    return table


def spell(text, spelling, rng):
    """`text` as this spelling prints it. Web addresses stay as they are."""
    if text.startswith("http"):
        return text
    if spelling.thousands != "none":
        mark = THOUSANDS[spelling.thousands]
        text = re.sub(r"(?<![\d.])(\d)(\d{3})(?=\.\d)", rf"\1{mark}\2", text)
    minus = MINUSES[spelling.minus]
    text = re.sub(r"(?<![\d月年])-(?=\d)", minus, text)
    gap = GAPS[spelling.gap]
    if gap:
        def fill(_):
            return gap if rng.random() < spelling.gap_share else ""
        text = re.sub(rf"(?<=[{IDEOGRAPH}])(?=\d)|(?<=[\d%])(?=[{IDEOGRAPH}])", fill, text)
    if spelling.wide_digits:
        text = re.sub(r"\d", lambda m: chr(ord(m.group()) + 0xFEE0), text)
    if spelling.wide_points:
        text = re.sub(r"(?<=[\d０-９])\.(?=[\d０-９])", "．", text)
    if spelling.wide_percent:
        text = text.replace("%", "％")
    if spelling.narrow_brackets:
        text = text.replace("（", "(").replace("）", ")")
    if spelling.narrow_commas:
        text = text.replace("，", ",").replace("；", ";").replace("：", ":")
    if spelling.radicals != "none":
        table = radical_table(spelling.radicals)
        text = "".join(table.get(c, c) for c in text)
    return text


def limited(spelling, minuses, gaps=("none", "space", "thin", "nbsp"), radicals=True):
    """The spelling with what a producer's fonts lack replaced by what they have."""
    gap = spelling.gap if spelling.gap in gaps else "space"
    thousands = spelling.thousands
    return dataclasses.replace(
        spelling, gap=gap, minus=spelling.minus if spelling.minus in minuses else minuses[0],
        thousands="comma" if thousands == "thin" and "thin" not in gaps else thousands,
        radicals=spelling.radicals if radicals else "none")

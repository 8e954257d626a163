"""Breaking Chinese text into lines."""

import re

from .narrative import FOOTNOTE

MARK = "\ue000"      # stands for the footnote's mark while lines are broken

# Runs that stay together: numbers with sign and percent, words; all else one character each.
UNIT = re.compile(r"[-−–－﹣‑]?[0-9０-９][0-9０-９.,．,\u202f]*(?:[-—～~][0-9０-９]+)?[%％]?|[A-Za-z:/._]+|\s|.", re.S)
NOT_FIRST = set("，。、；：）》”％%,.;:)!?！？" + MARK)
NOT_LAST = set("（《“(")


def units(text):
    """The smallest parts that a line break must not cut."""
    parts = UNIT.findall(text.replace(FOOTNOTE, MARK))
    joined = []
    for part in parts:
        if joined and (part[0] in NOT_FIRST or joined[-1][-1] in NOT_LAST):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def break_lines(text, width, first_indent, measure):
    """Lines of units, each no wider than `width` (the first less its indent)."""
    lines, line, used = [], [], first_indent
    for unit in units(text):
        size = measure(unit)
        if line and used + size > width + 0.01:
            while line and line[-1].isspace():
                line.pop()
            lines.append(line)
            line, used = [], 0
            if unit.isspace():
                continue
        line.append(unit)
        used += size
    return lines + [line] if line else lines

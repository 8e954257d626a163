"""The paragraphs of a report, and every figure that they print (so the truth holds by
construction)."""

import pathlib
import re
import tomllib

from . import issue as issues

WORDING = tomllib.loads(pathlib.Path(__file__).with_name("wording.toml").read_text("utf-8"))
FLOWS = {"export": "出口", "import": "进口", "total": "进出口", "net": "净出口"}
OVERVIEW_ROWS = {"total": "进出口总额", "export": "出口额", "import": "进口额", "net": "净出口额"}
FOOTNOTE = "{footnote}"
# The slots that ask for a measure which the tables may leave blank.
NEEDS = {"growth": ["{yoy}", "{signeds}", "{directeds}"], "share": ["{share}", "{shares}"]}


class Narrative:
    """Writes paragraphs. `varied` False keeps to the published report's own sentences."""

    def __init__(self, issue, rng, varied, missing=()):
        self.issue, self.rng, self.varied = issue, rng, varied
        self.missing = set(missing)     # table figures that the document leaves out
        self.mentions = []              # (Figure, printed), in the order of the text
        self.renamed = {}               # names printed by one of their other names
        self.one_unit = varied and rng.random() < 0.4   # 亿美元 only after the last of a list
        self.months = rng.choice([0, 0, 1, 2, 3, 4, 5]) if varied else 0
        self.years = rng.randrange(len(WORDING["periods"]["ytd"])) if varied else 0

    def pick(self, options):
        return self.rng.choice(options) if self.varied else options[0]

    # ------------------------------------------------------------ figures

    def cell(self, where, measure):
        """The table's figure: where = (place, span, flow, row)."""
        place, span, _, row = where
        return self.issue.find(place, span, row, measure)

    def note(self, where, measure, value, printed, rank=""):
        unit = "亿美元" if measure in ("value", "change") else "%"
        _, span, flow, row = where
        self.mentions.append((issues.Figure("text", span, flow, "", rank, row, measure, value,
                                            unit), printed))

    def value(self, where, rank="", unit="亿美元"):
        value = self.cell(where, "value")
        self.note(where, "value", value, value, rank)
        return value + unit

    def share(self, where, rank=""):
        share = self.cell(where, "share")
        self.note(where, "share", share, share, rank)
        return share + "%"

    def signed(self, where, rank=""):
        growth = self.cell(where, "growth")
        self.note(where, "growth", growth, growth, rank)
        return growth + "%"

    def directed(self, where, rank=""):
        growth = self.cell(where, "growth")
        printed = growth.lstrip("-")
        self.note(where, "growth", growth, printed, rank)
        return self.pick(WORDING["down" if growth.startswith("-") else "up"]) + printed + "%"

    def yoy(self, where):
        """A whole clause for one growth rate."""
        base = self.pick(WORDING["base"])
        if float(self.cell(where, "growth")) == 0:
            said = self.rng.choice(WORDING["flat"])
            printed = "0.0" if "0.0" in said else "持平"
            self.note(where, "growth", "0.0", printed)
            return said.replace("{base}", base)
        return self.fill(self.pick(WORDING["growth"]), {
            "base": lambda: base,
            "directed": lambda: self.directed(where),
            "signed": lambda: self.signed(where),
        })

    # ------------------------------------------------------------ building

    def pick_for(self, templates, wheres):
        """One of the templates that ask only for what the tables print of all `wheres`."""
        blank = [names for measure, names in NEEDS.items()
                 if any(self.cell(where, measure) is None for where in wheres)]
        return self.pick([template for template in templates
                          if not any(name in template for names in blank for name in names)])

    def fill(self, template, slots):
        """Fills the slots from left to right: figures are noted in the order of the text."""
        return re.sub(r"\{(\w+)\}", lambda m: slots[m.group(1)](), template)

    def join(self, texts):
        """A list. Bare numbers are never joined by commas, which may also divide thousands."""
        last = self.pick(WORDING["lists"]["last"])
        bare = any(text[-1].isdigit() for text in texts)
        between = self.pick(["、"] if bare or len(texts) < 3 else WORDING["lists"]["between"])
        return between.join(texts[:-1]) + last + texts[-1] if len(texts) > 1 else texts[0]

    def values(self, wheres, ranks):
        if self.one_unit:
            return self.join([self.value(w, r, "") for w, r in zip(wheres, ranks)]) + "亿美元"
        return self.join([self.value(w, r) for w, r in zip(wheres, ranks)])

    def lists(self, wheres, ranked):
        """The slots for figures joined by 分别."""
        ranks = [str(i + 1) if ranked else "" for i in range(len(wheres))]
        each = list(zip(wheres, ranks))
        return {
            "values": lambda: self.values(wheres, ranks),
            "shares": lambda: self.join([self.share(w, r) for w, r in each]),
            "signeds": lambda: self.join([self.signed(w, r) for w, r in each]),
            "directeds": lambda: self.join([self.directed(w, r) for w, r in each]),
        }

    def one(self, where):
        return {
            "value": lambda: self.value(where), "share": lambda: self.share(where),
            "yoy": lambda: self.yoy(where), "be": lambda: self.pick(WORDING["be"]),
            "flow": lambda: FLOWS[where[2]], "name": lambda: self.name(where[3]),
            "to": lambda: "从" if where[2] == "import" else "向",
        }

    def name(self, name):
        return self.renamed.get(name, name)

    def period(self, span):
        words, month = WORDING["periods"], self.issue.month
        if span == "month":
            said = words["month"][self.months]
        elif month == 1:
            said = self.pick(words["january_ytd"])
        else:
            said = words["ytd"][self.years]
            special = {6: "half", 9: "three_quarters", 12: "year"}.get(month)
            if special and self.varied and self.rng.random() < 0.3:
                said = words[special]
        return said.format(y=self.issue.year, m=month)

    def common(self, span, flow):
        count = 5 if self.varied and self.rng.random() < 0.3 else 3
        return count, {
            "period": lambda: self.period(span),
            "region": lambda: self.pick(WORDING["region"]),
            "n": lambda: self.pick(WORDING["counts"][str(count)]),
            "rank": lambda: self.pick(WORDING["counts"]["rank"]),
            "flow": lambda: FLOWS[flow],
            "to": lambda: "从" if flow == "import" else "向",
            "be": lambda: self.pick(WORDING["be"]),
            "mark": lambda: "", "aside": lambda: "",
            "market": lambda: "来源地" if flow == "import" else "目的地",
            "cumulated": lambda: "累计" if span == "ytd" else "",
            "spanned": lambda: "累计" if span == "ytd" else "当月",
        }

    # ------------------------------------------------------------ paragraphs

    def overview(self, span):
        where = {flow: ("table1", span, flow, row) for flow, row in OVERVIEW_ROWS.items()}
        words = WORDING["overview"]
        _, common = self.common(span, "total")
        text = self.fill(self.pick(words["total"]), {**self.one(where["total"]), **common,
                                                     "be": lambda: self.pick(WORDING["be"])})
        both = [where["export"], where["import"]]
        text += self.fill(self.pick(words["flows"]), {
            "export": lambda: self.fill(self.pick(words["flow"]), self.one(where["export"])),
            "import": lambda: self.fill(self.pick(words["flow"]), self.one(where["import"])),
            **self.lists(both, ranked=False),
        })
        return text + self.net(where["net"], common)

    def net(self, where, common):
        words, value = WORDING["overview"], self.cell(where, "value")
        change = self.cell(where, "change")
        deficit = value.startswith("-")

        def amount(printed, measure="value", exact=value):
            self.note(where, measure, exact, printed)
            return printed + "亿美元"

        def deficit_change():
            smaller = not change.startswith("-")
            said = self.pick(words["smaller_deficit" if smaller else "larger_deficit"])
            return said + amount(change.lstrip("-"), "change", change)

        templates = words["deficit" if deficit else "surplus"]
        if change is None or float(change) == 0:
            templates = [t for t in templates if "change" not in t]
        return self.fill(self.pick(templates), {
            **common, "absolute": lambda: amount(value.lstrip("-")),
            "signed_amount": lambda: amount(value), "deficit_change": deficit_change,
        })

    def products(self, span, flow, footnote=False):
        place = {"export": "table2", "import": "table3"}[flow]
        count, slots = self.common(span, flow)
        wheres = [(place, span, flow, row) for row in self.issue.largest(place, span, count)]
        words = WORDING["products"]
        mineral = flow == "export" and any(where[3] == "矿产品" for where in wheres)
        slots |= self.lists(wheres, ranked=True)
        slots |= {
            "names": lambda: self.join([self.name(w[3]) for w in wheres]),
            "mark": lambda: FOOTNOTE if footnote else "",
            "aside": lambda: words["aside"] if mineral and span == "ytd" else "",
            "items": lambda: self.items(words["item"], wheres),
        }
        return self.fill(self.pick(words["list"]) + self.pick_for(words["figures"], wheres),
                         slots)

    def items(self, templates, wheres):
        template = self.pick_for(templates, wheres)
        return "；".join(self.fill(template, self.one(where)) for where in wheres)

    def partners(self, span, flow):
        place = {"export": "table4", "import": "table5"}[flow]
        words = WORDING["partners"]
        text = ""
        groups = self.issue.groups(place)
        count, slots = self.common(span, flow)
        blocs = [(place, span, flow, row) for row in self.issue.rows(place, span, groups[0])]
        text += self.fill(self.pick_for(words["blocs"], blocs), {
            **slots, **self.lists(blocs, ranked=False),
            "names": lambda: self.join([self.name(w[3]) for w in blocs]),
            "blocitems": lambda: self.items(words["bloc"], blocs),
        })
        rows = self.issue.rows(place, span, groups[-1])[:count]
        wheres = [(place, span, flow, row) for row in rows]
        return text + self.fill(self.pick(words["list"]) + self.pick_for(words["figures"], wheres), {
            **slots, **self.lists(wheres, ranked=True),
            "names": lambda: self.join([self.name(w[3]) for w in wheres]),
            "partneritems": lambda: self.items(words["partner"], wheres),
        })

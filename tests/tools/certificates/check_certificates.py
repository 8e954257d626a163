#!/usr/bin/env python3
"""Checks the certificates of `check --proof --format json` without the program.

    check_certificates.py FINDINGS.json DATA    DATA: what `convert` wrote of the same files

A proof is a combination of inequalities that says 0 >= something positive, where each follows from
a printed figure, a relation or a level's sign; or one figure that two places print differently.
"""
import csv
import json
import sys
from collections import defaultdict
from fractions import Fraction

KEYS = ("place", "span", "flow", "group", "rank", "row", "measure", "value", "unit", "printed")


def require(good, why):
    if not good:
        raise ValueError(why)


def read_figures(folder):
    rows = list(csv.DictReader(open(folder + "/figures.csv", encoding="utf-8-sig", newline="")))
    printed = {(row["file"],) + tuple(row[k] for k in KEYS) for row in rows}
    below = defaultdict(int)  # a flow's levels below 0, less those above
    for row in rows:
        below[row["flow"]] += (row["measure"] == "value") * (1 if row["value"][0] == "-" else -1)
    return printed, {flow for flow, count in below.items() if count > 0}


def true_values(evidence, printed):
    """The interval of a figure, which has to be one that its value can be rounded from."""
    key = (evidence["file"],) + tuple(str(evidence[k] or "") for k in KEYS)
    require(key in printed, "the report prints no such figure")
    value = Fraction(evidence["value"])
    unit = Fraction(1, 10 ** len(evidence["value"].partition(".")[2]))
    lo, hi = Fraction(evidence["interval"]["min"]), Fraction(evidence["interval"]["max"])
    require(lo <= value <= hi, "the interval does not hold the figure")
    exact = lo == hi and unit == 1  # what is counted is not rounded
    rounded = min(value - lo, hi - value) >= unit / 2
    require(exact or rounded or hi - value >= unit, "the interval is narrower than rounding")
    return lo, hi


def coefficients(inequality):
    terms = {}
    for t in inequality["terms"]:
        level = t["flow"], t["row"], t["span"], "by_growth" if t["by_growth"] else t["world"]
        require(level not in terms, "a level stands twice")
        terms[level] = Fraction(t["coefficient"])
    return terms


def of_figure(terms, sense, bound, evidence, printed):
    """lo <= f(levels) <= hi, as value, growth, share, change or last year's level bind them."""
    lo, hi = true_values(evidence, printed)
    series = (evidence["flow"], evidence["row"], evidence["span"])
    this, last, nation = (series + (w,) for w in ("this_year", "last_year", "nation"))
    measure, end = evidence["measure"], lo if sense == ">=" else hi
    levels = {"value": {this: 1}, "change": {this: 1, last: -1}, "previous": {last: 1}}
    if measure in levels:
        return terms == levels[measure] and (bound <= end if sense == ">=" else bound >= end)
    if measure != "share":
        base, rate = [t for t in terms if t != this], int(measure.endswith("growth")) + end / 100
        worlds = ["previous_period"] if measure.startswith("period") else ["last_year", "by_growth"]
        require(len(base) == 1 and base[0] in [series + (w,) for w in worlds], "no rate of it")
        return bound == 0 and terms == {this: 1, base[0]: -rate}
    return bound == 0 and terms == {this: 1, nation: -end / 100}


def of_relation(terms, sense, bound, relation, january):
    if relation["kind"] == "list":  # each name before the next, the last before all others
        names = [item["row"] for item in relation["items"]]
        by_sign = {sign: level[1] for level, sign in terms.items()}
        require(len(terms) == 2 and by_sign.keys() == {-1, 1}, "no order of two")
        after = by_sign[-1] in names[names.index(by_sign[1]) + 1:]
        last = by_sign[1] == names[-1] and by_sign[-1] not in names
        return sense == ">=" and bound == 0 and (after or last)
    expected = {}
    for item in relation["items"]:
        sign = item["sign"] * (1 if item["side"] == "left" else -1)
        found = [k for k in set(terms) - set(expected) if k[1] == item["row"] and terms[k] == sign]
        require(found, "the relation has another level")
        expected[found[0]] = sign
    both_ways = relation["kind"] in ("sum", "difference", "growth") + ("month",) * january
    return expected == terms and bound == 0 and (sense == ">=" or both_ways)


def check_combination(finding, printed, signed):
    total, sums = Fraction(0), defaultdict(Fraction)
    for row in finding["inequalities"]:
        multiplier, bound = (Fraction(row[k]) for k in ("multiplier", "bound"))
        terms = coefficients(row)
        require(row["sense"] == (">=" if multiplier > 0 else "<="), "the sense is another")
        total += multiplier * bound
        for name, coefficient in terms.items():
            sums[name] += multiplier * coefficient
        if row["evidence"] is not None:
            figure = finding["evidence"][row["evidence"]]
            good = of_figure(terms, row["sense"], bound, figure, printed)
        elif row["relation"] is not None:
            relation = finding["relations"][row["relation"]]
            good = of_relation(terms, row["sense"], bound, relation, finding["january"])
        else:
            (name, one), = terms.items()
            good = one == 1 and row["sense"] == ">=" and bound == 0 and name[0] not in signed
        require(good, "an inequality does not follow from what it stands for")
    require(not any(sums.values()), "the levels do not cancel out")
    require(total > 0, "the bounds do not add up to more than 0")


def check_same(finding, relation, printed):
    a, b = (finding["evidence"][item["evidence"][0]] for item in relation["items"])
    (a_lo, a_hi), (b_lo, b_hi) = true_values(a, printed), true_values(b, printed)
    require(all(a[k] == b[k] for k in ("span", "flow", "row", "measure")), "two different figures")
    alike = a_hi - a_lo == b_hi - b_lo
    require(a["value"] != b["value"] if alike else a_hi < b_lo or b_hi < a_lo, "no contradiction")


def check(finding, printed, signed):
    same = [r for r in finding["relations"] if r["kind"] == "same"]
    for relation in same:
        check_same(finding, relation, printed)
    claims = finding["rule"][0] in "BGSTR" and finding["relations"] and not same
    require(finding["inequalities"] or not claims, "there is no certificate")
    if finding["inequalities"]:
        check_combination(finding, printed, signed)
    return bool(same or finding["inequalities"])


def main():
    reports = json.loads(open(sys.argv[1], encoding="utf-8").read())["reports"]
    printed, signed = read_figures(sys.argv[2])
    checked = rejected = 0
    for name, finding in [(r["file"], dict(f, january=r["period"].endswith("-01")))
                          for r in reports for f in r["findings"]]:
        try:
            checked += check(finding, printed, signed)
        except (ValueError, TypeError, KeyError, IndexError) as why:
            rejected += 1
            print(f"{name}: {finding['rule']} {finding['fingerprint']}: {why!r}")
    print(f"{checked} proofs hold, {rejected} do not")
    sys.exit(1 if rejected else 0)


if __name__ == "__main__":
    main()

"""Writes a report in the layout of the family lk-tourism-arrivals as a Word document.

    sample_tourist_arrivals.py OUT.docx [TRUTH.csv]

All figures are made up. Three mistakes are put in on purpose: February's growth rate is wrong,
March's is cut off, and the heading and caption of table 3 bear last year's period.
"""

import csv
import sys

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]
BEFORE = [141_204, 152_873, 137_460, 98_315, 71_642, 83_907, 120_558, 131_026, 96_471, 104_833,
          139_714, 188_250]
NOW = [176_419, 181_206, 158_733, 121_890, 93_575]
COUNTRIES = [("India", 30_118, 42, 21_307), ("United Kingdom", 8_911, 1_204, 7_655),
             ("Germany", 6_420, 318, 5_012), ("China", 5_803, 0, 4_377),
             ("Russian Federation", 5_166, 9, 6_240), ("Australia", 4_512, 87, 3_318),
             ("France", 3_740, 15, 2_904), ("United States", 2_688, 301, 2_115),
             ("Maldives", 2_371, 0, 2_290), ("Bangladesh", 1_954, 2, 1_203)]
TO_DATE = [("India", 148_032, 110_415), ("Russian Federation", 96_530, 91_877),
           ("United Kingdom", 71_244, 58_103), ("Germany", 60_918, 51_290),
           ("China", 38_455, 27_146), ("France", 37_902, 31_880), ("Australia", 29_371, 22_605),
           ("United States", 21_640, 17_452), ("Maldives", 14_208, 12_977),
           ("Bangladesh", 11_815, 8_040)]
SHARES = {"Europe": 46.2, "Asia & Pacific": 43.1, "Americas": 6.4}


def growth(now, before, decimals=1):
    return f"{100 * (now - before) / before:.{decimals}f}"


def columns(section, count):
    setting = section._sectPr.find(qn("w:cols"))
    if setting is None:
        setting = OxmlElement("w:cols")
        section._sectPr.append(setting)
    setting.set(qn("w:num"), str(count))
    setting.set(qn("w:space"), "560")


class Writer:
    def __init__(self):
        self.document = docx.Document()
        style = self.document.styles["Normal"]
        style.font.name = "Liberation Sans"
        style.font.size = Pt(11)
        section = self.document.sections[0]
        section.header.paragraphs[0].text = "Monthly Tourist Arrivals Report – May 2025"

    def heading(self, text, subheading=None):
        self.document.add_paragraph().add_run(text).bold = True
        if subheading:
            self.document.add_paragraph().add_run(subheading).bold = True

    def text(self, text, count=1):
        columns(self.document.add_section(WD_SECTION.CONTINUOUS), count)
        for paragraph in text:
            added = self.document.add_paragraph(paragraph)
            added.alignment = WD_ALIGN_PARAGRAPH.LEFT
        columns(self.document.add_section(WD_SECTION.CONTINUOUS), 1)

    def table(self, caption, head, rows):
        self.document.add_paragraph(caption)
        table = self.document.add_table(rows=0, cols=len(head))
        table.style = "Table Grid"
        for row in [head, *rows]:
            cells = table.add_row().cells
            for cell, value in zip(cells, row):
                cell.text = f"{value:,}" if isinstance(value, int) else value
        self.document.add_paragraph()

    def page_break(self):
        self.document.add_page_break()


def rates():
    return {0: growth(NOW[0], BEFORE[0]), 1: "28.5", 2: "15.4", 3: growth(NOW[3], BEFORE[3], 2),
            4: growth(NOW[4], BEFORE[4])}


def truth():
    """Every figure of the report, as tests/truth has it."""
    to_date, last = sum(NOW), sum(BEFORE[:len(NOW)])
    rows = []

    def add(place, span, flow, group, rank, row, measure, value):
        unit = "%" if measure in ("growth", "share") else "arrivals"
        printed = f"{value:,}" if isinstance(value, int) else str(value)
        rows.append(["lk-tourism-arrivals", "2025-05", place, span, flow, group, rank, row, measure,
                     value, unit, printed])

    for i, month in enumerate(MONTHS):
        add("table1", "month", "arrivals", "", "", month, "previous", BEFORE[i])
        if i < len(NOW):
            add("table1", "month", "arrivals", "", "", month, "value", NOW[i])
            add("table1", "month", "arrivals", "", "", month, "growth", rates()[i])
    add("table1", "ytd", "arrivals", "", "", "TOTAL", "previous", sum(BEFORE))
    add("table1", "ytd", "arrivals", "", "", "TOTAL", "value", to_date)
    for i, (name, air, sea, before) in enumerate(COUNTRIES):
        for flow, value in (("air", air), ("sea", sea), ("arrivals", air + sea)):
            add("table2", "month", flow, "top ten", i + 1, name, "value", value)
        add("table2", "month", "arrivals", "top ten", i + 1, name, "previous", before)
    listed = [("top ten", i + 1, *row) for i, row in enumerate(TO_DATE)]
    listed.append(("", "", "Other", to_date - sum(row[1] for row in TO_DATE),
                   last - sum(row[2] for row in TO_DATE)))
    listed.append(("", "", "Total", to_date, last))
    for group, rank, name, now, before in listed:
        add("table3", "ytd", "arrivals", group, rank, name, "value", now)
        add("table3", "ytd", "arrivals", group, rank, name, "previous", before)
    add("text", "month", "arrivals", "", "", "May", "growth", growth(NOW[4], BEFORE[4]))
    add("text", "month", "arrivals", "", "", "May", "value", NOW[4])
    add("text", "ytd", "arrivals", "", "", "TOTAL", "value", to_date)
    add("text", "ytd", "arrivals", "", "", "Total", "previous", last)
    for region, share in SHARES.items():
        add("text", "month", "arrivals", "", "", region, "share", share)
    return rows


def write(path):
    writer = Writer()
    writer.heading("Monthly Tourist Arrivals Report:", "May 2025")
    writer.heading("Introduction")
    writer.text(["The data is current as of 31st May 2025 and subject to change."])
    writer.page_break()
    writer.heading("Summary")
    to_date, last = sum(NOW), sum(BEFORE[:len(NOW)])
    writer.text([
        "In May 2025, the country saw a notable rise in the number of international visitors to "
        f"its shores. The number of foreign tourists rose by {growth(NOW[-1], BEFORE[4])}% "
        f"year-on-year, reaching a total of {NOW[-1]:,} visitors. The rise owes to good weather, to "
        "more flights from many cities, and to a festival that drew guests from near and far.",
        f"From January to May 2025, the cumulative tourist arrivals reached {to_date:,}, "
        f"surpassing the previous year's figure of {last:,} arrivals. Markets near and far had "
        "their part in it, and the months ahead look bright to those who work in the trade.",
    ], count=2)
    rows = [[month, BEFORE[i], NOW[i] if i < len(NOW) else "-", rates().get(i, "-")]
            for i, month in enumerate(MONTHS)]
    rows.append(["TOTAL", sum(BEFORE), to_date, "-"])
    writer.table("Table 1. Monthly tourist arrivals, May 2025",
                 ["Month", "2024", "2025", "% change 2025/24"], rows)
    writer.page_break()
    writer.heading("Tourist arrivals by region and percentage share", "May 2025")
    writer.document.add_paragraph("Map 1. Tourist arrivals by region and percentage share")
    writer.document.add_paragraph("EUROPE 43,232 46.2%")
    writer.text([
        "Europe was the first among the regions of the world once more, accounting for "
        f"{SHARES['Europe']}% of the total arrivals. Asia and the Pacific came close behind it, "
        f"constituting {SHARES['Asia & Pacific']}% of the overall influx of the month.",
        "The visitors came by day and by night, and many of them stayed longer than they had "
        f"meant to. The Americas contributed {SHARES['Americas']}% to the total tourist arrivals, "
        "a little more than in the months before.",
    ], count=2)
    writer.heading("Top ten source markets", "May 2025")
    writer.table("Table 2. Top ten source markets to Sri Lanka, May 2025",
                 ["Rank", "Country of Residence", "By Air", "By Sea", "Total", "May 2024"],
                 [[str(i + 1), name, air, sea, air + sea, before]
                  for i, (name, air, sea, before) in enumerate(COUNTRIES)])
    writer.page_break()
    writer.heading("Top ten source markets", "January to May 2024")
    other = [to_date - sum(row[1] for row in TO_DATE), last - sum(row[2] for row in TO_DATE)]
    rows = [[str(i + 1), *row] for i, row in enumerate(TO_DATE)]
    rows += [["11", "Other", *other], ["", "Total", to_date, last]]
    writer.table("Table 3. Top ten markets to Sri Lanka, January to May 2024",
                 ["Rank", "Country of Residence", "(Jan ~ May 2025)", "(Jan ~ May 2024)"], rows)
    writer.heading("Tourist arrivals by purpose of visit", "May 2025")
    writer.text(["Of all visitors, 58% came for pleasure, 12% for friends and 4% on business."])
    writer.document.save(path)


if __name__ == "__main__":
    write(sys.argv[1])
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow("family,period,place,span,flow,group,rank,row,measure,value,unit,printed"
                         .split(","))
            out.writerows(truth())

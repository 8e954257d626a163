"use strict";
// The audit page: the pages of a report with its findings marked, how far each numeral is checked,
// and the findings in words; of several reports an overview before. Its data is what
// `check --format json` writes, in both languages, and the pages' pictures. Text is put in as text
// alone: nothing of a document is ever markup.

// Each element of data adds to the others: {"reports": […]} of each report, then what is common.
const data = { reports: [], across: [], errors: [] };
for (const one of document.querySelectorAll('script[type="application/json"]')) {
  const { reports = [], ...common } = JSON.parse(one.textContent);
  data.reports.push(...reports);
  Object.assign(data, common);
}

// report: index of the one that is shown; -1: the overview. chosen: index of a finding; numeral: of
// a numeral. states: which of the numerals are shown; all: null.
const state = { lang: data.lang, report: data.archive ? -1 : 0, chosen: -1, severity: "all", search: "", numerals: false, states: null, numeral: -1, series: -1 };

const shownReport = () => data.reports[state.report];
const report = () => shownReport()[state.lang];
const say = (id, args = {}) =>
  (data.words[state.lang][id] ?? id).replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole);
const term = (kind, id) => data.words[state.lang][`term.${kind}.${id}`] ?? id;

function fill(made, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
const element = (tag, properties = {}, ...children) => fill(document.createElement(tag), properties, children);
const drawing = (tag, properties = {}, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);

// The findings of the report shown, its own and those across editions.
function findings() {
  const across = data.across.filter((one) => one.file === report().file);
  return [...report().findings, ...across.map((one) => one[state.lang])];
}

function shown(finding) {
  if (state.severity !== "all" && finding.severity !== state.severity) return false;
  return !state.search || JSON.stringify(finding).toLowerCase().includes(state.search);
}

function countsOf(list) {
  const count = (severity) => list.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

// ------------------------------------------------------------ names and numbers

const tableNumber = (place) => (/^table(\d+)$/.exec(place) ?? [])[1];

function placeName(id) {
  if (id === "text") return say("term.place.text");
  const number = tableNumber(id ?? "");
  return number ? say("term.numbered_table", { number }) : (id ?? "");
}
const place = (item) => placeName(item.place);

function name(item) {
  if (item.word || !item.measure) return [place(item), item.row].filter(Boolean).join(say("page.between"));
  return [place(item), item.row, term("span", item.span), term("measure", item.measure)]
    .filter(Boolean).join(say("page.between"));
}

// A month in words; anything else as it is.
function periodName(text) {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text ?? "") ?? [];
  return year ? say("term.period", { year, month: say(`term.month.${Number(month)}`) }) : text;
}

const minus = (text) => text.replace(/^-/, "−");
const number = (text) => (text == null ? "" : minus(text));
const end = (text) => (text == null ? "∞" : minus(text));

function printedOf(item) {
  if (item.word || item.value == null) return item.printed ?? "";
  return minus(item.value) + (item.unit === "%" ? "%" : "");
}

const range = (ends) =>
  ends.min != null && ends.min === ends.max ? end(ends.min) : say("page.range", { min: ends.min == null ? "−∞" : end(ends.min), max: end(ends.max) });

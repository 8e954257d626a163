// Of several reports: which edition has what wrong where, how often each rule speaks, and every
// series over time.

const kMostSeries = 60;  // that are listed at once

const shortShown = (finding) => (state.severity === "all" || finding.severity === state.severity) &&
  (!state.rule || finding.rule === state.rule);

function foundIn(one) {
  if (!state.search) return true;
  const text = [one.period, periodName(one.period), one.file, ...one.findings.flatMap((finding) => [finding.rule, finding.message[state.lang]])].join("\n");
  return text.toLowerCase().includes(state.search);
}

const openReport = (one, index) => (one.href ? { href: one.href } : { href: `#report-${index}`, onclick: (event) => { event.preventDefault(); show(index); } });

// What is known of a table of an edition: wrong, doubtful, right, or not checked.
function cellOf(one, place) {
  const found = one.findings.filter((finding) => shortShown(finding) && (place ? finding.places.includes(place) : !finding.places.length));
  const { error, warning, note } = countsOf(found);
  const there = place ? one.places[place] : { figures: 1, holes: one.checked ? 0 : 1 };
  if (error) return ["red", `✕ ${error}`, say("page.cell.red", { n: error })];
  if (!there?.figures) return ["grey", "·", say("page.cell.grey")];
  if (warning || there.holes) return ["amber", `! ${warning || ""}`, there.holes ? say("page.cell.holes") : say("page.cell.amber", { n: warning })];
  return ["green", note ? `✓ ${note}` : "✓", say("page.cell.green")];
}

const fileName = (path) => path.split(/[\\/]/).pop() || path;

// One for each family, the latest edition first.
const matrices = () => Object.entries(data.archive.families).map(([id, family]) => matrix(id, family));

function matrix(id, { title, places }) {
  const order = data.archive.reports.map((one, index) => [one, index]).filter(([one]) => one.family === id)
    .sort((a, b) => b[0].period.localeCompare(a[0].period) || a[0].file.localeCompare(b[0].file));
  const rows = order.filter(([one]) => foundIn(one)).map(([one, index]) => element("tr", {},
    element("th", { scope: "row" }, element("a", openReport(one, index), periodName(one.period)), element("span", { class: "file", title: one.file }, fileName(one.file))),
    ...[...places, ""].map((place) => {
      const [colour, text, meaning] = cellOf(one, place);
      return element("td", { class: `cell ${colour}` }, element("a", { ...openReport(one, index), title: meaning, "aria-label": [periodName(one.period), place ? placeName(place) : say("page.whole_report"), meaning, text].join(say("page.between")) }, text));
    }),
    element("td", { class: "blind" }, String(one.states.blind ?? 0)),
    element("td", { class: one.unread ? "blind some" : "blind" }, String(one.unread))));
  const head = [say("page.edition"), ...places.map(placeName), say("page.whole_report"), say("page.state.blind"), say("page.state.unread")];
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title[state.lang] }, element("table", { class: "matrix" },
    element("caption", {}, title[state.lang]),
    element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, ...(rows.length ? rows : [element("tr", {}, element("td", { colspan: String(head.length) }, say("page.none_shown")))]))));
}

function ruleCounts() {
  const counts = new Map();
  for (const one of data.archive.reports)
    for (const finding of one.findings) counts.set(finding.rule, [...(counts.get(finding.rule) ?? []), finding]);
  const rows = [...counts].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0])).map(([rule, found]) => {
    const many = countsOf(found);
    return element("tr", { class: state.rule === rule ? "here" : "" },
      element("th", { scope: "row" }, element("button", { type: "button", "aria-pressed": String(state.rule === rule), onclick: () => { state.rule = state.rule === rule ? null : rule; drawOverview(); document.querySelector(`[data-rule="${rule}"]`)?.focus(); }, "data-rule": rule }, rule)),
      ...["error", "warning", "note"].map((severity) => element("td", { class: many[severity] ? `count ${severity}` : "count" }, String(many[severity]))));
  });
  return element("table", { class: "rules" }, element("caption", {}, say("page.by_rule")),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, say("page.rule")), ...["error", "warning", "note"].map((id) => element("th", { scope: "col" }, term("severity", id))))),
    element("tbody", {}, ...(rows.length ? rows : [element("tr", {}, element("td", { colspan: "4" }, say("page.none")))])));
}

const hasFinding = (series) => series.points.some((point) => point.length > 2);

function seriesList() {
  const words = (state.series_search ?? "").split(/\s+/).filter(Boolean);
  const all = data.archive.series.map((series, index) => [series, index])
    .filter(([series]) => series.measure !== "previous" && words.every((word) => seriesName(series).toLowerCase().includes(word)))
    .sort((a, b) => hasFinding(b[0]) - hasFinding(a[0]) || a[1] - b[1]);
  const items = all.slice(0, kMostSeries).map(([series, index]) => element("li", {}, element("button", {
    type: "button", "data-series": index, "aria-pressed": String(state.series === index), onclick: () => { state.series = index; drawSeries(); document.querySelector(`[data-series="${index}"]`)?.focus({ preventScroll: true }); },
  }, (hasFinding(series) ? "✕ " : "") + seriesName(series))));
  const more = all.length > kMostSeries ? element("p", { class: "more" }, say("page.more_series", { n: all.length - kMostSeries })) : null;
  return element("div", { class: "list" }, element("ul", {}, ...items), more);
}

// One with a finding and a history, if there is any.
function firstSeries() {
  const all = data.archive.series;
  const worth = (one) => Math.min(one.points.length, 3) * 2 + hasFinding(one);
  return all.reduce((best, one, index) => (best < 0 || worth(one) > worth(all[best]) ? index : best), -1);
}

function drawSeries() {
  const series = data.archive.series[state.series];
  const list = document.querySelector(".series .list");
  const top = list?.scrollTop ?? 0;
  list?.replaceWith(seriesList());
  document.querySelector(".series .list").scrollTop = top;
  document.querySelector(".series .chart").replaceChildren(...(series
    ? [element("h3", {}, `${seriesName(series)}${series.unit ? ` (${series.unit})` : ""}`), chart(series, document.querySelector(".series .chart").clientWidth),
      element("details", {}, element("summary", {}, say("page.as_table")), chartTable(series))]
    : [element("p", { class: "more" }, say("page.series_hint"))]));
}

function overviewSections() {
  if (state.series < 0) state.series = firstSeries();
  const search = element("input", { type: "search", placeholder: say("page.series_search"), "aria-label": say("page.series_search"), value: state.series_search ?? "",
    oninput: (event) => { state.series_search = event.target.value.toLowerCase(); document.querySelector(".series .list").replaceWith(seriesList()); } });
  return [
    element("section", { class: "editions", "aria-label": say("page.editions") }, element("p", { class: "more" }, say("page.matrix")), element("div", { class: "matrices" }, ...matrices())),
    element("section", { class: "by-rule" }, ruleCounts(), unreadFiles()),
    element("section", { class: "series", "aria-label": say("page.series") }, element("h2", {}, say("page.series")),
      element("div", { class: "choose" }, search, seriesList()), element("div", { class: "chart" })),
  ];
}

function unreadFiles() {
  if (!data.errors.length) return null;
  return element("table", { class: "unread" }, element("caption", {}, say("page.not_read")),
    element("tbody", {}, ...data.errors.map((one) => element("tr", {}, element("th", { scope: "row" }, one[state.lang].file), element("td", {}, one[state.lang].message)))));
}

function drawOverview() {
  const main = document.querySelector("main");
  main.className = "overview";
  main.replaceChildren(...overviewSections());
  drawSeries();
}

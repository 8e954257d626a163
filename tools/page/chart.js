// A series over time as a drawing: a line, a mark for each edition, the possible interval where a
// finding has one, and the same as a table for who cannot see it.

const kHeight = 240, kLeft = 60, kRight = 12, kTop = 14, kBottom = 30;

const monthOf = (period) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1;
const periodOf = (month) => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;

// Round numbers that span the values: 3 to 6 of them.
function ticksOf(least, greatest) {
  const span = greatest - least || Math.abs(greatest) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= 5);
  const ticks = [];
  for (let at = Math.floor(least / step); at <= Math.ceil(greatest / step); ++at) ticks.push(at * step);
  return { ticks, decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

// points: {report, month, value, min, max, later}; later: printed a year later as that of a year ago.
function pointsOf(series) {
  const { reports, series: all } = data.archive;
  const make = (later) => ([report, value, min, max]) =>
    ({ report, value, min, max, later, month: monthOf(reports[report].period) - (later ? 12 : 0) });
  const previous = series.measure !== "value" ? null
    : all.find((one) => one.measure === "previous" && ["family", "place", "flow", "row", "span"].every((key) => one[key] === series[key]));
  return [...series.points.map(make(false)), ...(previous?.points ?? []).map(make(true))].sort((a, b) => a.month - b.month || a.later - b.later);
}

const seriesName = (series) => [placeName(series.place), term("flow", series.flow), series.row, term("span", series.span), term("measure", series.measure)]
  .filter((part, index, all) => part && all.indexOf(part) === index).join(say("page.between"));

// width: of the place for it, in pixels.
function chart(series, width) {
  const wide = Math.max(300, Math.min(width, 900));
  const points = pointsOf(series);
  const values = points.flatMap((one) => [one.value, one.min, one.max]).filter((one) => one != null).map(Number);
  const { ticks, decimals } = ticksOf(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const [first, last] = [points[0].month, points[points.length - 1].month];
  const x = (month) => kLeft + (wide - kLeft - kRight) * (last > first ? (month - first) / (last - first) : 0.5);
  const y = (value) => kTop + (kHeight - kTop - kBottom) * (high - value) / (high - low);
  const svg = drawing("svg", { viewBox: `0 0 ${wide} ${kHeight}`, role: "img", "aria-label": seriesName(series) });
  for (const tick of ticks)
    svg.append(drawing("line", { class: tick === 0 ? "zero" : "grid", x1: kLeft, x2: wide - kRight, y1: y(tick), y2: y(tick) }),
      drawing("text", { x: kLeft - 8, y: y(tick) + 4, "text-anchor": "end" }, minus(tick.toFixed(decimals))));
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.floor((wide - kLeft) / 70)));
  for (let month = first; month <= last; month += every)
    svg.append(drawing("text", { x: x(month), y: kHeight - 8, "text-anchor": month === first && last > first ? "start" : "middle" }, periodOf(month)));
  // A missing edition breaks the line.
  const own = points.filter((one) => !one.later);
  const path = own.map((one, index) => `${index > 0 && one.month - own[index - 1].month === 1 ? "L" : "M"}${x(one.month).toFixed(1)} ${y(Number(one.value)).toFixed(1)}`);
  svg.append(drawing("path", { class: "line", d: path.join("") }));
  for (const one of points) {
    const found = one.min != null || one.max != null;
    if (found) {
      const ends = [one.min == null ? kHeight - kBottom : y(Number(one.min)), one.max == null ? kTop : y(Number(one.max))];
      svg.append(drawing("line", { class: "possible", x1: x(one.month), x2: x(one.month), y1: ends[0] + 1, y2: ends[1] - 1 }));
    }
    const at = { class: found ? "point found" : one.later ? "point later" : "point" };
    const [px, py] = [x(one.month), y(Number(one.value))];
    const made = found ? drawing("path", { ...at, d: `M${px - 5} ${py - 5}l10 10m0 -10l-10 10` })
      : drawing("circle", { ...at, cx: px, cy: py, r: one.later ? 4.5 : 3 });
    made.append(drawing("title", {}, pointText(one)));
    svg.append(made);
  }
  return svg;
}

const pointText = (one) => `${periodName(periodOf(one.month))}${say("page.colon")}${minus(one.value)}` +
  (one.later ? ` (${say("page.printed_later", { period: periodName(data.archive.reports[one.report].period) })})` : "") +
  (one.min != null || one.max != null ? `${say("page.stop")}${say("page.can_be", { range: range(one) })}` : "");

function chartTable(series) {
  return element("table", {},
    element("caption", {}, seriesName(series)),
    element("thead", {}, element("tr", {}, ...["period", "printed", "possible"].map((id) => element("th", { scope: "col" }, say(`page.${id}`))))),
    element("tbody", {}, ...pointsOf(series).map((one) => element("tr", { class: one.min != null || one.max != null ? "wrong" : "" },
      element("th", { scope: "row" }, periodName(periodOf(one.month)) + (one.later ? ` (${say("page.printed_later", { period: periodName(data.archive.reports[one.report].period) })})` : "")),
      element("td", {}, minus(one.value)),
      element("td", {}, one.min != null || one.max != null ? range(one) : "")))));
}

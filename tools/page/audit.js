// The whole page: its head, what is shown below, and the keys.

function choose(index, follow) {
  state.chosen = state.chosen === index ? -1 : index;
  const left = document.querySelector(".pages");
  left.replaceChildren(...drawReport());
  document.querySelectorAll(".finding").forEach((one) => {
    const here = one.id === `finding-${state.chosen}`;
    one.classList.toggle("chosen", here);
    one.querySelector("h2 button").setAttribute("aria-expanded", String(here));
  });
  if (state.chosen < 0) return;
  const target = follow ? left.querySelector(`[data-finding="${index}"]`) : document.getElementById(`finding-${index}`);
  target?.scrollIntoView({ block: "center" });
  if (!follow) target?.querySelector("h2 button").focus({ preventScroll: true });
}

function summary() {
  if (state.report < 0) {
    const { reports } = data.archive;
    const many = countsOf(reports.flatMap((one) => one.findings));
    return say("page.sum_of_all", { reports: reports.length, errors: many.error, warnings: many.warning });
  }
  const many = countsOf(findings());
  return say("page.sum", { period: periodName(report().period), errors: many.error, warnings: many.warning, numerals: report().numerals.total, unread: report().numerals.unread });
}

function show(index) {
  Object.assign(state, { report: index, chosen: -1, numeral: -1, states: null });
  draw();
  window.scrollTo(0, 0);
}

// The way back to all reports: within the page, or to the index.
function home() {
  if (data.home) return element("a", { class: "home", href: data.home }, say("page.all_reports"));
  if (!data.archive || state.report < 0) return null;
  return element("a", { class: "home", href: "#", onclick: (event) => { event.preventDefault(); show(-1); } }, say("page.all_reports"));
}

// Where the page is served, other results lie beside it; one that was saved has none.
function links() {
  if (!data.links || location.protocol === "file:") return [];
  const link = (href, id, saves) => element("a", { class: "link", href, download: saves }, say(id));
  return [link("../../", "page.link.another", false), link("audit.html?save", "page.link.page", true),
    ...data.links.map((name) => link(name, `page.link.${name.split(".")[0]}`, true))];
}

// What is to be said of the results beside the page: why one is missing.
const remarks = () => (location.protocol === "file:" ? [] : data.remarks ?? []).map((one) =>
  element("p", { class: "remark" }, `${one[state.lang].file}: ${one[state.lang].message}`));

function header() {
  const press = (severity) => element("button", { type: "button", "data-severity": severity, "aria-pressed": String(state.severity === severity), onclick: () => { state.severity = severity; draw(`[data-severity="${severity}"]`); } }, severity === "all" ? say("page.all") : term("severity", severity));
  const every = state.report < 0 || !numerals().length ? null
    : element("button", { type: "button", class: "every", "aria-pressed": String(state.numerals), onclick: () => { state.numerals = !state.numerals; draw(".every"); } }, say("page.numerals"));
  const other = state.lang === "zh" ? "en" : "zh";
  return element("header", {},
    home(),
    element("h1", {}, state.report < 0 ? say("page.archive") : report().file),
    element("span", { class: "sum" }, summary()),
    element("div", { class: "tools", role: "toolbar", "aria-label": say("page.tools") },
      ...["all", "error", "warning", "note"].map(press),
      every,
      element("input", { type: "search", placeholder: say("page.search"), "aria-label": say("page.search"), value: state.search,
        oninput: (event) => { state.search = event.target.value.toLowerCase(); state.report < 0 ? document.querySelector(".matrices").replaceChildren(...matrices()) : drawFindings(); } }),
      element("button", { type: "button", class: "language", lang: other === "zh" ? "zh-CN" : "en", onclick: () => { state.lang = other; draw(".language"); } }, other === "zh" ? "中文" : "English"),
      ...links()),
    ...remarks());
}

function drawFindings() {
  const cards = findings().map((finding, index) => (shown(finding) ? card(finding, index) : null)).filter(Boolean);
  const right = document.querySelector(".findings");
  right.replaceChildren(...(state.numerals ? [numeralDetail()] : []),
    ...(cards.length ? cards : [element("p", { class: "none" }, say(findings().length ? "page.none_shown" : report().checked ? "page.none" : "page.none_unchecked"))]));
  document.querySelector(".pages").replaceChildren(...drawReport());
}

// What sticks below the head has to know how high that is.
const measureHead = () => document.documentElement.style.setProperty("--head", `${document.querySelector("header")?.offsetHeight ?? 0}px`);

// focus: what has it afterwards, as what had it is made anew.
function draw(focus) {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  document.querySelectorAll("header, main").forEach((one) => one.remove());
  document.body.prepend(header(), element("main"));
  if (state.report < 0) drawOverview();
  else {
    document.querySelector("main").append(
      element("section", { class: "pages", "aria-label": say("page.pages") }),
      element("section", { class: "findings", "aria-label": say("page.findings") }));
    drawFindings();
  }
  measureHead();
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
  stepNumeral(event);
  const step = { j: 1, k: -1 }[event.key];
  if (!step || state.report < 0) return;
  const cards = [...document.querySelectorAll(".finding")];
  const here = cards.findIndex((one) => one.classList.contains("chosen"));
  const next = cards[Math.min(Math.max(here + step, 0), cards.length - 1)];
  if (next && !next.classList.contains("chosen")) next.querySelector("h2 button").click();
});
window.addEventListener("resize", () => { measureHead(); if (state.report < 0 && data.archive) drawSeries(); });
window.addEventListener("beforeprint", () => document.querySelectorAll("img").forEach((one) => { one.loading = "eager"; }));

if (data.reports.length || data.archive) draw();
else document.body.prepend(element("header", {}, ...links()), element("main", {}, ...data.errors.map((one) => element("p", { class: "none" }, `${one[state.lang].file}: ${one[state.lang].message}`))));

"use strict";
// The audit page: the pages of a report with its findings marked, and the findings in words. Its
// data is what `check --format json` writes, in both languages, and the pages' pictures. Text is put
// in as text alone: nothing of a document is ever markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const state = { lang: data.lang, report: 0, chosen: -1, severity: "all", search: "" };

  const checked = () => data.check[state.lang];
  const report = () => checked().reports[state.report];
  const say = (id, args = {}) =>
    data.words[state.lang][id].replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole);

  function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name === "class") made.className = value;
      else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value != null) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child != null));
    return made;
  }

  // The findings of the report shown, its own and those across editions.
  function findings() {
    const across = checked().across.filter((one) => one.file === report().file);
    return [...report().findings, ...across.map((one) => one.finding)];
  }

  function shown(finding) {
    if (state.severity !== "all" && finding.severity !== state.severity) return false;
    return !state.search || JSON.stringify(finding).toLowerCase().includes(state.search);
  }

  // ------------------------------------------------------------ names and numbers

  const tableNumber = (place) => (/^table(\d+)$/.exec(place) ?? [])[1];

  function place(item) {
    if (item.place === "text") return say("term.place.text");
    const number = tableNumber(item.place ?? "");
    return number ? say("term.numbered_table", { number }) : (item.place ?? "");
  }

  function name(item) {
    if (item.word || !item.measure) return [place(item), item.row].filter(Boolean).join(say("page.between"));
    return [place(item), item.row, say(`term.span.${item.span}`), say(`term.measure.${item.measure}`)]
      .filter(Boolean).join(say("page.between"));
  }

  const minus = (text) => text.replace(/^-/, "−");
  const number = (text) => (text == null ? "" : minus(text));
  const end = (text) => (text == null ? "∞" : minus(text));

  function printedOf(item) {
    if (item.word || item.value == null) return item.printed ?? "";
    return minus(item.value) + (item.unit === "%" ? "%" : "");
  }

  const range = (ends) =>
    ends.min === ends.max ? end(ends.min) : say("page.range", { min: ends.min == null ? "−∞" : end(ends.min), max: end(ends.max) });

  // ------------------------------------------------------------ one finding

  const identity = (one) => JSON.stringify([one.place, one.span, one.row, one.measure, one.printed]);

  // A relation as a small table: its items, what they add up to, and what is printed instead.
  function relationTable(finding, relation) {
    const wrong = new Set(finding.candidates.map(identity));
    const row = (item) => {
      const figures = item.evidence.map((index) => finding.evidence[index]).filter(Boolean);
      const blamed = figures.some((one) => wrong.has(identity(one)));
      return element("tr", { class: blamed ? "wrong" : "" },
        element("th", { scope: "row" }, (item.sign < 0 ? "− " : "") + item.row),
        element("td", {}, figures.map(printedOf).join(say("page.and"))),
        element("td", {}, number(item.interval.min)),
        element("td", {}, number(item.interval.max)));
    };
    const sum = (label, ends) => element("tr", {},
      element("th", { scope: "row" }, label), element("td"),
      element("td", {}, number(ends.min)), element("td", {}, number(ends.max)));
    const left = relation.items.filter((item) => item.side === "left");
    const right = relation.items.filter((item) => item.side === "right");
    const head = element("thead", {}, element("tr", {},
      ...["item", "printed", "least", "greatest"].map((id) => element("th", { scope: "col" }, say(`page.${id}`)))));
    const table = element("table", {},
      element("caption", {}, `${relation.name}${say("page.between")}${say(`term.span.${relation.span}`)}`), head,
      element("tbody", {}, ...right.map(row)));
    if (right.length > 1) table.append(element("tbody", { class: "total" }, sum(say("page.together"), relation.right)));
    table.append(element("tbody", {}, ...left.map(row)));
    if (left.length > 1) table.append(element("tbody", { class: "total" }, sum(say("page.together"), relation.left)));
    return table;
  }

  function candidateTable(finding) {
    return element("table", {},
      element("caption", {}, say("page.candidates")),
      element("thead", {}, element("tr", {},
        ...["item", "printed", "possible"].map((id) => element("th", { scope: "col" }, say(`page.${id}`))))),
      element("tbody", {}, ...finding.candidates.map((one) => element("tr", {},
        element("th", { scope: "row" }, name(one)),
        element("td", {}, printedOf(one)),
        element("td", {}, one.suggested ? minus(one.suggested) : one.possible ? range(one.possible) : "")))));
  }

  function card(finding, index) {
    const made = element("article", { class: `finding ${finding.severity}`, id: `finding-${index}` },
      element("div", { class: "kind" },
        `${say(`term.severity.${finding.severity}`)} ${finding.rule}` +
        (finding.certainty ? say("page.between") + say(`page.certainty.${finding.certainty}`) : "") +
        (finding.page ? say("page.between") + say("page.page", { page: finding.page }) : "")),
      element("h2", {}, element("button", { type: "button", "aria-expanded": "false", onclick: () => choose(index, true) }, finding.message)));
    if (finding.printed != null && finding.candidates.length <= 1) {
      const parts = [say("page.is_printed", { printed: finding.word ? finding.printed : printedOf(finding) })];
      if (finding.possible) parts.push(say("page.can_be", { range: range(finding.possible) }));
      if (finding.suggested) parts.push(say("page.would_be_right", { suggested: minus(finding.suggested) }));
      made.append(element("p", {}, parts.join(say("page.stop")) + say("page.end")));
    }
    if (finding.candidates.length > 1) made.append(candidateTable(finding));
    if (finding.relations[0]?.items.length) made.append(relationTable(finding, finding.relations[0]));
    if (finding.relations.length > 1)
      made.append(element("p", { class: "more" }, say("page.further", { count: finding.relations.length - 1 })));
    if (finding.proof.length)
      made.append(element("details", {}, element("summary", {}, say("page.proof")),
        element("pre", {}, [...finding.proof, ...finding.certificate].join("\n"))));
    return made;
  }

  // ------------------------------------------------------------ pages and marks

  function placeMarks(page, size, kind, boxes, properties, label) {
    for (const [x0, y0, x1, y1] of boxes) {
      const tag = properties.onclick ? "button" : "div";
      const mark = element(tag, { class: `mark ${kind}`, ...properties });
      const percent = (value, whole) => `${(100 * value / whole).toFixed(3)}%`;
      mark.style.left = percent(x0 - 2, size.width);
      mark.style.top = percent(y0 - 1, size.height);
      mark.style.width = percent(x1 - x0 + 4, size.width);
      mark.style.height = percent(y1 - y0 + 2, size.height);
      if (label) mark.append(element("span", {}, label));
      page.append(mark);
    }
  }

  const itemsOf = (finding) => (finding.candidates.length ? finding.candidates : [finding]).filter((one) => one.page);

  function drawPages() {
    const pictures = data.pages[state.report] ?? [];
    const pages = pictures.map((picture, index) => {
      const label = say("page.page", { page: index + 1 });
      const size = { width: Math.round(picture.width), height: Math.round(picture.height) };
      const look = picture.src ? element("img", { src: picture.src, alt: label, loading: "lazy", ...size })
        : element("div", { class: "blank" }, say("page.no_pictures"));
      look.style.aspectRatio = `${size.width} / ${size.height}`;
      return element("figure", { class: "page", id: `page-${index + 1}` }, look, element("figcaption", {}, label));
    });
    findings().forEach((finding, index) => {
      if (!shown(finding)) return;
      for (const item of itemsOf(finding)) {
        const page = pages[item.page - 1];
        if (page) placeMarks(page, pictures[item.page - 1], finding.severity + (index === state.chosen ? " chosen" : ""), item.boxes,
          { type: "button", "aria-label": finding.message, "data-finding": index, onclick: () => choose(index, false) });
      }
    });
    const chosen = findings()[state.chosen];
    if (chosen) {
      const first = chosen.relations[0];
      const used = first ? [...new Set(first.items.flatMap((item) => item.evidence))] : chosen.evidence.map((_, index) => index);
      const blamed = new Set(itemsOf(chosen).map((item) => JSON.stringify([item.page, item.boxes])));
      used.forEach((index, position) => {
        const item = chosen.evidence[index];
        if (!item?.page || !pages[item.page - 1] || blamed.has(JSON.stringify([item.page, item.boxes]))) return;
        placeMarks(pages[item.page - 1], pictures[item.page - 1], "evidence", item.boxes, { title: name(item) }, String(position + 1));
      });
    }
    return pages;
  }

  // A text or a Word draft: its lines, with what the findings show of them marked.
  function drawText() {
    const lines = data.lines[state.report] ?? [];
    const marks = new Map();
    findings().forEach((finding, index) => {
      if (finding.line && shown(finding) && !marks.has(finding.line)) marks.set(finding.line, [finding, index]);
    });
    const text = element("div", { class: "text", tabindex: "0", role: "region", "aria-label": report().file });
    lines.forEach((line, index) => {
      const found = marks.get(index + 1);
      const at = found?.[0].printed ? line.indexOf(found[0].printed) : -1;
      if (!found) text.append(line + "\n");
      else {
        const [finding, number] = found;
        const from = at < 0 ? 0 : at;
        const to = at < 0 ? line.length : at + finding.printed.length;
        text.append(line.slice(0, from), element("button", { type: "button", class: `mark ${finding.severity}`, "data-finding": number, onclick: () => choose(number, false) }, line.slice(from, to)), line.slice(to) + "\n");
      }
    });
    return [text];
  }

  const drawReport = () => (data.pages[state.report]?.length ? drawPages() : drawText());

  // ------------------------------------------------------------ the whole page

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

  function counts(list) {
    const count = (severity) => list.filter((one) => one.severity === severity).length;
    return { error: count("error"), warning: count("warning"), note: count("note") };
  }

  function summary() {
    const { numerals } = report();
    const many = counts(findings());
    return say("page.sum", { period: report().period, errors: many.error, warnings: many.warning, numerals: numerals.total, unread: numerals.unread });
  }

  function header() {
    const press = (severity) => element("button", { type: "button", "aria-pressed": String(state.severity === severity), onclick: () => { state.severity = severity; draw(); } }, say(severity === "all" ? "page.all" : `term.severity.${severity}`));
    return element("header", {},
      element("h1", {}, report().file),
      element("span", { class: "sum" }, summary()),
      element("div", { class: "tools", role: "toolbar", "aria-label": say("page.tools") },
        ...["all", "error", "warning", "note"].map(press),
        element("input", { type: "search", placeholder: say("page.search"), "aria-label": say("page.search"), value: state.search,
          oninput: (event) => { state.search = event.target.value.toLowerCase(); drawFindings(); } }),
        element("button", { type: "button", lang: state.lang === "zh" ? "en" : "zh", onclick: () => { state.lang = state.lang === "zh" ? "en" : "zh"; draw(); } }, state.lang === "zh" ? "English" : "中文")));
  }

  // Of an archive: a line for each report.
  function reportList() {
    const { reports, errors } = checked();
    if (reports.length + errors.length < 2) return null;
    const lines = reports.map((one, index) => {
      const many = counts([...one.findings, ...checked().across.filter((other) => other.file === one.file).map((other) => other.finding)]);
      return element("tr", { class: index === state.report ? "here" : "" },
        element("th", { scope: "row" }, element("button", { type: "button", onclick: () => { state.report = index; state.chosen = -1; draw(); } }, `${one.period}${say("page.between")}${one.file}`)),
        element("td", { class: many.error ? "count error" : "count" }, String(many.error)),
        element("td", { class: many.warning ? "count warning" : "count" }, String(many.warning)),
        element("td", {}, one.checked ? say("page.in_full") : say("page.not_in_full")));
    });
    const unread = errors.map((one) => element("tr", {}, element("th", { scope: "row" }, one.file), element("td", { colspan: "3" }, one.message)));
    return element("nav", { class: "reports", "aria-label": say("page.reports") }, element("table", {},
      element("thead", {}, element("tr", {}, ...["page.reports", "term.severity.error", "term.severity.warning", "page.checked"].map((id) => element("th", { scope: "col" }, say(id))))),
      element("tbody", {}, ...lines, ...unread)));
  }

  function drawFindings() {
    const cards = findings().map((finding, index) => (shown(finding) ? card(finding, index) : null)).filter(Boolean);
    const right = document.querySelector(".findings");
    right.replaceChildren(...(cards.length ? cards : [element("p", { class: "none" }, say(findings().length ? "page.none_shown" : report().checked ? "page.none" : "page.none_unchecked"))]));
    document.querySelector(".pages").replaceChildren(...drawReport());
  }

  function draw() {
    document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.querySelectorAll("header, main").forEach((one) => one.remove());
    document.body.prepend(header(), element("main", {}, reportList(),
      element("section", { class: "pages", "aria-label": say("page.pages") }),
      element("section", { class: "findings", "aria-label": say("page.findings") })));
    drawFindings();
  }

  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const cards = [...document.querySelectorAll(".finding")];
    const here = cards.findIndex((one) => one.classList.contains("chosen"));
    const next = cards[Math.min(Math.max(here + step, 0), cards.length - 1)];
    if (next && !next.classList.contains("chosen")) next.querySelector("h2 button").click();
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("img").forEach((one) => { one.loading = "eager"; }));

  if (checked().reports.length) draw();
  else document.body.prepend(element("main", {}, ...checked().errors.map((one) => element("p", { class: "none" }, `${one.file}: ${one.message}`))));
})();

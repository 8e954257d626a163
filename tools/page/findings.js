// One finding in words, and the marks of findings on pages and in texts.

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
    element("caption", {}, `${relation.name}${say("page.between")}${term("span", relation.span)}`), head,
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
      `${term("severity", finding.severity)} ${finding.rule}` +
      (finding.certainty ? say("page.between") + say(`page.certainty.${finding.certainty}`) : "") +
      (finding.page ? say("page.between") + say("page.page", { page: finding.page }) : "")),
    element("h2", {}, element("button", { type: "button", "aria-expanded": "false", onclick: () => choose(index, true) }, finding.message)));
  if (finding.printed != null && finding.candidates.length <= 1) {
    const parts = [say("page.is_printed", { printed: finding.word ? periodName(finding.printed) : printedOf(finding) })];
    if (finding.possible) parts.push(say("page.can_be", { range: range(finding.possible) }));
    if (finding.suggested) parts.push(say("page.would_be_right", { suggested: finding.word ? periodName(finding.suggested) : minus(finding.suggested) }));
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

// The pages as pictures, made once for each report and language: marks come and go on them.
let drawn = { key: "", pages: [] };

function pageFigures() {
  const key = `${state.report} ${state.lang}`;
  if (drawn.key === key) return drawn.pages;
  const pages = shownReport().pages.map((picture, index) => {
    const label = say("page.page", { page: index + 1 });
    const size = { width: Math.round(picture.width), height: Math.round(picture.height) };
    const look = picture.src ? element("img", { src: picture.src, alt: label, loading: "lazy", ...size })
      : element("div", { class: "blank" }, say("page.no_pictures"));
    look.style.aspectRatio = `${size.width} / ${size.height}`;
    return element("figure", { class: "page", id: `page-${index + 1}` }, look, element("figcaption", {}, label));
  });
  drawn = { key, pages };
  return pages;
}

function drawPages() {
  const pictures = shownReport().pages;
  const pages = pageFigures();
  pages.forEach((page) => page.querySelectorAll(".mark").forEach((mark) => mark.remove()));
  if (state.numerals) markNumerals(pages, pictures);
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
      if (!item?.page || item.file !== report().file || !pages[item.page - 1] || blamed.has(JSON.stringify([item.page, item.boxes]))) return;
      placeMarks(pages[item.page - 1], pictures[item.page - 1], "evidence", item.boxes, { title: name(item) }, String(position + 1));
    });
  }
  return pages;
}

// A text or a Word draft: its lines, with the same marks. Of two that overlap the first stands.
function drawText() {
  const marks = new Map();  // by line: [from, to, properties]
  const mark = (line, from, to, properties) => {
    const there = marks.get(line) ?? [];
    if (there.some((other) => from < other[1] && other[0] < to)) return;
    marks.set(line, [...there, [from, to, properties]]);
  };
  findings().forEach((finding, index) => {
    if (!finding.line || !shown(finding)) return;
    const line = shownReport().lines[finding.line - 1] ?? "";
    const at = finding.printed ? line.indexOf(finding.printed) : -1;
    mark(finding.line, Math.max(at, 0), at < 0 ? line.length : at + finding.printed.length,
      { class: `mark ${finding.severity}`, "data-finding": index, onclick: () => choose(index, false) });
  });
  if (state.numerals) markNumeralsOfLines(mark);
  const text = element("div", { class: "text", tabindex: "0", role: "region", "aria-label": report().file });
  shownReport().lines.forEach((line, index) => {
    let done = 0;
    for (const [from, to, properties] of (marks.get(index + 1) ?? []).sort((a, b) => a[0] - b[0])) {
      text.append(line.slice(done, from), element("button", { type: "button", ...properties }, line.slice(from, to)));
      done = to;
    }
    text.append(line.slice(done) + "\n");
  });
  return [text];
}

const drawReport = () => (shownReport().pages.length ? drawPages() : drawText());

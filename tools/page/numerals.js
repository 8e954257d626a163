// Every numeral with its state: marks on pages and in texts, a legend, and of one that is chosen
// what would stay unnoticed there and what holds it.

// A sign beside the colour for each, so that nothing is told by colour alone.
const kStates = { wrong: "✕", blind: "○", rounding: "≈", checked: "✓", unread: "?", declared: "–" };

const numerals = () => shownReport().numerals;
const stateName = (item) => say(`page.state.${item.state}`);
const isShownState = (item) => !state.states || state.states.has(item.state);

function numeralProperties(item, index) {
  const here = index === state.numeral;
  return {
    class: `mark numeral ${item.state}${here ? " here" : ""}`, "data-numeral": index, tabindex: "-1", "aria-pressed": String(here),
    "aria-label": [item.measure ? `${name(item)} ${printedOf(item)}` : item.printed, stateName(item)].join(say("page.between")),
    onclick: () => chooseNumeral(index),
  };
}

function markNumerals(pages, pictures) {
  numerals().forEach((item, index) => {
    if (!isShownState(item) || !pages[item.page - 1]) return;
    placeMarks(pages[item.page - 1], pictures[item.page - 1], "", item.boxes, { type: "button", ...numeralProperties(item, index) });
  });
  pages.forEach((page) => page.querySelector(".numeral")?.setAttribute("tabindex", "0"));
}

// Where in its line each stands: the numerals of a line come in the order in which they are printed.
function markNumeralsOfLines(mark) {
  const free = new Map();  // by line: numerals of the text that are not taken yet
  numerals().forEach((item, index) => {
    if (!item.line) return;
    if (!free.has(item.line)) {
      const line = shownReport().lines[item.line - 1] ?? "";
      free.set(item.line, [...line.matchAll(/[0-9０-９][0-9０-９.,．，]*[0-9０-９]|[0-9０-９]/g)].map((one) => [one.index, one[0]]));
    }
    const places = free.get(item.line);
    const digits = (text) => text.normalize("NFKC").replace(/[^0-9.]/g, "");
    const at = places.findIndex((one) => digits(one[1]) === digits(item.printed));
    if (at < 0) return;
    const [[from, printed]] = places.splice(at, 1);
    if (isShownState(item)) mark(item.line, from, from + printed.length, { ...numeralProperties(item, index), tabindex: "0" });
  });
}

// The states with how many numerals each has; a press shows one state alone, another all of them.
function legend() {
  const counts = {};
  for (const item of numerals()) counts[item.state] = (counts[item.state] ?? 0) + 1;
  const one = (id) => element("button", {
    type: "button", class: `state ${id}`, title: say(`page.state_means.${id}`), "aria-pressed": String(!!state.states?.has(id)),
    onclick: () => { state.states = state.states?.has(id) ? null : new Set([id]); redrawNumerals(); document.querySelector(`.legend .${id}`).focus(); },
  }, element("span", { class: "sign", "aria-hidden": "true" }, kStates[id]), `${say(`page.state.${id}`)} ${counts[id]}`);
  return element("div", { class: "legend", role: "group", "aria-label": say("page.numerals") }, ...Object.keys(kStates).filter((id) => counts[id]).map(one));
}

function unnoticedOf(item) {
  const { min, max } = item.unnoticed;
  if (item.state === "wrong") return say("page.unnoticed.wrong", { range: range(item.unnoticed) });
  if (item.state === "checked") return say("page.unnoticed.none");
  if (min == null && max == null) return say("page.unnoticed.any");
  return say("page.unnoticed.between", { range: range(item.unnoticed) });
}

function numeralDetail() {
  const item = numerals()[state.numeral];
  const region = element("section", { class: "detail", "aria-live": "polite", "aria-label": say("page.numerals") });
  region.append(legend());
  if (!item) {
    region.append(element("p", { class: "more" }, say("page.numerals_hint")));
    return region;
  }
  const known = new Map(report().relations.map((one) => [one.id, one]));
  const holds = item.relations.map((id) => known.get(id)).filter(Boolean);
  region.append(
    element("div", { class: `kind state-${item.state}` }, `${kStates[item.state]} ${stateName(item)}` + (item.page ? say("page.between") + say("page.page", { page: item.page }) : "")),
    element("h2", {}, item.measure ? `${name(item)}${say("page.colon")}${printedOf(item)}` : `${item.printed}`),
    element("p", {}, say(`page.state_means.${item.state}`) + (item.use ? ` (${say(`page.use.${item.use}`)})` : "")));
  if (item.unnoticed) region.append(element("p", { class: "unnoticed" }, unnoticedOf(item)));
  if (holds.length)
    region.append(element("p", {}, say("page.held_by")),
      element("ul", {}, ...holds.map((one) => element("li", {}, [one.name, term("span", one.span), say(`page.world.${one.world}`)].filter(Boolean).join(say("page.between"))))));
  return region;
}

function redrawNumerals() {
  document.querySelector(".pages").replaceChildren(...drawReport());
  document.querySelector(".detail")?.replaceWith(numeralDetail());
}

function chooseNumeral(index) {
  state.numeral = state.numeral === index ? -1 : index;
  redrawNumerals();
  document.querySelector(`[data-numeral="${index}"]`)?.focus({ preventScroll: true });
  if (state.numeral >= 0) document.querySelector(".detail").scrollIntoView({ block: "nearest" });
}

// Within the numerals of a page: arrows go on, as in a menu.
function stepNumeral(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.classList?.contains("numeral")) return;
  const all = [...document.querySelectorAll(".mark.numeral")];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  event.target.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

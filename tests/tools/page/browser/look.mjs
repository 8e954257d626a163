// Uses an audit page as people do, in Chromium, and tells what is not as it should be.
//
// Usage: node look.mjs MODULES PAGE KIND      KIND: report, text, archive, hostile
//
// MODULES is where tools/setup has installed what package.json names. Prints a line for each
// failure and "N checks" at the end; ends with 1 if anything failed.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, file, kind] = process.argv.slice(2);
const require = createRequire(path.resolve(modules) + "/");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let checks = 0;
let failures = 0;
function expect(good, what) {
  ++checks;
  if (good) return;
  ++failures;
  console.log(`failed: ${what}`);
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

// The page's own policy holds everywhere but where axe has to be brought in.
async function open(options = {}, target = file) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) expect(false, `the console says: ${message.text()}`); });
  page.on("pageerror", (error) => expect(false, error.message));
  page.on("dialog", (dialog) => { expect(false, `a script of the document ran: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => expect(/^(file|data):/.test(request.url()), `it asks the network: ${request.url().slice(0, 80)}`));
  await page.goto("file://" + path.resolve(target));
  return page;
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact));
  expect(!serious.length, `${what}: ${serious.map((one) => `${one.id} ${one.nodes[0].html.slice(0, 120)}`).join("; ")}`);
}

const text = (page, selector) => page.locator(selector).first().textContent();
const count = (page, selector) => page.locator(selector).count();

async function lookAtFindings(page) {
  const card = page.locator(".finding").first();
  expect(await card.count() === 1, "a finding is shown");
  await card.locator("h2 button").click();
  expect(await card.evaluate((one) => one.classList.contains("chosen")), "a click chooses the finding");
  expect(await count(page, ".mark.chosen, .text .mark.error"), "its figure is marked");
  await page.keyboard.press("Escape");
  await page.locator('.mark[data-finding="0"]').first().click();
  expect(await card.locator("h2 button").getAttribute("aria-expanded") === "false", "a click on the mark of the chosen one closes it");
  await page.locator('.mark[data-finding="0"]').first().click();
  expect(await page.evaluate(() => document.activeElement.closest(".finding")?.id === "finding-0"), "a click on the mark leads to the finding");
  await page.click('[data-severity="note"]');
  expect(await count(page, ".finding.error") === 0, "the filter leaves errors out");
  await page.click('[data-severity="all"]');
  await page.fill('header input[type="search"]', "no such words");
  expect(await count(page, ".finding") === 0, "the search leaves findings out");
  await page.fill('header input[type="search"]', "");
}

async function lookAtNumerals(page) {
  await page.click(".every");
  const all = await page.evaluate(() => numerals().length);
  expect(await count(page, ".mark") >= all, `all ${all} numerals are marked`);
  const counted = await page.locator(".legend button").evaluateAll((made) => made.reduce((sum, one) => sum + Number(/\d+$/.exec(one.textContent)), 0));
  expect(counted === all, "the legend counts every numeral once");
  await page.locator(".mark.numeral.rounding").first().click();
  expect(/\d/.test(await text(page, ".detail .unnoticed")), "what would stay unnoticed is told");
  expect(await count(page, ".detail li") > 0, "what holds it is told");
  const before = await page.evaluate(() => document.activeElement.dataset.numeral);
  await page.keyboard.press("ArrowRight");
  expect(before !== await page.evaluate(() => document.activeElement.dataset.numeral), "arrows lead from numeral to numeral");
  await page.click(".legend .blind");
  expect(await count(page, ".mark.numeral.checked") === 0 && await count(page, ".mark.numeral.blind") > 0, "the legend shows one state alone");
  await page.click(".legend .blind");
}

async function lookAtReport(page) {
  await lookAtFindings(page);
  await lookAtNumerals(page);
  const other = (await page.evaluate(() => document.documentElement.lang)) === "en" ? "zh-CN" : "en";
  await page.click(".language");
  expect(await page.evaluate(() => document.documentElement.lang) === other, "the language changes");
  await page.emulateMedia({ media: "print" });
  expect(!(await page.locator("header .tools").isVisible()) && await page.locator(".finding").first().isVisible(), "findings are printed");
}

async function lookAtArchive(page) {
  const rows = await count(page, ".matrix tbody tr");
  expect(rows === await page.evaluate(() => data.archive.reports.length), "each edition has a row");
  expect(await count(page, ".cell.red") > 0 && await count(page, ".cell.green") > 0, "errors are red, others green");
  await page.locator(".rules button").first().click();
  expect(await count(page, '.rules [aria-pressed="true"]') === 1, "a rule is chosen");
  await page.locator('.rules [aria-pressed="true"]').click();
  await page.fill('header input[type="search"]', "2024-05");
  expect(await count(page, ".matrix tbody tr") < rows, "the search leaves editions out");
  await page.fill('header input[type="search"]', "");
  await page.locator(".series .list button").nth(1).click();
  expect(await count(page, ".chart svg .point") > 1, "the chart has a point for each edition");
  expect(await count(page, ".chart tbody tr") === await count(page, ".chart svg .point"), "the chart is there as a table as well");
  await page.locator(".cell.red a").first().click();
  await page.waitForSelector(".finding.error");
  expect(true, "a red cell leads to the report");
  await page.locator(".home").click();
  await page.waitForSelector(".matrix");
}

async function lookForMarkup(page) {
  expect(await page.evaluate(() => document.scripts.length === document.querySelectorAll("body > script").length), "no script but the page's own");
  expect(!(await count(page, "main b, main img[src='x'], main iframe")), "markup of the document is text");
  expect((await page.locator("body").textContent()).includes("<b>"), "it is shown as it is printed");
}

const page = await open();
if (kind === "archive") await lookAtArchive(page);
else if (kind === "hostile") await lookForMarkup(page);
else await lookAtReport(page);
await page.close();

for (const colorScheme of kind === "hostile" ? [] : ["light", "dark"]) {
  for (const width of [1280, 390]) {
    const seen = await open({ colorScheme, bypassCSP: true, viewport: { width, height: 844 } });
    for (const language of ["first", "second"]) {
      await accessible(seen, `${colorScheme}, ${width} pixels, ${language} language`);
      if (language === "first" && kind !== "archive") await seen.click(".every");
      await seen.click(".language");
    }
    expect(await seen.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), `nothing is cut off at ${width} pixels`);
    await seen.close();
  }
}
await browser.close();
console.log(`${checks} checks`);
process.exit(failures ? 1 : 0);

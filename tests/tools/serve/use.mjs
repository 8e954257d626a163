// Uses the served page in Chromium as people do.
//
// Usage: node use.mjs MODULES ADDRESS REPORT FOLDER [PICTURES]
//
// MODULES is where tools/setup has installed what ../page/browser/package.json names; FOLDER is for
// files of its own. With PICTURES, a folder, it leaves screenshots there and does nothing else.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, address, report, folder, pictures] = process.argv.slice(2);
const require = createRequire(path.resolve(modules) + "/");
const { chromium } = require("playwright-core");

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const complaints = [];

function expect(good, what) {
  if (!good) throw new Error(`not so: ${what}`);
}

async function open(locale, viewport = { width: 1280, height: 800 }) {
  const page = await browser.newPage({ locale, viewport });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  return page;
}

async function check(page) {
  await page.setInputFiles("#files", report);
  await page.waitForURL("**/audit.html");
  await page.waitForSelector(".finding.error");
}

// What a click on the button for the result saves.
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`a.link[href="${name}"]`)]);
  expect(download.suggestedFilename() === name, `${name} is saved under its name`);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return fs.readFileSync(file);
}

async function use() {
  const page = await open("en-GB");
  const language = () => page.evaluate(() => document.documentElement.lang);
  expect(await language() === "en", "the page is in the browser's language");
  await page.click("header a");
  await page.waitForSelector("html[lang^=zh]");
  await page.click("header a");
  await page.waitForSelector("html[lang=en]");

  const large = path.join(folder, "large.pdf");
  fs.closeSync(fs.openSync(large, "w"));
  fs.truncateSync(large, 2 ** 31);
  await page.setInputFiles("#files", large);
  await page.locator("#problem", { hasText: "2048 MiB" }).waitFor();
  const status = await page.evaluate(async () => {
    const job = await (await fetch("jobs", { method: "POST" })).json();
    const body = new Blob([new Uint8Array(300 << 20)]);
    return fetch(`jobs/${job.id}/files?name=b.pdf`, { method: "PUT", body }).then((answer) => answer.status, () => "refused");
  });
  expect([413, "refused"].includes(status), `300 MiB are refused: ${status}`);
  complaints.length = 0; // of the refusal

  await check(page);
  expect((await saved(page, "figures.xlsx")).subarray(0, 2).toString() === "PK", "the workbook was saved");
  const marked = await saved(page, "marked.pdf");
  const original = fs.readFileSync(report);
  expect(marked.length > original.length && marked.subarray(0, original.length).equals(original), "the marked PDF was saved");
  expect(complaints.length === 0, `the browser has nothing to complain of: ${complaints.join("; ")}`);

  // What a page of another site gets: an opaque origin, here.
  await page.goto("data:text/html,<p>elsewhere");
  const foreign = await page.evaluate((to) => fetch(`${to}jobs`, { method: "POST" }).then((answer) => answer.status, () => "refused"), address);
  expect(foreign === "refused", `another site gets no answer: ${foreign}`);
}

async function takePictures() {
  for (const locale of ["en", "zh"]) {
    for (const width of [1280, 390]) {
      const page = await open(locale, { width, height: width === 390 ? 844 : 800 });
      await page.screenshot({ path: path.join(pictures, `start-${locale}-${width}.png`) });
      await check(page);
      await page.screenshot({ path: path.join(pictures, `audit-${locale}-${width}.png`) });
      await page.close();
    }
  }
}

try {
  await (pictures ? takePictures() : use());
} finally {
  await browser.close();
}

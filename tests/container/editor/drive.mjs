// Presses keys in VS Code in a browser, as a person would; prints what it saw as lines of JSON.
//
//   drive.mjs URL PICTURES build FILE WANTED...   Ctrl+Shift+B with FILE open, until the WANTED files are there
//   drive.mjs URL PICTURES debug FILE LINE        F9 on LINE of FILE, F5, F10
//
// FILE is named as in the opened folder; WANTED are paths on this machine. IRLOOP_EDITOR holds playwright-core.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { chromium } = createRequire(join(process.env.IRLOOP_EDITOR, "package.json"))("playwright-core");
const MINUTE = 60_000;
const OPENED = "/workspaces/irloop";
const [url, pictures, verb, file, ...words] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
const say = (seen) => console.log(JSON.stringify(seen));
const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
const texts = (selector) => page.locator(selector).allTextContents();

// Opens a file. Its whole path finds it also where git ignores it, as results of a run.
async function open(name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(`${OPENED}/${name}`);
  const tab = name.split("/").pop();
  await page.locator(`.quick-input-list .monaco-list-row[aria-label*="${tab}"]`).first().waitFor({ timeout: MINUTE });
  await sleep(2000); // the list settles while the index of files grows
  await page.keyboard.press("Enter");
  await page.locator(`.tab.active[data-resource-name="${tab}"]`).waitFor();
  await page.locator(".editor-instance .view-lines").first().click();
}

async function build() {
  await open(file);
  await page.keyboard.press("Control+Shift+B");
  const end = Date.now() + 15 * MINUTE;
  while (!words.every((path) => existsSync(path)) && Date.now() < end) {
    await sleep(10_000);
    await picture("build");
  }
  await picture("build");
  say({ missing: words.filter((path) => !existsSync(path)), terminals: await texts(".terminal-tabs-entry") });
}

// The line on which the program stands, from the status bar: the cursor goes there at a stop.
async function line() {
  const found = /Ln (\d+)/.exec((await texts("#status\\.editor\\.selection")).join());
  return found ? Number(found[1]) : 0;
}

async function stopped(otherThan) {
  await page.locator(".debug-top-stack-frame-column, .debug-top-stack-frame-line").first().waitFor({ timeout: MINUTE });
  const end = Date.now() + MINUTE;
  while ((await line()) === otherThan && Date.now() < end) await sleep(200);
  return line();
}

async function debug() {
  const wanted = Number(words[0]);
  await open(file);
  await page.keyboard.press("Control+G");
  await page.keyboard.type(`${wanted}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("F9");
  await page.locator(".codicon-debug-breakpoint").first().waitFor();
  await page.keyboard.press("F5");
  const first = await stopped(0);
  await picture("breakpoint");
  await page.keyboard.press("F10");
  const second = await stopped(first);
  await page.locator(".debug-variables .monaco-list-row", { hasText: /^%/ }).first().waitFor({ timeout: MINUTE });
  const variables = await texts(".debug-variables .monaco-list-row");
  await picture("step");
  say({ first, second, variables });
  await page.keyboard.press("Shift+F5");
}

try {
  await page.goto(`${url}/?folder=${OPENED}`);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 2 * MINUTE });
  await { build, debug }[verb]();
} catch (error) {
  await picture("failed");
  throw error;
} finally {
  await browser.close();
}

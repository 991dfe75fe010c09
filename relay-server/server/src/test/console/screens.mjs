// Walks through the console in headless Chromium by keyboard, looks at each page with axe, and takes its picture: light and
// dark, narrow and wide. CONSOLE, PASSWORD, ACCOUNT, CHROMIUM, PICTURES come from the environment.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const { CONSOLE, PASSWORD, ACCOUNT, CHROMIUM, PICTURES } = process.env;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { narrow: { width: 380, height: 800 }, wide: { width: 1280, height: 900 } };
const pages = {
  overview: "", accounts: "/accounts", unknown: "/accounts?id=nobody", account: `/account?id=${ACCOUNT}`,
  delete: `/account/delete?id=${ACCOUNT}`, codes: "/codes", invites: "/invites", limits: "/limits", settings: "/settings", nothing: "/nothing",
};
let wrong = 0;
const complain = (what) => (console.log("WRONG:", what), wrong++);

const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

async function look(page, name, scheme, size) {
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (spill > 0) complain(`${name} ${scheme} ${size} is ${spill} px too wide`);
  await page.screenshot({ path: `${PICTURES}/${name}-${scheme}-${size}.png`, fullPage: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const one of violations) complain(`${name} ${scheme} ${size}: ${one.id} ${one.nodes.map((n) => n.target).join(" ")}`);
}

for (const scheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on("console", (message) => {
      if (!message.text().includes("404")) complain(`${page.url()} says ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL(CONSOLE).origin)) complain(`asks for ${request.url()}`);
    });
    await page.setViewport(viewport);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(CONSOLE);
    await look(page, "login", scheme, size);
    await page.keyboard.type(PASSWORD); // the field has the focus
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(CONSOLE + path);
      await look(page, name, scheme, size);
    }
    await page.goto(`${CONSOLE}/invites`);
    await page.type("#note", "Ana");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await look(page, "invite-made", scheme, size);
    await page.goto(CONSOLE);
    const stops = [];
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement.textContent.trim()));
    }
    console.log(scheme, size, "by Tab:", stops.join(", "));
    if (stops[0] !== "Skip to the page") complain("the first stop does not lead to the page");
    await context.close();
  }
}

// suspend, let in, log out: by keyboard alone
const page = await (await browser.createBrowserContext()).newPage();
await page.goto(CONSOLE);
await page.keyboard.type(PASSWORD);
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
for (const verb of ["Suspend", "Let it in again", "Log out"]) {
  await page.goto(`${CONSOLE}/account?id=${ACCOUNT}`);
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement.textContent.trim())) === verb) break;
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  console.log(`${verb}:`, await page.evaluate(() => (document.querySelector("[role=status]") ?? document.querySelector("h1")).textContent));
}
await page.goto(CONSOLE);
if (!page.url().endsWith("/login")) complain("still logged in");

// a form of another site: Chromium sends no cookie with it
await page.goto("data:text/html,<form method=post action='" + CONSOLE + "/sweep'><button>x</button></form>");
const [answer] = await Promise.all([page.waitForNavigation(), page.click("button")]);
console.log("a form of another site:", answer.status());
if (answer.status() !== 403) complain("a form of another site is taken");
await browser.close();
console.log(wrong, "wrong");
process.exit(wrong === 0 ? 0 : 1);

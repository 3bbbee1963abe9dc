// The HTML export in real Chromium: console errors, an axe-core run, screenshots wide, narrow, dark, on paper.
//
//   npm install --prefix /tmp/axe axe-core playwright-core
//   newsdiff report seeds/ --format html -o /tmp/axe/report.html
//   NODE_PATH=/tmp/axe/node_modules node benchmarks/attacks/html_in_chromium.mjs /tmp/axe/report.html /tmp/axe
//
// Ends with 1 when there is a console error, a request, a script, or a finding that is serious or critical.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.env.NODE_PATH ?? "."}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [file, folder] = process.argv.slice(2);
const page_address = pathToFileURL(file).href;

const looks = {
  wide: { viewport: { width: 1440, height: 1000 } },
  narrow: { viewport: { width: 390, height: 844 } },
  dark: { viewport: { width: 1440, height: 1000 }, colorScheme: "dark" },
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync"],
});
let bad = 0;
for (const [look, options] of Object.entries(looks)) {
  // The policy of the page forbids axe, too: it is put in past the policy, which a first visit has tested.
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({ ...options, bypassCSP });
    const page = await context.newPage();
    const troubles = [];
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("request", (request) => request.url() !== page_address && troubles.push(`asked for ${request.url()}`));
    await page.goto(page_address);
    const facts = await page.evaluate(() => ({
      scripts: document.scripts.length,
      height: document.documentElement.scrollHeight,
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }));
    if (!bypassCSP) {
      const fullPage = facts.height < 20000; // Chromium cannot draw much more at once
      await page.screenshot({ path: `${folder}/${look}.png`, fullPage });
      if (facts.sideways) troubles.push("the page scrolls sideways");
      if (look === "wide") await page.pdf({ path: `${folder}/paper.pdf`, format: "A4" });
      console.log(`${look}: ${facts.scripts} scripts, ${troubles.length} troubles`, ...troubles);
      bad += troubles.length + facts.scripts;
    } else {
      await page.addScriptTag({ content: axe });
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
      const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact));
      bad += serious.length;
      console.log(`${look}: axe ${passes.length} rules passed, ${violations.length} findings, ${serious.length} serious`);
      for (const one of violations) console.log(`  ${one.impact}: ${one.id}: ${one.nodes.length}x ${one.nodes[0].html.slice(0, 120)}`);
    }
    await context.close();
  }
}
await browser.close();
process.exit(bad ? 1 : 0);

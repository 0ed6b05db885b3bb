// Opens the page as a phone, a tablet and a desk see it, and has axe-core look for barriers (RGAA, WCAG).
// Usage: node axe.js PAGE CHROMIUM AXE ; prints a line a width, and fails on a violation or a page wider than its window.
const fs = require("fs");
const puppeteer = require("puppeteer-core");

(async () => {
  const [page, chromium, axe] = process.argv.slice(2);
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
  let faults = 0;
  for (const width of [320, 768, 1280]) {
    const tab = await browser.newPage();
    await tab.setViewport({ width, height: 900 });
    await tab.goto("file://" + page);
    await tab.addScriptTag({ content: fs.readFileSync(axe, "utf8") });
    const seen = await tab.evaluate(async () => {
      const found = await axe.run();
      return {
        violations: found.violations.map((v) => v.id + ": " + v.nodes[0].html.slice(0, 120)),
        width: document.documentElement.scrollWidth,
      };
    });
    console.log(width + " px: " + seen.violations.length + " violations, " + seen.width + " px wide");
    seen.violations.forEach((violation) => console.log("  " + violation));
    faults += seen.violations.length + (seen.width > width ? 1 : 0);
  }
  await browser.close();
  process.exit(faults ? 1 : 0);
})().catch((why) => {
  console.error(String(why));
  process.exit(1);
});

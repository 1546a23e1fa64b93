// Adds up the test reports that bin/check left and ends with "N passed, N failed". A suite without a report, or whose
// report holds no test, counts as failed.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const suites = [
  { name: "backend, first part", folder: "backend/target/reports/first", match: /^TEST-.*\.xml$/ },
  { name: "backend, the rest", folder: "backend/target/reports/rest", match: /^TEST-.*\.xml$/ },
  { name: "demo", folder: "demo/target/surefire-reports", match: /^TEST-.*\.xml$/ },
  { name: "console", folder: "admin-ui/target", match: /^vitest\.xml$/ },
  { name: "phone", folder: "member-app/target", match: /^junit\.xml$/ },
  { name: "browser", folder: "e2e/target", match: /^junit\.xml$/ },
];

let passed = 0;
let failed = 0;
for (const suite of suites) {
  const folder = join(root, suite.folder);
  const files = existsSync(folder) ? readdirSync(folder).filter((f) => suite.match.test(f)) : [];
  let good = 0;
  let bad = 0;
  for (const file of files) {
    const xml = readFileSync(join(folder, file), "utf8");
    const cases = xml.match(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
    for (const testcase of cases) {
      if (/<skipped\b/.test(testcase)) continue;
      if (/<(failure|error)\b/.test(testcase)) {
        bad += 1;
        console.log(`  failed: ${suite.name} ${/classname="([^"]*)"/.exec(testcase)?.[1] ?? ""} ${/\bname="([^"]*)"/.exec(testcase)?.[1] ?? ""}`);
      } else {
        good += 1;
      }
    }
  }
  if (good + bad === 0) {
    console.log(`${suite.name}: no test was run`);
    bad += 1;
  }
  console.log(`${suite.name}: ${good} passed, ${bad} failed`);
  passed += good;
  failed += bad;
}
console.log(`bin/check took ${process.argv[2] ?? "?"} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

// `npm test` checks everything that must hold, on a fresh clone too, and `npm test -- types unit` runs those steps
// only. Only Node's own modules may be imported up here.
import "./start/require-node.mjs";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./start/install.mjs";
import { browserFailures, describeFailures, vitestFailures } from "./test/failures.mjs";
import { noSettings } from "./test/no-settings.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installDependencies({ dev: true });

const reports = mkdtempSync(path.join(tmpdir(), "order-desk-reports-"));
const sourceFolders = ["app", "components", "e2e", "lib", "prisma", "scripts"];
const bin = (name) => path.join("node_modules", name);
const tsx = ["--import", "tsx", "--conditions=react-server"];

/** Every step returns how many of its checks passed and failed. */
const steps = {
  format: () => check([bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
  types: () => check([...tsx, "scripts/generate.ts"], [bin("typescript/bin/tsc"), "--noEmit"]),
  "api-client": () => check([...tsx, "scripts/api-client.ts", "--check"]),
  arrows: () => arrows(),
  "dead-code": () => check([bin("knip/bin/knip.js"), "--no-progress"]),
  unit: () => vitest("unit"),
  database: () => vitest("database"),
  build: () => check([...tsx, "scripts/build.ts"]),
  browser: () => browser(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}; the steps are ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
const summary = [];
const failures = [];
for (const [name, run] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ${"─".repeat(100 - name.length)}`);
  const started = Date.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(
    `${failed ? "✗" : "✓"} ${name.padEnd(10)}${`${passed} passed`.padStart(14)}${failed ? `, ${failed} FAILED` : ""}  (${seconds} s)`,
  );
}
rmSync(reports, { recursive: true });

console.log(`\n${summary.join("\n")}\n`);
if (failures.length > 0) console.log(`${describeFailures(failures)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Tests are about the product with a database of its own, whatever the developer's shell says. */
function environment() {
  const { NODE_ENV, ...rest } = process.env;
  // This build stands beside a product that is running or being developed in this folder.
  return {
    ...rest,
    ...noSettings,
    NEXT_DIST_DIR: ".next-test",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
  };
}

function node(args, stdout = "inherit") {
  const options = {
    env: environment(),
    stdio: ["ignore", stdout, "inherit"],
    encoding: "utf8",
    maxBuffer: 1e8,
  };
  return spawnSync(process.execPath, args, options);
}

/** Runs one check, whose commands must all succeed. */
function check(...commands) {
  const ok = commands.every((args) => node(args).status === 0);
  if (ok) console.log("passed");
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Fails too if it looked at fewer files than there are, since without a parser for TypeScript it would look at none.
 */
function arrows() {
  const { status, stdout } = node(
    [bin("dependency-cruiser/bin/dependency-cruise.mjs"), ...sourceFolders, "proxy.ts"],
    "pipe",
  );
  console.log(stdout.trim());
  const seen = Number(/\((\d+) modules/.exec(stdout)?.[1] ?? /(\d+) modules/.exec(stdout)?.[1] ?? 0);
  const there = sourceFolders
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .filter((file) => /\.tsx?$/.test(file)).length;
  if (seen < there) console.log(`Only ${seen} of ${there} files were looked at.`);
  const rooms = node([
    bin("dependency-cruiser/bin/dependency-cruise.mjs"),
    "--config",
    ".dependency-cruiser.rooms.cjs",
    "app",
    "components",
    "lib",
  ]);
  return status === 0 && rooms.status === 0 && seen >= there
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const args = [bin("vitest/vitest.mjs"), "run", "--project", project];
  const { status } = node([...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  const result = readReport(report);
  if (result) failures.push(...vitestFailures(result, process.cwd()));
  const broken = result?.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = (result?.numFailedTests ?? 0) + (broken?.length ?? 0);
  return judged(status, result?.numPassedTests ?? 0, failed);
}

async function browser() {
  const { ensureChromium } = await import("./test/chromium.mjs");
  const problem = await ensureChromium();
  if (problem) {
    console.error(problem);
    return { passed: 0, failed: 1 };
  }
  const report = path.join(reports, "browser.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const { status } = node([bin("@playwright/test/cli.js"), "test", "--reporter=list,json"]);
  const result = readReport(report);
  if (result) failures.push(...browserFailures(result, process.cwd()));
  const stats = result?.stats;
  return judged(status, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** Counts a run that failed without a failed test, or ran no test, as a failure of its own. */
function judged(status, passed, failed) {
  const silent = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * Installs the dependencies if npm's note of the last installation does not match package-lock.json. Install scripts
 * never run: nothing needs one, and some would download from places that not every machine reaches.
 */
export function installDependencies({ dev }) {
  if (isInstalled({ dev })) return;
  console.log("Installing dependencies …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync(npm, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(
    `The dependencies could not be installed${error ? `: ${error.message}` : "; npm says why above"}.`,
  );
  process.exit(1);
}

function isInstalled({ dev }) {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = packages("package-lock.json");
  const installed = packages("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const there = installed[path];
    if (there) return there.version === entry.version;
    return entry.optional || entry.devOptional || (entry.dev && !dev) || entry.peer === true;
  });
}

const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

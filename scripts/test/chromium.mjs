import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

// The headless shell comes first, since without a window to draw it needs half the processor.
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** These suit a machine without a display, a user namespace or a network of its own. */
export const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-software-rasterizer",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Finds the browser for tests and screenshots: Playwright's own if it was installed, else the system's. */
export async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath(), ...places].find((path) => existsSync(path));
}

/** Finds a browser, or installs Debian's where we may. Returns what is wrong, or nothing. */
export async function ensureChromium() {
  if (await findChromium()) return undefined;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: "inherit", env });
    apt("update");
    for (const name of ["chromium-headless-shell", "chromium"]) {
      apt("install", "-y", "--no-install-recommends", name);
      if (await findChromium()) return undefined;
    }
  }
  return "There is no Chromium for the browser tests: install Chromium or Chrome, or run npx playwright install chromium.";
}

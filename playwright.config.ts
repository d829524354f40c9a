import { defineConfig } from "@playwright/test";
import { findChromium, launchArguments } from "./scripts/test/chromium.mjs";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/fixtures/start-product.ts",
  // Half of a browser test is waiting for the page.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, which no busy machine reaches: nothing is tested by how long it takes.
  timeout: 900_000,
  expect: { timeout: 180_000 },
  outputDir: "test-results",
  reporter: [["list"]],
  use: {
    // Set by globalSetup, once the product answers.
    baseURL: process.env.PRODUCT_URL,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    actionTimeout: 180_000,
    // Of a failed test, what the browser saw: the end of the output says where it is.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    // Nobody waits for an animation.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: await findChromium(), args: launchArguments },
  },
});

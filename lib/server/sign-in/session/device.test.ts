import { expect, test } from "vitest";
import { deviceLabel } from "./device";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
    "Chrome on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari on iOS",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
    "Microsoft Edge on Windows",
  ],
  ["curl/8.5.0", "curl"],
  ["\u0007", "Unknown browser"],
  [null, "Unknown browser"],
])("%s is shown as %s", (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label);
});

test("a long user agent stays a short label", () => {
  expect(deviceLabel("x".repeat(100_000)).length).toBeLessThanOrEqual(80);
});

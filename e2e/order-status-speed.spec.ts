import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

// docs/targets.md: with 200 statuses, typing paints within 50 ms. On a machine that is busy with something else, the
// same page with the eight statuses is the measure.

const path = "/setup/sales/orders/order-status";
const keystrokes = 24;

/** The middle of how long it took from a key to the paint of what it did, by the browser's own Event Timing. */
async function typingTime(page: Page): Promise<number> {
  const box = page.getByRole("grid").getByRole("textbox", { name: "Description" }).first();
  await box.click();
  await page.evaluate(() => {
    const seen = new Map<number, number>();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId } = entry as PerformanceEventTiming & { interactionId: number };
        if (interactionId) seen.set(interactionId, Math.max(seen.get(interactionId) ?? 0, entry.duration));
      }
    });
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(window, { typingTimes: () => [...seen.values()] });
  });
  for (let i = 0; i < keystrokes; i++) {
    await page.keyboard.press("x");
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
  }
  const times = await page.evaluate(() =>
    (window as unknown as { typingTimes: () => number[] }).typingTimes(),
  );
  // What took less than 16 ms is not reported.
  const all = [...times, ...Array<number>(Math.max(0, keystrokes - times.length)).fill(16)];
  await box.press("Control+z");
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

test("typing among 200 statuses paints in time", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const few = await typingTime(page);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const rows = Array.from({ length: 192 }, (_, i) => `${i + 9}\tStatus ${i}`).join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows);
  await page.getByRole("searchbox", { name: "Filter statuses" }).focus();
  for (const key of ["ArrowDown", "Control+End", "Home", "Control+v"]) await page.keyboard.press(key);
  await expect(page.getByText("Pasted: 0 statuses changed, 192 added.")).toBeAttached();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("status").filter({ hasText: "192 added" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("grid").getByRole("textbox", { name: "Description" })).toHaveCount(201);

  const many = await typingTime(page);
  console.log(`Typing, key to paint, median: ${few} ms with 8 statuses, ${many} ms with 200`);
  expect(many).toBeLessThanOrEqual(Math.max(50, 6 * few));
});

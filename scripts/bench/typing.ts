import type { CDPSession, Page } from "@playwright/test";
import { enterGrid } from "./fixtures/order-status";
import { expect, test } from "./fixtures/test";

// docs/targets.md: with 200 statuses, typing paints within 50 ms. How long that takes says something of the machine,
// too, so what a key costs the processor among 200 rows is measured against ten, in turns and in the same run.

const path = "/setup/sales/orders/order-status";
const keystrokes = 20;
const rounds = 3;

type Typing = {
  /** From each key to the paint of what it did, in milliseconds, by the browser's own Event Timing. */
  paints: number[];
  /** Processor time of the page's main thread for a key, in milliseconds. */
  work: number;
};

class Hands {
  constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  static async on(page: Page): Promise<Hands> {
    const cdp = await page.context().newCDPSession(page);
    // Not what other programs take in the meantime.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Hands(page, cdp);
  }

  get descriptions() {
    return this.page.getByRole("grid").getByRole("textbox", { name: "Description" });
  }

  async type(row: number): Promise<Typing> {
    await this.page.bringToFront();
    await this.descriptions.nth(row).click();
    await this.key();
    await this.page.evaluate(watchKeys);
    const before = await this.taskTime();
    for (let i = 0; i < keystrokes; i++) await this.key();
    const work = (await this.taskTime()) - before;
    const { longest, keys } = await this.page.evaluate(() =>
      (window as unknown as { watched: () => ReturnType<Watched> }).watched(),
    );
    expect(keys, "keys that the page had").toBe(keystrokes);
    expect(longest.length, "keys that were timed").toBeLessThanOrEqual(keystrokes);
    // By its specification, Event Timing tells of nothing that took less than 16 ms.
    const quick = Array<number>(keystrokes - longest.length).fill(16);
    return { paints: [...longest, ...quick], work: work / keystrokes };
  }

  async key() {
    await this.page.keyboard.press("x");
    await this.page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
  }

  private async taskTime() {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    const found = metrics.find(({ name }) => name === "TaskDuration");
    return 1000 * (found?.value ?? Number.NaN);
  }
}

type Watched = () => { longest: number[]; keys: number };

/** In the page: the longest event of each key, and how many keys there were. */
function watchKeys() {
  const seen = new Map<number, number>();
  // What was pressed before is told late, now and then.
  const since = performance.now();
  const take = (entries: PerformanceEntryList) => {
    for (const { interactionId, startTime, duration } of entries as (PerformanceEventTiming & {
      interactionId: number;
    })[]) {
      if (interactionId && startTime >= since)
        seen.set(interactionId, Math.max(seen.get(interactionId) ?? 0, duration));
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  const count = () => performance.eventCounts.get("keydown") ?? 0;
  const first = count();
  const watched: Watched = () => {
    take(observer.takeRecords());
    observer.disconnect();
    return { longest: [...seen.values()], keys: count() - first };
  };
  Object.assign(window, { watched });
}

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;
const least = (typings: readonly Typing[]) => Math.min(...typings.map(({ work }) => work));

/** The quieter the machine, the better the round: what the page itself takes shows in the best one. */
function bestPaint(typings: readonly Typing[], share: number): number {
  return Math.min(...typings.map(({ paints }) => percentile(paints, share)));
}

async function paste(page: Page, lines: readonly string[], ...to: string[]) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
  await page.getByRole("searchbox", { name: "Filter statuses" }).focus();
  for (const key of ["ArrowDown", ...to, "Control+v"]) await page.keyboard.press(key);
}

test("typing among 200 statuses paints in time", async ({ organization, signedIn }) => {
  const few = await Hands.on(await signedIn("admin@other.example.com"));
  await few.page.goto(path);
  await expect(few.descriptions.first()).toBeVisible();
  expect(await few.descriptions.count(), "statuses of the demo's second organization").toBeLessThan(15);
  const many = await Hands.on(await signedIn(organization.administrator));
  await many.page.goto(path);
  await enterGrid(many.page);
  const added = Array.from({ length: 192 }, (_, i) => `${i + 9}\tStatus ${i}`);
  await paste(many.page, added, "Control+End", "Home");
  await expect(many.page.getByText("Pasted: 0 statuses changed, 192 added.")).toBeAttached();
  await many.page.keyboard.press("Control+s");
  await expect(many.page.getByText("No unsaved changes")).toBeVisible();
  await many.page.reload();
  await expect(many.descriptions).toHaveCount(201);

  const among = { few: [] as Typing[], many: [] as Typing[], faulty: [] as Typing[] };
  for (let round = 0; round < rounds; round++) {
    among.few.push(await few.type(round));
    among.many.push(await many.type(100 + round));
  }
  // Nearly all of them edited and not saved, a hundred of them faulty.
  await paste(
    many.page,
    added.map((_, i) => (i < 100 ? "Twice" : `Renamed ${i}`)),
    "ArrowRight",
  );
  await expect(many.page.getByText("Pasted: 192 statuses changed, 0 added.")).toBeAttached();
  await many.page.keyboard.press("Control+s");
  await expect(many.page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
  for (let round = 0; round < rounds; round++) {
    among.few.push(await few.type(round));
    among.faulty.push(await many.type(150 + round));
  }

  for (const [rows, typings] of Object.entries(among)) {
    const paints = [0.5, 0.9, 1].map((share) => bestPaint(typings, share)).join(", ");
    console.log(
      `Typing among ${rows} rows: ${least(typings).toFixed(1)} ms of work a key; paints ${paints} ms`,
    );
  }
  expect(least(among.many) / least(among.few), "work of a key among 200 rows against 10").toBeLessThan(2.5);
  expect(least(among.faulty) / least(among.few), "with 192 unsaved and 100 faulty rows").toBeLessThan(5);
  expect(bestPaint(among.many, 0.9), "90th percentile of key to paint").toBeLessThanOrEqual(50);
});

import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import startProduct from "../../e2e/fixtures/start-product";
import { Refusal } from "../command-line/task";
import { ensureChromium, findChromium, launchArguments } from "../test/chromium.mjs";
import { against, atMost, type Line } from "./report";

const address = "/setup/sales/orders/order-status";
const rows = 200;
const keystrokes = 20;
const rounds = 3;

/**
 * Measures what a key in the Order Status grid costs among 200 statuses: processor time against that among ten, in
 * turns, and the time to the next paint.
 */
export async function benchTyping(orders: number): Promise<Line[]> {
  const missing = await ensureChromium();
  if (missing) throw new Refusal(missing);
  const stopProduct = await startProduct();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: launchArguments });
  try {
    return await measure(browser, orders);
  } finally {
    await browser.close();
    await stopProduct();
  }
}

async function measure(browser: Browser, orders: number): Promise<Line[]> {
  const few = await Hands.of(browser, "admin@other.example.com");
  const many = await Hands.of(browser, "admin@example.com");
  const { page } = many;
  const first = await many.descriptions.count();
  await paste(
    page,
    Array.from({ length: rows + 1 - first }, (_, i) => `${i + 500}\tStatus ${i}`),
    "Control+End",
    "Home",
  );
  await page.getByText(/^Pasted: 0 statuses changed/).waitFor({ state: "attached" });
  await page.keyboard.press("Control+s");
  await page.getByText("No unsaved changes").waitFor();
  await page.reload();
  await many.descriptions.nth(rows).waitFor();

  const among = { few: [] as Typing[], many: [] as Typing[], faulty: [] as Typing[] };
  for (let round = 0; round < rounds; round++) {
    among.few.push(await few.type(round));
    among.many.push(await many.type(100 + round));
  }
  // Most rows are edited and not saved, and a hundred of them are faulty.
  const names = Array.from({ length: rows - first }, (_, i) => (i < 100 ? "Twice" : `Renamed ${i}`));
  await paste(page, names, ...Array.from({ length: first }, () => "ArrowDown"), "ArrowRight");
  await page.getByText(/^Pasted: \d+ statuses changed, 0 added/).waitFor({ state: "attached" });
  await page.keyboard.press("Control+s");
  await page.getByRole("alert").filter({ hasText: "Nothing was saved" }).waitFor();
  for (let round = 0; round < rounds; round++) {
    among.few.push(await few.type(round));
    among.faulty.push(await many.type(150 + round));
  }

  const work = (typings: readonly Typing[]) => Math.min(...typings.map((typing) => typing.work));
  return [
    against(`A key among ${rows} statuses, against ten`, orders, [work(among.many), work(among.few)], 2.5),
    against("The same with most unsaved and 100 faulty", orders, [work(among.faulty), work(among.few)], 5),
    atMost(`From key to paint among ${rows} statuses, 9 of 10 keys`, orders, bestPaint(among.many, 0.9), 50),
  ];
}

type Typing = {
  /** Holds the time from each key to the paint of what it did, in milliseconds, by the browser's own Event Timing. */
  paints: number[];
  /** Holds the processor time of the page's main thread for a key, in milliseconds. */
  work: number;
};

class Hands {
  constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  static async of(browser: Browser, email: string): Promise<Hands> {
    const context = await browser.newContext({
      baseURL: process.env.PRODUCT_URL,
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    // The compiler of this program names functions by this helper, which a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.goto("/login");
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname !== "/login");
    await page.goto(address);
    const cdp = await context.newCDPSession(page);
    // This does not count what other programs take in the meantime.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const hands = new Hands(page, cdp);
    await hands.descriptions.last().waitFor();
    return hands;
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
    if (keys !== keystrokes) throw new Error(`The page had ${keys} keys of ${keystrokes}`);
    // By its specification, Event Timing reports nothing that took less than 16 ms.
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

/** Records in the page the longest event of each key, and how many keys there were. */
function watchKeys() {
  const seen = new Map<number, number>();
  // The browser now and then reports late what was pressed before.
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

/** Returns the best round, since what the page itself takes shows when the machine is quiet. */
function bestPaint(typings: readonly Typing[], share: number): number {
  return Math.min(...typings.map(({ paints }) => percentile(paints, share)));
}

async function paste(page: Page, lines: readonly string[], ...to: string[]): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
  await page.getByRole("searchbox", { name: "Filter statuses" }).focus();
  for (const key of ["ArrowDown", ...to, "Control+v"]) await page.keyboard.press(key);
}

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** Stands in for the browser's: the test says what the server sends. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }
  close() {
    this.readyState = FakeEventSource.CLOSED;
  }
  send(type: string, data: unknown = {}) {
    this.dispatchEvent(Object.assign(new Event(type), { data: JSON.stringify(data) }));
  }
}

let page: EventTarget & { hidden: boolean };
const quiet = (since: number) => ({
  orders: since,
  subscriptions: since,
  order_statuses: since,
  bulk_runs: since,
  imports: since,
});
const source = () => FakeEventSource.opened.at(-1) as FakeEventSource;
const isOpen = () => source().readyState !== FakeEventSource.CLOSED;

async function connection() {
  vi.resetModules();
  return (await import("./live-connection")).liveConnection;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeEventSource);
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
  FakeEventSource.opened = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("liveConnection", () => {
  it("listens where the page says, and where the next one says after that", async () => {
    const live = await connection();
    const end = live.subscribe(["orders"], 5000, 500, vi.fn(), "/api/live/orders/7");
    expect(source().url).toBe("/api/live/orders/7");
    const first = source();
    end();
    live.subscribe(["orders"], 5000, 500, vi.fn());
    expect(first.readyState).toBe(FakeEventSource.CLOSED);
    expect(source().url).toBe("/api/live");
    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it("shares one source, and calls once for a burst", async () => {
    const live = await connection();
    const [orders, everything] = [vi.fn(), vi.fn()];
    live.subscribe(["orders"], 5000, 500, orders);
    live.subscribe(["orders", "subscriptions"], 5000, 500, everything);
    expect(FakeEventSource.opened).toHaveLength(1);

    source().send("ready", quiet(0));
    for (const id of ["a", "b", "a"]) source().send("change", { orders: [id] });
    source().send("change", { subscriptions: "*" });
    await vi.advanceTimersByTimeAsync(60);
    expect(orders.mock.calls).toEqual([[{ ids: ["a", "b"] }]]);
    expect(everything.mock.calls).toEqual([[{ ids: "*" }]]);
  });

  it("asks for everything when something may have changed unheard, and only then", async () => {
    const live = await connection();
    const [stale, current] = [vi.fn(), vi.fn()];
    live.subscribe(["orders"], 1000, 500, stale);
    live.subscribe(["orders"], 9000, 500, current);
    source().send("ready", quiet(5000));
    await vi.advanceTimersByTimeAsync(60);
    expect(stale.mock.calls).toEqual([[{ ids: "*" }]]);
    expect(current).not.toHaveBeenCalled();

    const late = vi.fn();
    live.subscribe(["orders"], 9000, 500, late);
    source().send("change", { orders: ["a"] });
    const later = vi.fn();
    live.subscribe(["orders"], 9000, 500, later);
    await vi.advanceTimersByTimeAsync(60);
    expect(late.mock.calls).toEqual([[{ ids: ["a"] }]]);
    expect(later.mock.calls).toEqual([[{ ids: "*" }]]);
  });

  it("never calls a handler twice at a time, and again with what it missed when it failed", async () => {
    const live = await connection();
    const answers: ((answer: "fails" | "works") => void)[] = [];
    const handler = vi.fn(
      () =>
        new Promise<void>((resolve, reject) => {
          answers.push((answer) => (answer === "works" ? resolve() : reject(new Error("offline"))));
        }),
    );
    live.subscribe(["orders"], 9000, 500, handler);
    source().send("ready", quiet(0));
    source().send("change", { orders: ["a"] });
    await vi.advanceTimersByTimeAsync(60);
    source().send("change", { orders: ["b"] });
    await vi.advanceTimersByTimeAsync(5000);
    expect(handler).toHaveBeenCalledTimes(1);

    answers[0]?.("fails");
    await vi.advanceTimersByTimeAsync(2000);
    expect(handler.mock.calls.at(1)).toEqual([{ ids: ["b", "a"] }]);
    answers[1]?.("works");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(handler).toHaveBeenCalledTimes(2);
  });

  it("comes back from an answer that was none, and tells that it was lost", async () => {
    const live = await connection();
    live.subscribe(["orders"], 9000, 500, vi.fn());
    const states: string[] = [];
    live.watchState(() => states.push(live.state));
    source().send("ready", quiet(0));
    source().readyState = FakeEventSource.CLOSED;
    source().send("error");
    await vi.advanceTimersByTimeAsync(5000);
    expect(FakeEventSource.opened).toHaveLength(2);
    source().send("ready", quiet(0));
    expect(states).toEqual(["open", "lost", "open"]);
  });

  it("gives the connection back while nobody looks, and when nothing listens", async () => {
    const live = await connection();
    const stop = live.subscribe(["orders"], 9000, 500, vi.fn());
    page.hidden = true;
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(isOpen()).toBe(false);
    page.hidden = false;
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeEventSource.opened).toHaveLength(2);
    stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(isOpen()).toBe(false);
  });

  it("stays closed when newer tabs listen in its place, until it is looked at again", async () => {
    const live = await connection();
    const stop = live.subscribe(["orders"], 9000, 500, vi.fn());
    source().send("crowded");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(live.state).toBe("lost");
    expect(FakeEventSource.opened).toHaveLength(1);
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeEventSource.opened).toHaveLength(2);
    stop();
  });

  it("listens again on a page that is still there a while after the session ended", async () => {
    const live = await connection();
    const stop = live.subscribe(["orders"], 9000, 500, vi.fn());
    source().send("ended");
    await vi.advanceTimersByTimeAsync(9_000);
    expect(live.state).toBe("ended");
    expect(FakeEventSource.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeEventSource.opened).toHaveLength(2);
    stop();
  });

  it("stays closed when the session ended and nobody listens, until somebody listens anew", async () => {
    const live = await connection();
    const stop = live.subscribe(["orders"], 9000, 500, vi.fn());
    source().send("ended");
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeEventSource.opened).toHaveLength(1);
    live.subscribe(["orders"], 9000, 500, vi.fn());
    expect(FakeEventSource.opened).toHaveLength(2);
  });
});

import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Permission } from "@/lib/domain/permissions";
import type { LiveChanges, QuietSince } from "@/lib/schemas/live";
import { Forbidden } from "../kernel/errors";
import { editRole } from "../roles/commands/edit-role";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { makeUserWith } from "../testing/factories/roles";
import { setRole } from "../users/commands/set-role";
import { type EndReason, LiveHub, mostStreams, type Subscriber } from "./hub";
import { staffFilter } from "./staff-filter";
import { type LiveStreamOptions, liveStream } from "./stream";

const databaseUrl = process.env.DATABASE_URL ?? "";
let hub: LiveHub;
let client: pg.Client;

beforeEach(async () => {
  hub = new LiveHub(databaseUrl);
  client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
});

afterEach(async () => {
  await hub.stop();
  await client.end();
});

class Tab implements Subscriber {
  changes: LiveChanges[] = [];
  readies = 0;
  ended: EndReason[] = [];
  constructor(
    readonly organizationId: string,
    readonly userId = crypto.randomUUID(),
    readonly sessionId = crypto.randomUUID(),
  ) {}
  quietSince: QuietSince | undefined;
  ready = (quietSince: QuietSince) => {
    this.readies++;
    this.quietSince = quietSince;
  };
  changed = (changes: LiveChanges) => void this.changes.push(changes);
  end = (reason: EndReason) => void this.ended.push(reason);
}

function open(tab: Tab): () => void {
  return hub.subscribe(tab);
}

const notify = (payload: string) => client.query("SELECT pg_notify('order_desk', $1)", [payload]);
const listeners = async () => {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'order-desk live'",
  );
  return rows.map((row) => row.pid as number);
};

describe("LiveHub", () => {
  it("tells every tab of the organization and none of another, over one connection", async () => {
    const [first, second, other] = [new Tab("a"), new Tab("a"), new Tab("b")];
    for (const tab of [first, second, other]) open(tab);
    await expect.poll(() => [first.readies, second.readies, other.readies]).toEqual([1, 1, 1]);

    await notify("a orders 7");
    await notify("a subscriptions *");
    await notify("a nonsense *");
    await notify("b orders 8");

    await expect.poll(() => other.changes).toEqual([{ orders: ["8"] }]);
    expect(first.changes).toEqual([{ orders: ["7"] }, { subscriptions: "*" }]);
    expect(second.changes).toEqual(first.changes);
    expect(await listeners()).toHaveLength(1);
  });

  it("ends the tabs of a session that ended, and no others of its user", async () => {
    const [ended, stays] = [new Tab("a", "u", "s1"), new Tab("a", "u", "s2")];
    for (const tab of [ended, stays]) open(tab);
    await expect.poll(() => stays.readies).toBe(1);
    await notify("b sessions s1");
    await notify("a sessions s1");
    await expect.poll(() => ended.ended).toEqual(["session"]);
    expect(stays.ended).toEqual([]);
  });

  it("ends the oldest tab of a session that has too many, and none of another session", async () => {
    const other = new Tab("a", "u", "s2");
    const tabs = Array.from({ length: mostStreams + 1 }, () => new Tab("a", "u", "s1"));
    for (const tab of [other, ...tabs]) open(tab);
    expect(tabs.map(({ ended }) => ended.length)).toEqual([1, ...Array(mostStreams).fill(0)]);
    expect(tabs[0]?.ended).toEqual(["crowded"]);
    expect(other.ended).toEqual([]);
  });

  it("hears no more of a tab that was closed", async () => {
    const [closed, stays] = [new Tab("a"), new Tab("a")];
    const close = open(closed);
    open(stays);
    await expect.poll(() => stays.readies).toBe(1);
    close();
    await notify("a orders 7");
    await expect.poll(() => stays.changes).toHaveLength(1);
    expect(closed.changes).toEqual([]);
    expect(hub.size).toBe(1);
  });

  it("lets all tabs go when its connection breaks, and is there again for those that come back", async () => {
    const tab = new Tab("a");
    const close = open(tab);
    await expect.poll(() => tab.readies).toBe(1);

    await client.query("SELECT pg_terminate_backend($1)", await listeners());
    await expect.poll(() => tab.ended).toEqual(["interrupted"]);
    close();

    const back = new Tab("a");
    open(back);
    await expect.poll(() => back.readies).toBe(1);
    await notify("a orders 7");
    await expect.poll(() => back.changes).toEqual([{ orders: ["7"] }]);
  });

  it("waits for a database that does not answer yet", async () => {
    const address = new URL(databaseUrl);
    let refused = 0;
    const door = createServer((socket) => {
      if (refused++ < 2) return socket.destroy();
      const server = connect(Number(address.port), address.hostname);
      socket.pipe(server).pipe(socket);
      for (const end of [socket, server]) end.on("error", () => end.destroy());
    });
    door.listen(0, "127.0.0.1");
    await once(door, "listening");
    const throughDoor = new URL(databaseUrl);
    throughDoor.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;

    const early = new LiveHub(throughDoor.href);
    const tab = new Tab("a");
    early.subscribe(tab);
    try {
      await expect.poll(() => tab.readies).toBe(1);
      expect(refused).toBe(3);
    } finally {
      await early.stop();
      door.close();
    }
  });

  it("ends the tabs of a deactivated user, and of nobody else, as the database says it", async () => {
    const organization = await makeOrganization();
    const { organizationId } = organization;
    const [leaver, stayer] = [(await makeUser(organization)).id, (await makeUser(organization)).id];
    const [left, stays] = [new Tab(organizationId, leaver), new Tab(organizationId, stayer)];
    for (const tab of [left, stays]) open(tab);
    await expect.poll(() => stays.readies).toBe(1);

    await client.query("UPDATE users SET last_sign_in_at = now() WHERE id = $1", [leaver]);
    await client.query("UPDATE users SET active = false WHERE id = $1", [leaver]);

    await expect.poll(() => left.ended).toEqual(["session"]);
    expect(stays.ended).toEqual([]);
  });

  it("ends the tabs of those whose role allows something else, and of nobody for a new name", async () => {
    const organization = await makeOrganization();
    const { organizationId } = organization;
    const { id, role } = await makeUserWith(organization, ["order:read"]);
    const other = await makeUserWith(organization, ["order:read"]);
    const [theirs, others] = [new Tab(organizationId, id), new Tab(organizationId, other.id)];
    for (const tab of [theirs, others]) open(tab);
    await expect.poll(() => others.readies).toBe(1);

    const edit = { id: role.id, name: `${role.name} too` };
    const { administrator } = organization.as;
    value(await editRole(administrator, { ...edit, version: 1, permissions: ["order:read"] }));
    value(await editRole(administrator, { ...edit, version: 2, permissions: ["account:read"] }));
    await expect.poll(() => theirs.ended).toEqual(["session"]);
    const given = { id: other.id, version: 1, role: "custom", roleId: role.id, accountId: null };
    value(await setRole(administrator, given));
    await expect.poll(() => others.ended).toEqual(["session"]);
  });
});

describe("staffFilter", () => {
  const sessionWith = (organization: TestOrganization, permissions: Permission[]) => {
    const ctx = organization.as.operator;
    return { ctx: { ...ctx, actor: { ...ctx.actor, role: "custom" as const, permissions } }, user };
  };
  const user = { id: "u", name: "", email: "", role: "custom" as const, accountId: null };

  it("lets through what the person may see, and nothing to customers", async () => {
    const organization = await makeOrganization();
    const heard: LiveChanges[] = [];
    const filter = staffFilter(sessionWith(organization, ["account:read", "subscription:read"]));
    for (const changes of [
      { orders: ["a"] },
      { subscriptions: ["b"], orders: "*" },
      { credit: "*" },
    ] as LiveChanges[]) {
      filter?.changed(changes, (own) => void heard.push(own));
    }
    expect(heard).toEqual([{ subscriptions: ["b"] }, { credit: "*" }]);
    const { manager: ctx, customer } = organization.as;
    expect(staffFilter({ ctx, user: { ...user, role: "manager" } })).toBeUndefined();
    expect(() => staffFilter({ ctx: customer, user: { ...user, role: "customer" } })).toThrow(Forbidden);
  });
});

describe("liveStream", () => {
  const start = (options: Pick<LiveStreamOptions, "heartbeatMs" | "longestMs" | "stillCounts"> = {}) => {
    const gone = new AbortController();
    const stream = liveStream(hub, {
      organizationId: "a",
      userId: "u",
      sessionId: "s",
      signal: gone.signal,
      ...options,
    });
    return { gone, reader: textOf(stream) };
  };
  const textOf = (stream: ReadableStream<Uint8Array>) =>
    (stream.pipeThrough(new TextDecoderStream() as never) as ReadableStream<string>).getReader();
  async function readUntil(reader: ReadableStreamDefaultReader<string>, wanted: string): Promise<string> {
    for (let text = ""; ; ) {
      const { value, done } = await reader.read();
      text += value ?? "";
      if (text.includes(wanted)) return text;
      if (done) throw new Error(`The stream ended without ${wanted}: ${text}`);
    }
  }

  it("says since when nothing has changed", async () => {
    const tab = new Tab("a");
    open(tab);
    await expect.poll(() => tab.readies).toBe(1);
    const connected = tab.quietSince;
    await expect.poll(() => Date.now()).toBeGreaterThan(connected?.orders ?? 0);
    await notify("a orders 7");
    await notify("b subscriptions 7");
    await expect.poll(() => tab.changes).toHaveLength(1);

    const later = new Tab("a");
    open(later);
    expect(later.quietSince?.orders).toBeGreaterThan(connected?.orders ?? 0);
    expect(later.quietSince?.subscriptions).toBe(connected?.subscriptions);
  });

  it("says when it listens, and then what changes", async () => {
    const { reader } = start();
    expect(await readUntil(reader, "ready")).toMatch(/^retry: \d+\n\nevent: ready\n/);
    await notify("a orders 7");
    expect(await readUntil(reader, "change")).toBe('event: change\ndata: {"orders":["7"]}\n\n');
  });

  it("merges what a slow reader has not taken", async () => {
    const stream = liveStream(hub, {
      organizationId: "a",
      userId: "u",
      sessionId: "s",
      signal: new AbortController().signal,
    });
    const watcher = new Tab("a");
    open(watcher);
    await expect.poll(() => watcher.readies).toBe(1);
    for (let id = 1; id <= 200; id++) await notify(`a orders ${id}`);
    await expect.poll(() => watcher.changes).toHaveLength(200);

    const reader = textOf(stream);
    const text = await readUntil(reader, '"*"');
    expect(text.match(/event: change/g)?.length).toBeLessThanOrEqual(4);
  });

  it("shows that it lives", async () => {
    const { reader } = start({ heartbeatMs: 20 });
    expect(await readUntil(reader, ":\n\n:\n\n")).toBeTruthy();
  });

  it("is cleaned up when the browser has gone, by abort or by cancel", async () => {
    const aborted = start();
    const cancelled = start();
    await expect.poll(() => hub.size).toBe(2);
    aborted.gone.abort();
    await cancelled.reader.cancel();
    await expect.poll(() => hub.size).toBe(0);
  });

  it("ends after its longest time, so that the browser comes back with a session that still counts", async () => {
    const { reader } = start({ longestMs: 20 });
    await expect(readUntil(reader, "never")).rejects.toThrow("ended");
    expect(hub.size).toBe(0);
  });

  it("ends when its session ended before it was heard", async () => {
    const { reader } = start({ stillCounts: async () => false });
    expect(await readUntil(reader, "ended")).toContain("event: ended");
    expect(hub.size).toBe(0);
  });

  it("says so when the session ended", async () => {
    const { reader } = start();
    await readUntil(reader, "ready");
    await notify("a users u");
    expect(await readUntil(reader, "ended")).toContain("event: ended");
  });
});

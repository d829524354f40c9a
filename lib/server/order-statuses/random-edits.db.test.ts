import fc from "fast-check";
import { expect, test } from "vitest";
import { orderStatusTypes } from "@/lib/domain/order-status/combination";
import type { ListedStatus } from "@/lib/domain/order-status/list/list";
import type { StatusDifference } from "@/lib/domain/order-status/list/versions";
import type { StatusRow } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { makeAccount, makeOrganization, value } from "../testing/factories/basics";
import { editToRestore } from "../testing/restoring";
import {
  editFor,
  kindsOf,
  newRow,
  pick,
  restoredVersion,
  rowOf,
  type Saving,
  saveConfirmed,
  turns,
} from "../testing/status-edits";
import {
  bare,
  expectedDefaults,
  expectedRows,
  type Orders,
  ordersOf,
  ordersTold,
  toldRows,
} from "../testing/status-impact";
import { previewStatusSave } from "./commands/preview-status-save";
import { type SavedStatusList, saveOrderStatuses } from "./commands/save-order-statuses";
import { listOrderStatuses } from "./queries/list-order-statuses";
import { getStatusVersion, listStatusVersions } from "./queries/status-versions";

// The tests make random edits of the list, alone, two at once, or while orders come: docs/domain.md, section 1.

/** Counts how often each thing succeeded, so that a test that tries nothing does not pass. */
const succeeded = new Map<string, number>();
const count = (...kinds: string[]) => {
  for (const kind of kinds) succeeded.set(kind, (succeeded.get(kind) ?? 0) + 1);
};
const wanted = [
  ...[
    "added",
    "changed",
    "deleted",
    "restored",
    "restored a deleted status",
    "replaced by one added with it",
  ],
  ...["renamed", "recolored", "storefront", "unexecuted", "offered", "replaced"].map(
    (name) => `effect ${name}`,
  ),
  ...["another default", "another default by a lower No."],
  ...["two saves at once", "two saves at once, one refused", "a conflict"],
  ...["a save beside new orders", "new orders that it counted", "new orders refused"],
  ...orderStatusTypes.map((type) => `orders in ${type}`),
];

/** Holds one organization with the versions that were saved. */
class Desk {
  kept = new Map<number, ListedStatus[]>();
  replaced = new Map<number, (string | undefined)[]>();
  private number = 0;

  constructor(
    readonly ctx: Ctx,
    private readonly accountId: string,
  ) {}

  keep(one: Saving | null, saved: SavedStatusList): void {
    const { list, impact } = saved;
    // A save that changes nothing makes no version.
    if (this.kept.has(list.version)) return;
    if (one) count(...kindsOf(one, saved));
    this.kept.set(list.version, list.statuses);
    const replacements = impact.rows
      .filter(({ what }) => what === "deleted")
      .map(({ effects }) => effects.flatMap((one) => (one.effect === "replaced" ? one.by : []))[0]);
    this.replaced.set(list.version, replacements.sort());
  }

  /** Adds orders and returns the ids of those that the database accepted, in this order. */
  async addOrders(row: StatusRow, howMany = 2): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < howMany; i++) {
      const order = orderIn(this.ctx, this.accountId, row, ++this.number);
      // The status may be gone by now, or have another combination.
      const [taken] = await read(this.ctx)
        .order.createManyAndReturn({ data: [order], select: { id: true } })
        .catch(() => []);
      if (taken) ids.push(taken.id);
    }
    count(ids.length > 0 ? `orders in ${row.type}` : "new orders refused");
    return ids;
  }
}

async function open(): Promise<Desk> {
  const organization = await makeOrganization();
  const ctx = organization.as.administrator;
  const desk = new Desk(ctx, (await makeAccount(organization)).id);
  desk.kept.set(1, (await listOrderStatuses(ctx)).statuses);
  const cells = [
    { storefrontType: "draft" },
    { storefrontType: "pending_approval" },
    { storefrontType: "submitted" },
    {},
    { type: "cancelled" },
  ];
  const added = cells.map((given) => newRow(given));
  desk.keep(null, value(await saveOrderStatuses(ctx, { added })));
  const { statuses } = await listOrderStatuses(ctx);
  for (const row of statuses) await desk.addOrders(row, row.mandatory ? 1 : 2);
  return desk;
}

type Standing = { statuses: ListedStatus[]; orders: Orders };

/** Compares what a save reported with the present list and orders. Returns the state after the save. */
function expectTold(before: Standing, { impact, list }: SavedStatusList): Standing {
  const after = { statuses: list.statuses, orders: ordersTold(before.orders, impact, list.statuses) };
  const orders = { before: before.orders, after: after.orders };
  expect(toldRows(impact)).toEqual(expectedRows(before.statuses, after.statuses, orders));
  expect(impact.defaults).toEqual(expectedDefaults(before.statuses, after.statuses));
  return after;
}

async function standing(ctx: Ctx): Promise<Standing & { version: number }> {
  return { ...(await listOrderStatuses(ctx)), orders: await ordersOf(ctx) };
}

/** Saves one edit alone, so that the save does exactly what the preview showed. */
async function saveAlone(desk: Desk, one: Saving): Promise<void> {
  const { ctx } = desk;
  const before = await standing(ctx);
  const edit = await editFor(ctx, one);
  const shown = await previewStatusSave(ctx, edit);
  const result = await saveConfirmed(ctx, edit);
  expect(result.ok).toBe(shown.ok);
  if (!result.ok || !shown.ok) return expect(await standing(ctx)).toEqual(before);

  desk.keep(one, result.value);
  expect(result.value.impact).toEqual(shown.value);
  expect(await ordersOf(ctx)).toEqual(expectTold(before, result.value).orders);
  if (one.do === "restore") {
    const nothing = { changed: [], added: [], deleted: [] };
    expect(await editToRestore(ctx, restoredVersion(one, before.version))).toEqual(nothing);
  }
}

/** Saves two edits at once. Each reports the list and orders as the one before left them. */
async function saveAtOnce(desk: Desk, steps: [Saving, Saving]): Promise<void> {
  const { ctx } = desk;
  let stands: Standing = await standing(ctx);
  const edits = [await editFor(ctx, steps[0]), await editFor(ctx, steps[1])];
  const results = await Promise.all(edits.map((edit) => saveConfirmed(ctx, edit)));
  const saved = results.flatMap((one, i) => (one.ok ? { step: steps[i] as Saving, value: one.value } : []));
  // A save that found its work done, such as a second deletion, makes no version and came later.
  saved.sort(
    ({ value: a }, { value: b }) =>
      a.list.version - b.list.version || b.impact.rows.length - a.impact.rows.length,
  );
  for (const { step, value } of saved) {
    desk.keep(step, value);
    stands = expectTold(stands, value);
  }
  expect(await ordersOf(ctx)).toEqual(stands.orders);
  if (saved.length === 2) count("two saves at once");
  if (saved.length === 1) count("two saves at once, one refused");
  if (results.some((one) => !one.ok && one.refusal.reason === "statuses_changed")) count("a conflict");
}

/** Saves while new orders are added. They came before the save, which then counts them, or after it. */
async function saveBesideOrders(desk: Desk, one: Saving, status: StatusRow | undefined): Promise<void> {
  const { ctx } = desk;
  const before = await standing(ctx);
  const edit = await editFor(ctx, one);
  const [result, made] = await Promise.all([
    saveConfirmed(ctx, edit),
    status ? desk.addOrders(status, 3) : [],
  ]);
  const now = await ordersOf(ctx);
  if (!result.ok) return;

  desk.keep(one, result.value);
  count("a save beside new orders");
  const had = [...before.orders.values()].filter(({ statusId }) => statusId === status?.id).length;
  const told = result.value.impact.rows.find(({ rowId }) => rowId === status?.id)?.orders ?? had;
  const asMade = (id: string) => {
    const order = now.get(id);
    if (!order || !status) throw new Error("An order is gone");
    const { id: statusId, type: statusType, storefrontType: statusStorefrontType } = status;
    return [id, { ...order, statusId, statusType, statusStorefrontType }] as const;
  };
  const [earlier, later] = [made.slice(0, told - had).map(asMade), made.slice(told - had).map(asMade)];
  expect(earlier).toHaveLength(told - had);
  if (earlier.length > 0) count("new orders that it counted");
  const after = expectTold({ ...before, orders: new Map([...before.orders, ...earlier]) }, result.value);
  expect(now).toEqual(new Map([...after.orders, ...later]));
}

/** Returns the next version, made only from the differences. */
function applied(list: ListedStatus[], found: StatusDifference[]): ListedStatus[] {
  const rows = new Map(list.map((row) => [row.id, row]));
  for (const { id, what, cells } of found) {
    if (what === "deleted") rows.delete(id);
    else {
      const to = Object.fromEntries(cells.map((cell) => [cell.column, cell.to]));
      rows.set(id, { mandatory: false, ...rows.get(id), ...to, id } as ListedStatus);
    }
  }
  return [...rows.values()];
}
const byId = (list: ListedStatus[]) => list.map(bare).sort((a, b) => a.id.localeCompare(b.id));

async function expectSound({ ctx, kept }: Desk): Promise<void> {
  const { statuses, orders, version } = await standing(ctx);
  const eight = statuses.filter(({ mandatory, active }) => mandatory && active);
  const combinations = new Set(eight.map(({ type, storefrontType }) => `${type} ${storefrontType}`));
  expect([eight.length, combinations.size]).toEqual([8, 8]);
  const ids = new Set(statuses.map(({ id }) => id));
  expect([...orders.values()].every(({ statusId }) => ids.has(statusId))).toBe(true);
  expect(kept.size).toBe(version);
}

/** Rebuilds every version from the differences since the first, and compares it with what its save left. */
async function expectHistory({ ctx, kept, replaced }: Desk): Promise<void> {
  const { versions } = await listStatusVersions(ctx, { limit: 50 });
  expect(versions.map(({ version }) => version)).toEqual([...kept.keys()].sort((a, b) => b - a));
  let rebuilt: ListedStatus[] = [];
  for (const { version, differences } of versions.reverse()) {
    const whole = await getStatusVersion(ctx, version);
    rebuilt = differences ? applied(rebuilt, differences) : whole;
    expect(byId(rebuilt)).toEqual(byId(kept.get(version) ?? []));
    expect(byId(whole)).toEqual(byId(rebuilt));
    const deleted = differences?.filter(({ what }) => what === "deleted") ?? [];
    expect(deleted.map(({ replacement }) => replacement).sort()).toEqual(replaced.get(version) ?? []);
  }
}

test("the eight stay, no order is without a status, what was told is what happens, and every version can be rebuilt", async () => {
  const property = fc.asyncProperty(turns, async (all) => {
    const desk = await open();
    for (const turn of all) {
      const { statuses } = await listOrderStatuses(desk.ctx);
      const taken = "orders" in turn ? pick(statuses, turn.orders.which) : undefined;
      if (!("save" in turn)) {
        if (taken) await desk.addOrders(taken);
      } else if ("other" in turn) await saveAtOnce(desk, [turn.save, turn.other]);
      else if ("orders" in turn) {
        const edited = turn.same ? rowOf(turn.save, statuses) : undefined;
        await saveBesideOrders(desk, turn.save, edited ?? taken);
      } else await saveAlone(desk, turn.save);
      await expectSound(desk);
    }
    await expectHistory(desk);
  });
  await fc.assert(property, { numRuns: 50, endOnFailure: true });

  const counts = wanted.map((kind) => `${kind}: ${succeeded.get(kind) ?? 0}`);
  // biome-ignore lint/suspicious/noConsole: how much was tried is part of the result.
  console.log(`Random edits of the status list that succeeded\n  ${counts.join("\n  ")}`);
  expect(wanted.filter((kind) => !succeeded.has(kind))).toEqual([]);
});

function orderIn(ctx: Ctx, accountId: string, row: StatusRow, number: number) {
  return {
    organizationId: ctx.organizationId,
    code: `${number}`,
    number,
    name: `Order ${number}`,
    accountId,
    billingToId: accountId,
    source: "bss" as const,
    currency: "EUR",
    orderDate: ctx.now,
    statusId: row.id,
    statusType: row.type,
    statusStorefrontType: row.storefrontType,
    cancelledAt: row.type === "cancelled" ? ctx.now : null,
    executedAt: row.type === "automatic_execute" ? ctx.now : null,
  };
}

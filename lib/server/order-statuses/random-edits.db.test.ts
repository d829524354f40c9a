import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnexecuted } from "@/lib/domain/order-status/combination";
import type { StatusImpact } from "@/lib/domain/order-status/impact";
import type { ListedStatus } from "@/lib/domain/order-status/list";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { type SystemCombination, systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { editTowards, type StatusDifference } from "@/lib/domain/order-status/versions";
import type { Ctx } from "../ctx";
import { read } from "../db";
import { makeAccount, makeOrganization, value } from "../testing/factories";
import { previewStatusSave } from "./impact";
import { listOrderStatuses, type StatusRow } from "./queries";
import { type SavedStatusList, saveOrderStatuses } from "./save";
import { getStatusVersion, listStatusVersions } from "./versions";

// Whatever people do to the list, alone or two at once: docs/domain.md, section 1.

type Edit = { changed?: object[]; added?: object[]; deleted?: object[]; confirmed?: object[] };

const cells = fc.record(
  {
    no: fc.integer({ min: 1, max: 12 }),
    description: fc.constantFrom("Draft", "Parked", "Denied", "Awaiting documents", "In review"),
    type: fc.constantFrom("in_progress", "cancelled", "automatic_execute"),
    storefrontType: fc.constantFrom("draft", "viewable", "submitted", "pending_approval"),
    color: fc.constantFrom("#111111", "#eeeeee"),
    active: fc.boolean(),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), cells }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("change" as const), which: fc.nat(40), cells }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete" as const), which: fc.nat(), by: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("order" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), which: fc.nat(), by: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
const turn = fc.oneof(
  { weight: 5, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(step, step) },
);

let made = 0;
const customOf = (rows: StatusRow[]) => rows.filter(({ mandatory }) => !mandatory);
const pick = <Row>(rows: readonly Row[], which: number) => rows[which % Math.max(rows.length, 1)];

/** What a person would send for this step, as the list stands. */
async function editFor(ctx: Ctx, one: Exclude<Step, { do: "order" }>): Promise<Edit> {
  const { statuses, version } = await listOrderStatuses(ctx);
  const replacement = (row: StatusRow | undefined, which: number) =>
    pick(
      statuses.filter(({ id, type }) => id !== row?.id && type === row?.type),
      which,
    )?.id;
  switch (one.do) {
    case "add": {
      const no = ++made;
      const first = {
        no: 20 + (no % 900),
        description: `Status ${no}`,
        type: "in_progress",
        storefrontType: "viewable",
        color: "#123456",
        active: true,
      };
      return { added: [{ id: `new-${no}`, cells: { ...first, ...one.cells } }] };
    }
    case "change": {
      const row = pick([...statuses, ...customOf(statuses)], one.which);
      return row ? { changed: [{ id: row.id, version: row.version, cells: one.cells }] } : {};
    }
    case "delete": {
      const row = pick(customOf(statuses), one.which);
      return row
        ? { deleted: [{ id: row.id, version: row.version, replacementId: replacement(row, one.by) }] }
        : {};
    }
    case "restore": {
      const wanted = await getStatusVersion(ctx, 1 + (one.which % version));
      const towards = editTowards(statuses, wanted);
      const rowOf = (id: string) => statuses.find((row) => row.id === id) as StatusRow;
      return {
        changed: towards.changed.map((row) => ({ ...row, version: rowOf(row.id).version })),
        added: towards.added.map(({ cells }) => ({ id: `new-${++made}`, cells })),
        deleted: towards.deleted.map((id) => ({
          id,
          version: rowOf(id).version,
          replacementId: replacement(rowOf(id), one.by),
        })),
      };
    }
  }
}

/** Some that users made before, each with orders. */
const firstRows = () =>
  ["in_progress", "in_progress", "cancelled"].map((type) => {
    const no = ++made;
    const cells = { no: 20 + (no % 900), description: `First ${no}`, type, storefrontType: "viewable" };
    return { id: `new-${no}`, cells: { ...cells, color: "#123456", active: true } };
  });

async function save(ctx: Ctx, edit: Edit) {
  const first = await saveOrderStatuses(ctx, edit);
  if (first.ok || first.refusal.reason !== "needs_confirmation") return first;
  const confirmed = first.refusal.rows.map(({ rowId, orders }) => ({ id: rowId, orders }));
  return saveOrderStatuses(ctx, { ...edit, confirmed });
}

async function ordersOf(ctx: Ctx) {
  const rows = await read(ctx).order.findMany({
    select: { id: true, statusId: true, statusType: true, statusStorefrontType: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Counted from the orders themselves, before and after. */
function expectHappened(
  impact: StatusImpact,
  before: Awaited<ReturnType<typeof ordersOf>>,
  after: Awaited<ReturnType<typeof ordersOf>>,
  list: { before: ListedStatus[]; after: ListedStatus[] },
) {
  for (const { rowId, what, orders, open, effects } of impact.rows) {
    const had = [...before.values()].filter(({ statusId }) => statusId === rowId);
    expect(orders).toBe(had.length);
    expect(open).toBe(had.filter(({ statusType }) => statusType === "in_progress").length);
    const have = had.map(({ id }) => after.get(id)).filter((order) => order !== undefined);
    expect(have).toHaveLength(had.length);

    const told = (name: string) => effects.find(({ effect }) => effect === name);
    const replaced = have.filter(({ statusId }) => statusId !== rowId).length;
    expect(replaced).toBe(told("replaced") ? orders : 0);
    const shownOtherwise = have.filter(
      (order) => order.statusStorefrontType !== before.get(order.id)?.statusStorefrontType,
    ).length;
    expect(shownOtherwise).toBe(told("storefront") ? orders : 0);
    const counted = (order: {
      statusType: ListedStatus["type"];
      statusStorefrontType: ListedStatus["storefrontType"];
    }) => isUnexecuted({ type: order.statusType, storefrontType: order.statusStorefrontType });
    const came = have.filter(counted).length - had.filter(counted).length;
    const unexecuted = effects.find((one) => one.effect === "unexecuted");
    expect(came).toBe(unexecuted ? (unexecuted.counted ? orders : -orders) : 0);
    if (what === "added") expect(had).toEqual([]);
  }
  const touched = new Set(impact.rows.map(({ rowId }) => rowId));
  for (const [id, order] of before) if (!touched.has(order.statusId)) expect(after.get(id)).toEqual(order);

  const defaults = (Object.keys(systemCombinations) as SystemCombination[]).flatMap((combination) => {
    const [from, to] = [list.before, list.after].map((rows) =>
      pickStatus(rows, systemCombinations[combination]),
    );
    return from && to && from.id !== to.id
      ? [{ combination, from: from.description, to: to.description }]
      : [];
  });
  expect(impact.defaults.map(({ lowerNo, ...rest }) => rest)).toEqual(defaults);
}

function bare({ id, no, description, type, storefrontType, color, active, mandatory }: ListedStatus) {
  return { id, no, description, type, storefrontType, color, active, mandatory };
}

/** One version on, from the differences alone. */
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

test("the eight stay, no order is without a status, what was told is what happens, and every version can be rebuilt", async () => {
  const property = fc.asyncProperty(fc.array(turn, { minLength: 6, maxLength: 14 }), async (turns) => {
    const organization = await makeOrganization();
    const ctx = organization.as.administrator;
    const accountId = (await makeAccount(organization)).id;
    const kept = new Map([[1, (await listOrderStatuses(ctx)).statuses]]);
    const keep = ({ list }: SavedStatusList) => kept.set(list.version, list.statuses);
    let number = 0;
    const addOrders = async (row: StatusRow | undefined) => {
      if (!row || ["executing", "scheduled"].includes(row.type)) return;
      for (let i = 0; i < 2; i++) await makeOrder(ctx, accountId, row, ++number);
    };
    keep(value(await saveOrderStatuses(ctx, { added: firstRows() })));
    for (const row of customOf((await listOrderStatuses(ctx)).statuses)) await addOrders(row);

    for (const steps of turns) {
      const [one, other] = steps;
      if (one?.do === "order") {
        await addOrders(pick((await listOrderStatuses(ctx)).statuses, one.which));
      } else if (one && other && other.do !== "order") {
        const edits = [await editFor(ctx, one), await editFor(ctx, other)];
        for (const result of await Promise.all(edits.map((edit) => save(ctx, edit))))
          if (result.ok) keep(result.value);
      } else if (one) {
        const edit = await editFor(ctx, one);
        const [shown, before, list] = [
          await previewStatusSave(ctx, edit),
          await ordersOf(ctx),
          await listOrderStatuses(ctx),
        ];
        const result = await save(ctx, edit);
        expect(result.ok).toBe(shown.ok);
        if (result.ok && shown.ok) {
          keep(result.value);
          expect(result.value.impact).toEqual(shown.value);
          const after = { before: list.statuses, after: result.value.list.statuses };
          expectHappened(shown.value, before, await ordersOf(ctx), after);
        } else expect(await listOrderStatuses(ctx)).toEqual(list);
      }

      const { statuses, version } = await listOrderStatuses(ctx);
      const eight = statuses.filter(({ mandatory, active }) => mandatory && active);
      const combinations = new Set(eight.map(({ type, storefrontType }) => `${type} ${storefrontType}`));
      expect([eight.length, combinations.size]).toEqual([8, 8]);
      const ids = new Set(statuses.map(({ id }) => id));
      const orders = await ordersOf(ctx);
      expect(orders.size).toBe(number);
      expect([...orders.values()].every(({ statusId }) => ids.has(statusId))).toBe(true);
      expect(kept.size).toBe(version);
    }

    const { versions } = await listStatusVersions(ctx, { limit: 50 });
    expect(versions.map(({ version }) => version)).toEqual([...kept.keys()].sort((a, b) => b - a));
    let rebuilt: ListedStatus[] = [];
    for (const { version, differences } of versions.reverse()) {
      const whole = await getStatusVersion(ctx, version);
      rebuilt = differences ? applied(rebuilt, differences) : whole;
      expect(byId(rebuilt)).toEqual(byId(kept.get(version) ?? []));
      expect(byId(whole)).toEqual(byId(rebuilt));
    }
  });
  await fc.assert(property, { numRuns: 40, endOnFailure: true });
}, 240_000);

async function makeOrder(ctx: Ctx, accountId: string, row: StatusRow, number: number): Promise<void> {
  const order = {
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
  await read(ctx).order.createMany({ data: [order] });
}

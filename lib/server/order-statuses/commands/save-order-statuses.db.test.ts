import { beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { StatusRow } from "@/lib/domain/order-status/saving/save";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { Forbidden } from "../../kernel/errors";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { listOrderStatuses } from "../queries/list-order-statuses";
import { saveOrderStatuses } from "./save-order-statuses";

let organization: TestOrganization;
let admin: Ctx;
let accountId: string;

beforeAll(async () => {
  organization = await makeOrganization();
  admin = organization.as.administrator;
  accountId = (await makeAccount(organization)).id;
});

let made = 100;
const newRow = (cells: object = {}) => {
  const no = ++made;
  const row = {
    no,
    description: `Status ${no}`,
    type: "cancelled",
    storefrontType: "viewable",
    color: "#123456",
    active: true,
  };
  return { id: `new-${no}`, cells: { ...row, ...cells } };
};

async function status(description: string, ctx = admin): Promise<StatusRow> {
  const found = (await listOrderStatuses(ctx)).statuses.find((row) => row.description === description);
  if (!found) throw new Error(`No status ${description}`);
  return found;
}

async function addStatus(cells: object = {}): Promise<StatusRow> {
  const row = newRow(cells);
  value(await saveOrderStatuses(admin, { added: [row] }));
  return status(row.cells.description);
}

let number = 0;
async function makeOrders(row: StatusRow, count: number): Promise<string[]> {
  const orders = Array.from({ length: count }, () => ++number).map((no) => ({
    organizationId: admin.organizationId,
    code: `${no}`,
    number: no,
    name: `Order ${no}`,
    accountId,
    billingToId: accountId,
    source: "bss" as const,
    currency: "EUR",
    orderDate: admin.now,
    statusId: row.id,
    statusType: row.type,
    statusStorefrontType: row.storefrontType,
    cancelledAt: row.type === "cancelled" ? admin.now : null,
    executedAt: row.type === "automatic_execute" ? admin.now : null,
  }));
  const rows = await read(admin).order.createManyAndReturn({ data: orders, select: { id: true } });
  return rows.map(({ id }) => id);
}

const change = (row: StatusRow, cells: object) => ({
  changed: [{ id: row.id, version: row.version, cells }],
});
const remove = (row: StatusRow, replacementId?: string) => ({
  deleted: [{ id: row.id, version: row.version, replacementId }],
});

async function refusal(raw: unknown, ctx = admin) {
  const before = await listOrderStatuses(admin);
  const result = await saveOrderStatuses(ctx, raw);
  if (result.ok) throw new Error("saved");
  expect(await listOrderStatuses(admin)).toEqual(before);
  if (!("list" in result.refusal)) throw new Error(result.refusal.reason);
  expect(result.refusal.list.statuses.every(({ id }) => before.statuses.some((row) => row.id === id))).toBe(
    true,
  );
  return result.refusal;
}

describe("listOrderStatuses", () => {
  it("has the eight system statuses by No.", async () => {
    const { statuses } = await listOrderStatuses((await makeOrganization()).as.manager);
    expect(statuses).toMatchObject(
      systemStatuses.map((row) => ({ ...row, mandatory: true, active: true, orders: 0 })),
    );
  });

  it("is refused to who may not read it", async () => {
    await expect(listOrderStatuses(organization.as.customer)).rejects.toThrow(Forbidden);
  });
});

describe("saveOrderStatuses", () => {
  it("adds, changes and deletes in one save, and logs it cell by cell", async () => {
    const old = await addStatus();
    const draft = await status("Draft");
    const { version } = await listOrderStatuses(admin);
    const row = newRow({ description: "  Canceled - Denial ", color: "#F0A" });
    const saved = value(
      await saveOrderStatuses(admin, {
        ...change(draft, { color: "#ABCDEF", no: 1 }),
        added: [row],
        ...remove(old),
      }),
    );

    expect(saved).toMatchObject({ changed: 1, added: 1, deleted: 1, movedOrders: 0 });
    expect(saved.list.version).toBe(version + 1);
    expect(saved.list).toEqual(await listOrderStatuses(admin));
    const denial = await status("Canceled - Denial");
    expect(denial).toMatchObject({
      color: "#ff00aa",
      mandatory: false,
      version: 1,
      updatedByName: admin.actor.name,
    });
    expect(await status("Draft")).toMatchObject({
      color: "#abcdef",
      version: draft.version + 1,
      updatedByName: admin.actor.name,
    });

    const log = await read(admin).event.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(log).toMatchObject({ kind: "order_statuses.saved", actorName: admin.actor.name });
    expect(log.before).toEqual({
      version,
      names: { [draft.id]: "Draft" },
      rows: {
        [draft.id]: { color: draft.color },
        [old.id]: expect.objectContaining({ description: old.description, type: "cancelled" }),
      },
    });
    expect(log.after).toMatchObject({
      version: version + 1,
      rows: { [draft.id]: { color: "#abcdef" }, [denial.id]: { description: "Canceled - Denial" } },
    });
  });

  it("swaps two numbers and two names in one save", async () => {
    const [a, b] = [await addStatus(), await addStatus()];
    const cells = ({ no, description }: StatusRow) => ({ no, description });
    const swap = [
      { id: a.id, version: a.version, cells: cells(b) },
      { id: b.id, version: b.version, cells: cells(a) },
    ];
    value(await saveOrderStatuses(admin, { changed: swap }));
    expect(await status(a.description)).toMatchObject({ id: b.id, no: a.no });
  });

  it("changes nothing for an edit that changes nothing", async () => {
    const before = await listOrderStatuses(admin);
    const draft = await status("Draft");
    const saved = value(await saveOrderStatuses(admin, change(draft, { description: " Draft " })));
    expect(saved).toMatchObject({ changed: 0, list: before });
    expect(await listOrderStatuses(admin)).toEqual(before);
  });

  it("replaces a deleted status on its orders, with an entry in each order's history", async () => {
    const old = await addStatus();
    const orders = await makeOrders(old, 3);
    expect(await refusal(remove(old))).toMatchObject({
      reason: "statuses_invalid",
      problems: [
        {
          rowId: old.id,
          row: old.description,
          column: "replacement",
          fault: { is: "replacement_missing", orders: 3 },
        },
      ],
    });

    const row = newRow();
    const saved = value(await saveOrderStatuses(admin, { added: [row], ...remove(old, row.id) }));
    expect(saved.movedOrders).toBe(3);
    const replacement = await status(row.cells.description);
    expect(replacement.orders).toBe(3);
    expect(
      await read(admin).order.findMany({
        where: { id: { in: orders } },
        select: { statusId: true, version: true },
      }),
    ).toEqual(orders.map(() => ({ statusId: replacement.id, version: 2 })));
    const history = await read(admin).event.findMany({ where: { orderId: { in: orders } } });
    expect(history).toHaveLength(3);
    expect(history[0]).toMatchObject({
      kind: "order.status_replaced",
      actorType: "user",
      actorId: admin.actor.id,
      actorName: admin.actor.name,
      at: admin.now,
      statusLabel: replacement.description,
      before: { status: old.description },
      after: { status: replacement.description },
    });
  });

  it("shows how many orders a new Storefront Type affects before it saves", async () => {
    const row = await addStatus();
    const [order] = await makeOrders(row, 2);
    const edit = change(row, { storefrontType: "submitted" });
    const asked = await refusal(edit);
    expect(asked).toMatchObject({
      reason: "needs_confirmation",
      rows: [
        {
          rowId: row.id,
          row: row.description,
          orders: 2,
          effects: [{ effect: "storefront", from: "viewable", to: "submitted" }],
        },
      ],
    });
    await makeOrders(row, 1);
    expect(await refusal({ ...edit, confirmed: [{ id: row.id, orders: 2 }] })).toMatchObject({
      rows: [{ orders: 3 }],
    });

    value(await saveOrderStatuses(admin, { ...edit, confirmed: [{ id: row.id, orders: 3 }] }));
    const moved = await read(admin).order.findFirst({
      where: { id: order },
      select: { statusStorefrontType: true },
    });
    expect(moved).toEqual({ statusStorefrontType: "submitted" });
  });

  it("makes no orders baskets, nor asks resellers for them", async () => {
    const row = await addStatus({ type: "in_progress" });
    await makeOrders(row, 2);
    for (const storefrontType of ["draft", "pending_approval"]) {
      expect(await refusal(change(row, { storefrontType }))).toMatchObject({
        reason: "statuses_invalid",
        problems: [{ column: "storefrontType", fault: { is: "storefront_type_in_use", orders: 2 } }],
      });
    }
  });

  it("never makes a basket of an order that comes at the same time", async () => {
    const row = await addStatus({ type: "in_progress" });
    const results = await Promise.allSettled([
      ...Array.from({ length: 3 }, () => makeOrders(row, 1)),
      saveOrderStatuses(admin, change(row, { storefrontType: "draft" })),
      ...Array.from({ length: 3 }, () => makeOrders(row, 1)),
    ]);
    const made = results.filter((one) => one.status === "fulfilled" && Array.isArray(one.value));
    const { storefrontType, orders } = await status(row.description);
    expect(orders).toBe(made.length);
    expect(storefrontType).toBe(made.length > 0 ? "viewable" : "draft");
  });

  it("keeps the Type of a status in use", async () => {
    const row = await addStatus();
    await makeOrders(row, 1);
    expect(await refusal(change(row, { type: "in_progress" }))).toMatchObject({
      problems: [{ column: "type", fault: { is: "type_in_use", orders: 1 } }],
    });
  });

  it.each<[string, (row: StatusRow) => object, string]>([
    ["deactivated", (row) => change(row, { active: false }), "active"],
    ["of another Type", (row) => change(row, { type: "cancelled" }), "type"],
    ["of another Storefront Type", (row) => change(row, { storefrontType: "submitted" }), "storefrontType"],
    ["deleted", (row) => remove(row, organization.statuses.Draft), "row"],
  ])("refuses a system status %s", async (_, edit, column) => {
    expect(await refusal(edit(await status("Submitted")))).toMatchObject({
      reason: "statuses_invalid",
      problems: [{ row: "Submitted", column }],
    });
  });

  it("tells who changed a row, and when, and overwrites nothing", async () => {
    const row = await addStatus();
    const colleague = {
      ...admin,
      actor: { ...admin.actor, name: "Grace Colleague" },
      now: new Date("2031-01-02T03:04:05Z"),
    };
    value(await saveOrderStatuses(colleague, change(row, { color: "#00ff00" })));

    const conflict = {
      rowId: row.id,
      row: row.description,
      what: "changed",
      by: "Grace Colleague",
      at: "2031-01-02T03:04:05.000Z",
    };
    const edit = change(row, { description: "Mine" });
    expect(await refusal({ ...edit, added: [newRow()] })).toMatchObject({
      reason: "statuses_changed",
      conflicts: [conflict],
    });
    expect(await refusal(remove(row))).toMatchObject({ conflicts: [conflict] });
  });

  it("tells who deleted a row, and takes a second deletion as done", async () => {
    const row = await addStatus();
    const colleague = { ...admin, actor: { ...admin.actor, name: "Grace Colleague" } };
    value(await saveOrderStatuses(colleague, remove(row)));
    expect(await refusal(change(row, { no: 500 }))).toMatchObject({
      reason: "statuses_changed",
      conflicts: [{ rowId: row.id, row: row.description, what: "deleted", by: "Grace Colleague" }],
    });
    expect(value(await saveOrderStatuses(admin, remove(row)))).toMatchObject({ deleted: 0 });
  });

  it("lets one of two saves at once win, and tells the other", async () => {
    const row = await addStatus();
    const names = ["Ada", "Grace"];
    const results = await Promise.all(
      names.map((name) =>
        saveOrderStatuses(
          { ...admin, actor: { ...admin.actor, name } },
          change(row, { description: `${row.description} of ${name}` }),
        ),
      ),
    );
    const winner = results.findIndex(({ ok }) => ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const loser = results[1 - winner];
    expect(loser?.ok ? null : loser?.refusal).toMatchObject({
      reason: "statuses_changed",
      conflicts: [{ rowId: row.id, what: "changed", by: names[winner] }],
    });
  });

  it("never leaves an order in a status deleted at the same time", async () => {
    const row = await addStatus();
    await makeOrders(row, 1);
    const results = await Promise.allSettled([
      saveOrderStatuses(admin, remove(row, organization.statuses.Canceled)),
      ...Array.from({ length: 6 }, () => makeOrders(row, 1)),
    ]);
    expect(results[0]).toMatchObject({ status: "fulfilled", value: { ok: true } });
    expect((await listOrderStatuses(admin)).statuses.map(({ id }) => id)).not.toContain(row.id);
    expect(await read(admin).order.count({ where: { statusId: row.id } })).toBe(0);
  });

  it.each(["operator", "manager", "customer", "reseller"] as const)(
    "is refused to the role %s",
    async (role) => {
      await expect(saveOrderStatuses(organization.as[role], {})).rejects.toThrow(Forbidden);
    },
  );

  it("neither shows nor touches another organization's rows", async () => {
    const other = await makeOrganization();
    const theirs = await status("Draft", other.as.administrator);
    for (const edit of [
      change(theirs, { color: "#000000" }),
      remove(theirs, organization.statuses.Canceled),
    ]) {
      expect(await refusal(edit)).toMatchObject({
        reason: "statuses_invalid",
        problems: [{ row: "Deleted status", column: "row" }],
      });
    }
    const row = await addStatus();
    await makeOrders(row, 1);
    expect(await refusal(remove(row, other.statuses.Canceled))).toMatchObject({
      problems: [{ column: "replacement" }],
    });
    expect(await status("Draft", other.as.administrator)).toEqual(theirs);
  });

  it.each<[string, object, string]>([
    ["an empty description", { description: "" }, "description"],
    ["a description too long", { description: "x".repeat(100_000) }, "description"],
    ["a NUL character", { description: "a\u0000b" }, "description"],
    ["half an emoji", { description: "\ud83d" }, "description"],
    ["a description of the wrong type", { description: { toString: "x" } }, "description"],
    ["a negative No.", { no: -5 }, "no"],
    ["a huge No.", { no: 1e308 }, "no"],
    ["No. NaN", { no: Number.NaN }, "no"],
    ["a No. of the wrong type", { no: "12" }, "no"],
    ["a forged Type", { type: "executing" }, "type"],
    ["an unknown Storefront Type", { storefrontType: "public" }, "storefrontType"],
    ["a color that is none", { color: "javascript:alert(1)" }, "color"],
    ["Active of the wrong type", { active: 1 }, "active"],
  ])("names the cell of a new row with %s", async (_, cells, column) => {
    expect(await refusal({ added: [newRow(cells)] })).toMatchObject({
      reason: "statuses_invalid",
      problems: [{ column }],
    });
  });

  it("takes an emoji and right-to-left text as they are", async () => {
    const row = await addStatus({ description: "ملغي - رفض 🚫" });
    expect(row.description).toBe("ملغي - رفض 🚫");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a list", []],
    ["a forged mandatory row", { added: [{ ...newRow(), mandatory: true }] }],
    ["a forged cell", { added: [newRow({ organizationId: "x" })] }],
    ["a saved row's id on a new row", { added: [{ ...newRow(), id: crypto.randomUUID() }] }],
    ["a row without version", { changed: [{ id: crypto.randomUUID(), cells: {} }] }],
    ["an id that is none", { deleted: [{ id: "1; DROP TABLE orders", version: 1 }] }],
    ["too many rows", { added: Array.from({ length: 501 }, () => newRow()) }],
  ])("refuses %s as malformed", async (_, raw) => {
    await expect(saveOrderStatuses(admin, raw)).rejects.toThrow(ZodError);
  });
});

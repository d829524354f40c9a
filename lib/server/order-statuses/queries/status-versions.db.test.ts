import { beforeEach, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import type { Ctx } from "../../kernel/ctx";
import { Forbidden, NotFound } from "../../kernel/errors";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { editToRestore } from "../../testing/restoring";
import { saveOrderStatuses } from "../commands/save-order-statuses";
import { listOrderStatuses } from "./list-order-statuses";
import { getStatusVersion, listStatusVersions } from "./status-versions";

let organization: TestOrganization;
let admin: Ctx;
beforeEach(async () => {
  organization = await makeOrganization();
  admin = organization.as.administrator;
});

async function recolor(color: string, ctx = admin) {
  const draft = (await listOrderStatuses(admin)).statuses.find(({ description }) => description === "Draft");
  if (!draft) throw new Error("No Draft");
  const changed = [{ id: draft.id, version: draft.version, cells: { color } }];
  return value(await saveOrderStatuses(ctx, { changed }));
}

describe("the versions of the list", () => {
  it("begin with the eight, and have each save: who, when, and what differs cell by cell", async () => {
    const colleague = {
      ...admin,
      actor: { ...admin.actor, name: "Grace Colleague" },
      now: new Date("2031-01-02T03:04:05Z"),
    };
    await recolor("#123456", colleague);
    expect(await listStatusVersions(admin, {})).toEqual({
      versions: [
        {
          version: 2,
          at: "2031-01-02T03:04:05.000Z",
          actorName: "Grace Colleague",
          differences: [
            {
              id: organization.statuses.Draft,
              row: "Draft",
              what: "changed",
              cells: [{ column: "color", from: systemStatuses[0]?.color, to: "#123456" }],
            },
          ],
        },
        { version: 1, at: expect.any(String), actorName: "System", differences: null },
      ],
      next: null,
    });
    expect(await getStatusVersion(admin, 1)).toMatchObject(systemStatuses);
    expect((await getStatusVersion(admin, 2))[0]).toMatchObject({ color: "#123456", mandatory: true });
  });

  it("has none of a save that changes nothing or is refused", async () => {
    await recolor(systemStatuses[0]?.color ?? "");
    expect((await saveOrderStatuses(admin, { added: [{ id: "new-1", cells: {} }] })).ok).toBe(false);
    expect((await listStatusVersions(admin, {})).versions).toHaveLength(1);
  });

  it("are listed page by page", async () => {
    for (const color of ["#111111", "#222222", "#333333"]) await recolor(color);
    const first = await listStatusVersions(admin, { limit: 2 });
    expect(first.versions.map(({ version }) => version)).toEqual([4, 3]);
    const rest = await listStatusVersions(admin, { limit: 2, before: first.next });
    expect(rest).toMatchObject({ versions: [{ version: 2 }, { version: 1 }], next: null });
  });

  it("are for who may save, and of the own organization", async () => {
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(listStatusVersions(organization.as[role], {})).rejects.toThrow(Forbidden);
      await expect(getStatusVersion(organization.as[role], 1)).rejects.toThrow(Forbidden);
    }
    await recolor("#123456");
    const other = (await makeOrganization()).as.administrator;
    await expect(getStatusVersion(other, 2)).rejects.toThrow(NotFound);
    expect((await listStatusVersions(other, {})).versions).toHaveLength(1);
    await expect(listStatusVersions(admin, { before: "x" })).rejects.toThrow(ZodError);
  });
});

describe("restoring a version", () => {
  const cells = { no: 20, type: "in_progress", storefrontType: "viewable", color: "#123456", active: true };
  const named = async (description: string) => {
    const found = (await listOrderStatuses(admin)).statuses.find((row) => row.description === description);
    if (!found) throw new Error(`No status ${description}`);
    return found;
  };
  const add = async (description: string) => {
    value(await saveOrderStatuses(admin, { added: [{ id: "new-1", cells: { ...cells, description } }] }));
    return named(description);
  };
  const remove = ({ id, version }: { id: string; version: number }, replacementId?: string) => ({
    deleted: [{ id, version, replacementId }],
  });
  const nothing = { changed: [], added: [], deleted: [] };

  it("brings a deleted status back as what it was, for good", async () => {
    const row = await add("Awaiting");
    value(await saveOrderStatuses(admin, remove(row)));
    value(await saveOrderStatuses(admin, await editToRestore(admin, 2)));
    const back = await named("Awaiting");
    expect(back).toMatchObject({ ...cells, id: row.id });
    expect(await editToRestore(admin, 2)).toEqual(nothing);
    const what = (await listStatusVersions(admin, {})).versions.map(
      ({ differences }) => differences?.[0]?.what,
    );
    expect(what).toEqual(["added", "deleted", "added", undefined]);

    // Someone who read the status before it was deleted overwrites nothing.
    const stale = { changed: [{ id: row.id, version: row.version, cells: { no: 21 } }] };
    expect(await saveOrderStatuses(admin, stale)).toMatchObject({ refusal: { reason: "statuses_changed" } });
    const fresh = { changed: [{ id: row.id, version: back.version, cells: { no: 21 } }] };
    value(await saveOrderStatuses(admin, fresh));
  });

  it("takes an added status away, which orders that have it need a replacement for", async () => {
    const row = await add("Awaiting");
    await makeOrder(organization, { statusId: row.id });
    const edit = await editToRestore(admin, 1);
    expect(await saveOrderStatuses(admin, edit)).toMatchObject({
      refusal: { reason: "statuses_invalid", problems: [{ rowId: row.id, column: "replacement" }] },
    });
    const submitted = organization.statuses.Submitted;
    const replaced = await editToRestore(admin, 1, () => submitted);
    expect(value(await saveOrderStatuses(admin, replaced))).toMatchObject({ deleted: 1, movedOrders: 1 });
    expect(await editToRestore(admin, 1)).toEqual(nothing);

    const { versions } = await listStatusVersions(admin, {});
    expect(versions[0]?.differences).toMatchObject([
      { what: "deleted", row: "Awaiting", replacement: "Submitted" },
    ]);
    // The orders stay with the replacement when the deleted status comes back.
    value(await saveOrderStatuses(admin, await editToRestore(admin, 2)));
    expect(await named("Awaiting")).toMatchObject({ id: row.id, orders: 0 });
  });

  it("gives the orders of what it deletes to what it brings back", async () => {
    const first = await add("First");
    value(await saveOrderStatuses(admin, remove(first)));
    const second = await add("Second");
    await makeOrder(organization, { statusId: second.id });
    const edit = await editToRestore(admin, 2, () => `restored-${first.id}`);
    expect(value(await saveOrderStatuses(admin, edit))).toMatchObject({
      added: 1,
      deleted: 1,
      movedOrders: 1,
    });
    expect(await named("First")).toMatchObject({ id: first.id, orders: 1 });
    expect(await editToRestore(admin, 2)).toEqual(nothing);
  });

  it("is told of who saved in the meantime", async () => {
    await recolor("#123456");
    const edit = await editToRestore(admin, 1);
    await recolor("#654321", { ...admin, actor: { ...admin.actor, name: "Grace Colleague" } });
    expect(await saveOrderStatuses(admin, edit)).toMatchObject({
      refusal: { reason: "statuses_changed", conflicts: [{ row: "Draft", by: "Grace Colleague" }] },
    });
  });

  it("brings a status back once, of two who restore it at once", async () => {
    const row = await add("Awaiting");
    value(await saveOrderStatuses(admin, remove(row)));
    const edit = await editToRestore(admin, 2);
    const results = await Promise.all([saveOrderStatuses(admin, edit), saveOrderStatuses(admin, edit)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      refusal: {
        reason: "statuses_invalid",
        problems: [{ column: "row" }, { column: "description" }, { column: "no" }],
      },
    });
  });

  it("takes no status that the list never had, nor another organization's", async () => {
    const row = await add("Awaiting");
    const other = (await makeOrganization()).as.administrator;
    for (const id of [row.id, crypto.randomUUID()]) {
      const forged = { added: [{ id: `restored-${id}`, cells: { ...cells, description: "Forged" } }] };
      expect(await saveOrderStatuses(other, forged)).toMatchObject({
        refusal: { reason: "statuses_invalid", problems: [{ rowId: `restored-${id}`, column: "row" }] },
      });
    }
  });
});

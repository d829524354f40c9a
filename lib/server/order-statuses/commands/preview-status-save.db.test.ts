import { beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { Ctx } from "../../kernel/ctx";
import { Forbidden } from "../../kernel/errors";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { listOrderStatuses } from "../queries/list-order-statuses";
import { previewStatusSave } from "./preview-status-save";
import { saveOrderStatuses } from "./save-order-statuses";

let organization: TestOrganization;
let admin: Ctx;
beforeAll(async () => {
  organization = await makeOrganization();
  admin = organization.as.administrator;
  const cells = { no: 20, type: "in_progress", storefrontType: "viewable", color: "#123456", active: true };
  const added = [{ id: "new-1", cells: { ...cells, description: "Awaiting documents" } }];
  value(await saveOrderStatuses(admin, { added }));
  const statusId = (await named("Awaiting documents")).id;
  await makeOrder(organization, { statusId });
  await makeOrder(organization, { statusId });
});

async function named(description: string, ctx = admin) {
  const found = (await listOrderStatuses(ctx)).statuses.find((row) => row.description === description);
  if (!found) throw new Error(`No status ${description}`);
  return found;
}
const change = ({ id, version }: { id: string; version: number }, cells: object) => ({
  changed: [{ id, version, cells }],
});

describe("previewStatusSave", () => {
  it("tells what the save then does, and changes nothing", async () => {
    const row = await named("Awaiting documents");
    const before = await listOrderStatuses(admin);
    const edit = change(row, { no: 1, storefrontType: "submitted" });
    const impact = value(await previewStatusSave(admin, edit));
    expect(impact).toEqual({
      rows: [
        {
          rowId: row.id,
          row: "Awaiting documents",
          what: "changed",
          type: "in_progress",
          orders: 2,
          open: 2,
          effects: [{ effect: "storefront", from: "viewable", to: "submitted" }],
        },
      ],
      defaults: [],
    });
    expect(await listOrderStatuses(admin)).toEqual(before);

    const confirmed = [{ id: row.id, orders: 2 }];
    expect(value(await saveOrderStatuses(admin, { ...edit, confirmed })).impact).toEqual(impact);
  });

  it("is refused as the save is: by rule, and where somebody else saved", async () => {
    const row = await named("Awaiting documents");
    expect(await previewStatusSave(admin, change(row, { no: 0 }))).toMatchObject({
      refusal: { reason: "statuses_invalid", problems: [{ column: "no" }] },
    });
    const { id, version, orders } = row;
    expect(await previewStatusSave(admin, { deleted: [{ id, version }] })).toMatchObject({
      refusal: { reason: "statuses_invalid", problems: [{ column: "replacement" }] },
    });
    expect(orders).toBe(2);
    expect(await previewStatusSave(admin, change({ id, version: version - 1 }, { no: 7 }))).toMatchObject({
      refusal: { reason: "statuses_changed", conflicts: [{ rowId: id }] },
    });
    await expect(previewStatusSave(admin, [])).rejects.toThrow(ZodError);
  });

  it("is for who may save, and knows nothing of other organizations", async () => {
    const row = await named("Awaiting documents");
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(previewStatusSave(organization.as[role], {})).rejects.toThrow(Forbidden);
    }
    const other = (await makeOrganization()).as.administrator;
    expect(await previewStatusSave(other, change(row, { no: 3 }))).toMatchObject({
      refusal: { problems: [{ row: "Deleted status" }] },
    });
  });
});

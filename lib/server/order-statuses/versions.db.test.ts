import { beforeEach, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import type { Ctx } from "../ctx";
import { Forbidden, NotFound } from "../errors";
import { makeOrganization, type TestOrganization, value } from "../testing/factories";
import { listOrderStatuses } from "./queries";
import { saveOrderStatuses } from "./save";
import { getStatusVersion, listStatusVersions } from "./versions";

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

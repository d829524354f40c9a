import { beforeAll, expect, test } from "vitest";
import { Forbidden } from "../../kernel/errors";
import { makeOrganization, makeUser, type TestOrganization } from "../../testing/factories/basics";
import { listAuditLog } from "./list-audit-log";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

test("tells the newest first, page by page, also of one moment", async () => {
  for (const email of ["anna@log.example", "berta@log.example", "carla@log.example"])
    await makeUser(here, { email });
  const first = await listAuditLog(here.as.administrator, { limit: 2 });
  const second = await listAuditLog(here.as.administrator, { limit: 2, cursor: first.next });
  expect([...first.rows, ...second.rows].map(({ subject }) => subject)).toEqual([
    "carla@log.example",
    "berta@log.example",
    "anna@log.example",
    here.name,
  ]);
  expect(second.next).toBeNull();
  expect(await listAuditLog(here.as.administrator, { limit: 2, cursor: second.previous })).toEqual(first);
  expect((await listAuditLog(here.as.administrator, { q: "berta" })).rows).toHaveLength(1);
});

test("is the administrators' alone", async () => {
  for (const role of ["operator", "manager", "customer", "reseller"] as const) {
    await expect(listAuditLog(here.as[role], {})).rejects.toThrow(Forbidden);
  }
  const there = await makeOrganization();
  const { rows } = await listAuditLog(there.as.administrator, {});
  expect(rows.map(({ subject }) => subject)).toEqual([there.name]);
});

import { beforeAll, expect, test } from "vitest";
import { Forbidden } from "../../kernel/errors";
import { makeOrganization, makeUser, type TestOrganization, value } from "../../testing/factories/basics";
import { recordExport } from "../commands/record-export";
import { exportAuditLog } from "./export-audit-log";
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

test("is narrowed to what happened, who did it, and the days of the reader", async () => {
  const there = await makeOrganization();
  const ctx = { ...there.as.administrator, timeZone: "Pacific/Auckland" };
  const at = (time: string) => ({ ...ctx, now: new Date(time) });
  value(await recordExport(at("2026-03-01T10:59:00Z"), { list: "orders", filter: null }));
  value(await recordExport(at("2026-03-01T11:01:00Z"), { list: "audit_log", filter: "q=ada" }));
  value(
    await recordExport(
      { ...there.as.operator, now: new Date("2026-03-02T12:00:00Z") },
      { list: "orders", filter: "" },
    ),
  );

  const subjects = async (input: object) =>
    (await listAuditLog(ctx, input)).rows.map(({ subject }) => subject);
  expect(await subjects({ kind: "list.exported" })).toEqual(["orders", "audit_log", "orders"]);
  expect(await subjects({ kind: "organization.created" })).toEqual([there.name]);
  expect(await subjects({ by: `${ctx.actor.id}` })).toEqual(["audit_log", "orders"]);
  // In Auckland, the second of March begins at 11:00 UTC on the first.
  expect(await subjects({ kind: "list.exported", from: "2026-03-02" })).toEqual(["orders", "audit_log"]);
  expect(await subjects({ kind: "list.exported", from: "2026-03-02", to: "2026-03-02" })).toEqual([
    "audit_log",
  ]);
  expect(await subjects({ kind: "list.exported", to: "2026-03-01" })).toEqual(["orders"]);
  expect(await subjects({ kind: "no.such", from: "yesterday", by: "x".repeat(200) })).toHaveLength(4);
});

test("is exported as it is narrowed, with who and what as they are kept", async () => {
  const there = await makeOrganization();
  const { administrator } = there.as;
  value(await recordExport(administrator, { list: "orders", filter: "=1+1" }));
  let file = "";
  for await (const part of await exportAuditLog(administrator, { kind: "list.exported" })) file += part;
  const [heading, row, ...more] = file.split("\r\n");
  expect(heading).toContain("Kind,Of,Who,Who is,Id of who,Before,After,Request");
  expect(row).toContain(`list.exported,orders,${administrator.actor.name},user,${administrator.actor.id},`);
  expect(row).toContain('"{""filter"":""=1+1""}"');
  expect(more).toEqual([""]);
});

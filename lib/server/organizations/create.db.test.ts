import { expect, test } from "vitest";
import { ZodError } from "zod";
import { systemStatuses } from "@/lib/domain/order-status/system-statuses";
import { read, unscoped } from "../kernel/db";
import { value } from "../testing/factories/basics";
import { createOrganization } from "./create";

const input = { name: "Fjord Cloud", currency: "NOK", timeZone: "Europe/Oslo" };

test("an organization begins with the eight system statuses, and says so in its audit log", async () => {
  const ctx = value(await createOrganization(input));
  const statuses = await read(ctx).orderStatus.findMany({ orderBy: { no: "asc" } });
  expect(statuses).toMatchObject(
    systemStatuses.map((status) => ({ ...status, mandatory: true, active: true })),
  );
  expect(await read(ctx).event.findMany()).toMatchObject([
    { kind: "organization.created", subject: "Fjord Cloud", actorType: "system" },
  ]);
  expect(ctx.timeZone).toBe("Europe/Oslo");
});

test("a name is taken once, also by two at once", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => createOrganization({ ...input, name: "Twice" })));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: { reason: "organization_name_taken", path: "name" },
  });
  expect(await unscoped().organization.count({ where: { name: "Twice" } })).toBe(1);
});

test.each([
  ["name", ""],
  ["name", "x".repeat(81)],
  ["name", "two\nlines"],
  ["currency", "euro"],
  ["currency", "eur"],
  ["timeZone", "Mars/Olympus"],
])("%s %j is refused", async (field, typed) => {
  await expect(createOrganization({ ...input, [field]: typed })).rejects.toThrow(ZodError);
});

import { expect, test } from "vitest";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { executeOrder } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { editOrganization } from "../organizations/commands/edit-organization";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeOrder } from "../testing/factories/orders";
import { recordPayment } from "./commands/record-payment";

/**
 * Sets a time zone whose midnight is at 23:00 UTC, because documents are dated by the organization's day. See docs/domain.md,
 * section 3.
 */

const berlin = { timeZone: "Europe/Berlin" };
const minutesAfterMidnight = (minutes: number) =>
  new Date(Date.parse("2026-12-31T23:00:00Z") + minutes * 60_000);

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);
const from = (ctx: Ctx, now: Date, timeZone: string): Ctx => ({ ...at(ctx, now), timeZone });

async function execute(here: TestOrganization, now: Date, timeZone = "UTC") {
  const { code } = await makeOrder(here);
  value(await executeOrder(from(here.as.operator, now, timeZone), { code }));
  return code;
}

/** Returns the issue dates in the order of the numbers. */
async function issued(here: TestOrganization, what: "invoice" | "creditNote") {
  const select = { number: true, issueDate: true };
  const client = read(here.as.manager);
  const rows =
    what === "invoice"
      ? await client.invoice.findMany({ select })
      : await client.creditNote.findMany({ select });
  return rows.toSorted((a, b) => a.number.localeCompare(b.number)).map(({ issueDate }) => day(issueDate));
}

test("invoices, credit notes, subscriptions and payments have the organization's day, wherever the person is", async () => {
  const here = await makeOrganization(berlin);
  const now = minutesAfterMidnight(1);
  for (const timeZone of ["Pacific/Kiritimati", "Pacific/Honolulu"]) {
    const code = await execute(here, now, timeZone);
    value(await reverseExecution(from(here.as.administrator, now, timeZone), { code, comment: "A mistake" }));
    const { accountId } = await read(here.as.manager).order.findFirstOrThrow({ where: { code } });
    value(await recordPayment(from(here.as.operator, now, timeZone), { accountId, amount: "1" }));
  }
  expect(await issued(here, "invoice")).toEqual(["2027-01-01", "2027-01-01"]);
  expect(await issued(here, "creditNote")).toEqual(["2027-01-01", "2027-01-01"]);
  const subscriptions = await read(here.as.manager).subscription.findMany();
  expect(subscriptions.map(({ startDate, endDate }) => [day(startDate), endDate && day(endDate)])).toEqual(
    subscriptions.map(() => ["2027-01-01", "2027-01-01"]),
  );
  const payments = await read(here.as.manager).payment.findMany();
  expect(payments.map(({ receivedOn }) => day(receivedOn))).toEqual(["2027-01-01", "2027-01-01"]);
});

test("of executions and reversals that race over midnight, no later number has an earlier date", async () => {
  const here = await makeOrganization(berlin);
  const before = await Promise.all([1, 2, 3, 4].map(() => execute(here, minutesAfterMidnight(-60))));
  const times = [-2, 2, -1, 1, -1, 1];
  await Promise.all([
    ...times.map((minutes) => execute(here, minutesAfterMidnight(minutes))),
    ...before.map((code, index) =>
      reverseExecution(at(here.as.administrator, minutesAfterMidnight(times[index] ?? 0)), {
        code,
        comment: "A mistake",
      }).then(value),
    ),
  ]);
  for (const [what, count] of [
    ["invoice", 10],
    ["creditNote", 4],
  ] as const) {
    const dates = await issued(here, what);
    expect(dates).toHaveLength(count);
    expect(dates).toEqual(dates.toSorted());
  }
});

test("a clock that goes back, or a time zone to the west, dates nothing before the last document", async () => {
  const here = await makeOrganization({ timeZone: "Pacific/Kiritimati" });
  const now = minutesAfterMidnight(0);
  const first = await execute(here, now);
  value(await editOrganization(here.as.administrator, { timeZone: "Pacific/Honolulu", version: 1 }));
  await execute(here, now);
  value(await reverseExecution(at(here.as.administrator, now), { code: first, comment: "A mistake" }));
  expect(await issued(here, "invoice")).toEqual(["2027-01-01", "2027-01-01"]);
  expect(await issued(here, "creditNote")).toEqual(["2027-01-01"]);
  const log = await read(here.as.administrator).event.findFirst({
    where: { kind: "organization.edited" },
  });
  expect(log).toMatchObject({
    before: { timeZone: "Pacific/Kiritimati" },
    after: { timeZone: "Pacific/Honolulu" },
  });
});

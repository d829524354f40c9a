import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { startImport } from "../imports/commands/start-import";
import { listImportRows } from "../imports/queries/import-rows";
import { getImport } from "../imports/queries/imports";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { executeOrder } from "../orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { carryOut, makeImport, makeImporter } from "../testing/factories/imports";
import { makeOrder } from "../testing/factories/orders";
import { makeReservedPayment } from "../testing/factories/payments";
import { recordOpeningBalance } from "./commands/record-opening-balance";
import { recordPayment } from "./commands/record-payment";
import { reversePayment } from "./commands/reverse-payment";
import { loadCredit } from "./credit";
import { getInvoiceDocument } from "./queries/documents";
import { getInvoice, listInvoices } from "./queries/invoices";
import { listPayments } from "./queries/payments";

let here: TestOrganization;
let admin: Ctx;
let today: string;
beforeAll(async () => {
  here = await makeOrganization();
  admin = await makeImporter(here);
  today = localDay(admin.now, "UTC");
});

const headings = "externalId,account,issueDate,dueDate,amount,note";

async function imported(text: string, ctx = admin) {
  const importId = await makeImport(ctx, "balances", `${headings}\n${text}\n`);
  value(await startImport(ctx, { importId }));
  value(await carryOut(ctx, importId));
  const { rows } = await listImportRows(ctx, { importId });
  return { ...(await getImport(ctx, importId)), lines: rows };
}

let count = 0;

/** Imports one opening balance of 100.00 of a new account. */
async function owing(input: Parameters<typeof makeAccount>[1] = {}) {
  const account = await makeAccount(here, { creditLimit: "150", ...input });
  const externalId = `RE-2026/${++count}`;
  const done = await imported(`${externalId},${account.code},2026-01-15,2026-02-14,100.00,Mail in January`);
  return { account, externalId, number: done.lines[0]?.code ?? "" };
}

const outstandingOf = async (accountId: string) =>
  (await loadCredit(read(admin), admin, accountId)).outstanding.toFixed(2);

describe("an opening balance", () => {
  test("is owed, is found by both numbers and says what it is", async () => {
    const { account, externalId, number } = await owing();
    expect(number).toMatch(/^OB-\d+$/);
    expect(await getInvoice(admin, number)).toMatchObject({
      ...{ number, issueDate: "2026-01-15", dueDate: "2026-02-14", total: "100.00", outstanding: "100.00" },
      ...{ orderCode: null, lines: [], taxes: [], openingBalance: { externalId, note: "Mail in January" } },
    });
    for (const q of [number, externalId, account.name])
      expect((await listInvoices(admin, { q })).rows.map((row) => row.number)).toContain(number);
    expect(await outstandingOf(account.id)).toBe("100.00");
    await expect(getInvoiceDocument(admin, number)).rejects.toThrow(NotFound);
  });

  test("is told to nobody, makes no order and takes no number of an invoice", async () => {
    const before = await read(admin).organization.findFirstOrThrow();
    const messages = await read(admin).message.count();
    await owing({ email: "owes@example.com" });
    const after = await read(admin).organization.findFirstOrThrow();
    expect(after.nextInvoiceNumber).toBe(before.nextInvoiceNumber);
    expect(after.lastInvoiceDate).toEqual(before.lastInvoiceDate);
    expect(await read(admin).message.count()).toBe(messages);
    expect(await read(admin).order.count()).toBe(0);
    const [event] = await read(admin).event.findMany({
      where: { kind: "opening_balance.recorded" },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(event).toMatchObject({ actorId: admin.actor.id, after: { amount: "100.00", currency: "EUR" } });
  });

  test("takes credit, is paid by a payment and owed again when that is reversed", async () => {
    const { account, number } = await owing();
    const product = await makeProduct(here, { price: "60", taxRate: "0" });
    const items = [{ productId: product.id, quantity: 1 }];
    const { code } = await makeOrder(here, { accountId: account.id, items });
    expect(await executeOrder(here.as.operator, { code })).toMatchObject({
      refusal: { gates: [{ gate: "credit" }] },
    });
    const paid = value(await recordPayment(here.as.operator, { accountId: account.id, amount: "40" }));
    expect(paid.allocations).toEqual([{ invoiceNumber: number, amount: "40.00" }]);
    expect((await getInvoice(admin, number)).outstanding).toBe("60.00");
    value(await executeOrder(here.as.operator, { code }));
    expect(await outstandingOf(account.id)).toBe("120.00");
    const { rows } = await listPayments(admin, { accountId: account.id });
    const { seen } = rows[0]?.shown ?? {};
    value(await reversePayment(here.as.operator, { paymentId: paid.id, seen, reason: "Bounced" }));
    expect((await getInvoice(admin, number)).outstanding).toBe("100.00");
    expect(await outstandingOf(account.id)).toBe("160.00");
  });

  test("is paid by what the account paid ahead, and not by what is reserved for an order", async () => {
    const account = await makeAccount(here);
    value(await recordPayment(here.as.operator, { accountId: account.id, amount: "30" }));
    const done = await imported(`ahead-1,${account.code},${today},${today},100,`);
    expect((await getInvoice(admin, done.lines[0]?.code ?? "")).outstanding).toBe("70.00");
    expect(await outstandingOf(account.id)).toBe("70.00");

    const reserved = await makeReservedPayment(here);
    const { accountId, unallocated } = await read(admin).payment.findFirstOrThrow({
      where: { id: reserved.id },
    });
    const { code } = await read(admin).account.findFirstOrThrow({ where: { id: accountId } });
    const other = await imported(`ahead-2,${code},${today},${today},100,`);
    expect((await getInvoice(admin, other.lines[0]?.code ?? "")).outstanding).toBe("100.00");
    const kept = await read(admin).payment.findFirstOrThrow({ where: { id: reserved.id } });
    expect(kept.unallocated).toEqual(unallocated);
  });

  test("adds up over all accounts of the organization", async () => {
    await owing();
    const [owed, invoices] = await Promise.all([
      read(admin).account.findMany({ select: { id: true } }),
      read(admin).invoice.aggregate({ _sum: { outstanding: true } }),
    ]);
    const payments = await read(admin).payment.aggregate({
      where: { reversedAt: null, reservedForId: null },
      _sum: { unallocated: true },
    });
    const all = await Promise.all(owed.map(({ id }) => loadCredit(read(admin), admin, id)));
    const sum = all.reduce((total, { outstanding }) => total + Number(outstanding), 0);
    expect(sum).toBeCloseTo(Number(invoices._sum.outstanding) - Number(payments._sum.unallocated ?? 0), 4);
  });
});

describe("a file", () => {
  test("of the same balances changes nothing, whatever was paid of them", async () => {
    const { account, externalId, number } = await owing();
    value(await recordPayment(here.as.operator, { accountId: account.id, amount: "40" }));
    const row = (amount: string) => `${externalId},${account.code},2026-01-15,2026-02-14,${amount},`;
    expect(await imported(row("100.0"))).toMatchObject({ created: 0, unchanged: 1, failed: 0 });
    const other = await imported(row("60.00"));
    expect(other).toMatchObject({ created: 0, unchanged: 0, failed: 1 });
    expect(other.lines[0]?.problems).toEqual([
      { field: "amount", line: null, message: expect.stringContaining("stays as it is") },
    ]);
    expect(await getInvoice(admin, number)).toMatchObject({ total: "100.00", outstanding: "60.00" });
  });

  test("says of each row what is wrong with it", async () => {
    const { code } = await makeAccount(here);
    const done = await imported(
      [
        `b-1,${code},${today},${today},0,`,
        `b-2,${code},${today},${today},-5,`,
        `b-3,${code},${today},${today},1.001,`,
        `b-4,${code},${addDays(today, 1)},${addDays(today, 2)},1,`,
        `b-5,${code},${today},${addDays(today, -1)},1,`,
        `b-6,nobody,${today},${today},1,`,
        `b-7,${code},yesterday,${today},1,`,
        `b-8,${code},${today},${today},1,`,
      ].join("\n"),
    );
    expect(done).toMatchObject({ created: 1, failed: 7 });
    expect(done.lines.map(({ problems }) => problems[0]?.field)).toEqual([
      ...["amount", "amount", "amount", "issueDate", "dueDate", "account", "issueDate", undefined],
    ]);
    expect(done.lines[0]?.problems[0]?.message).toBe("Enter an amount above 0.");
  });

  test("that two people import at once makes each balance once", async () => {
    const { code } = await makeAccount(here);
    const text = `${headings}\ntwo-1,${code},${today},${today},10,\ntwo-2,${code},${today},${today},20,\n`;
    const imports = [await makeImport(admin, "balances", text), await makeImport(admin, "balances", text)];
    for (const importId of imports) value(await startImport(admin, { importId }));
    await Promise.all(imports.map((importId) => carryOut(admin, importId)));
    const ended = await Promise.all(imports.map((importId) => getImport(admin, importId)));
    expect(ended.map(({ state, failed }) => [state, failed])).toEqual([
      ["finished", 0],
      ["finished", 0],
    ]);
    expect(await read(admin).invoice.count({ where: { externalId: { startsWith: "two-" } } })).toBe(2);
  });

  test("of another organization names its own accounts alone, and may use the same numbers", async () => {
    const { account, externalId } = await owing();
    const there = await makeOrganization();
    const theirs = await makeImporter(there);
    const own = await makeAccount(there);
    expect(own.code).not.toBe(account.code);
    const row = (code: string) => `${externalId},${code},${today},${today},10,`;
    expect(await imported(row(account.code), theirs)).toMatchObject({ failed: 1 });
    expect(await imported(row(own.code), theirs)).toMatchObject({ created: 1 });
    expect((await listInvoices(theirs, {})).rows).toHaveLength(1);
  });
});

test("only people who run imports record an opening balance", async () => {
  const { id: accountId } = await makeAccount(here);
  const input = { accountId, externalId: "no-1", issueDate: today, dueDate: today, amount: "1" };
  await expect(recordOpeningBalance(here.as.operator, input)).rejects.toThrow(Forbidden);
});

import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { read } from "../db";
import { Conflict, Forbidden, NotFound } from "../errors";
import { executeOrder } from "../orders/execute";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories";
import { makeOrder } from "../testing/orders";
import { createAccount } from "./create";
import { editAccount } from "./edit";
import { getAccount, listAccounts } from "./queries";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const blank = { name: "Fjord Energy", email: null, country: null, billingToId: null, creditLimit: null };

describe("creating an account", () => {
  test("numbers it, keeps the limit exactly, and tells the audit log", async () => {
    const input = { ...blank, email: " Post@Fjord.example ", country: "no", creditLimit: "1500.25" };
    const { code } = value(await createAccount(here.as.operator, input));
    expect(await getAccount(here.as.manager, code)).toMatchObject({
      code,
      name: "Fjord Energy",
      email: "post@fjord.example",
      country: "NO",
      creditLimit: "1500.25",
      outstanding: "0.00",
      available: "1500.25",
      currency: "EUR",
      active: true,
      billingTo: null,
    });
    const log = await read(here.as.administrator).auditLogEntry.findMany({ where: { subject: code } });
    expect(log).toMatchObject([{ event: "account_created", actorName: here.as.operator.actor.name }]);
  });

  test("many at once get codes of their own", async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createAccount(here.as.operator, blank).then(value)),
    );
    expect(new Set(made.map(({ code }) => code)).size).toBe(8);
  });

  test.each([
    ["name", ""],
    ["name", " \u00a0\u200b "],
    ["name", "x".repeat(121)],
    ["name", "a\u0000b"],
    ["name", null],
    ["email", "nobody"],
    ["country", "Germany"],
    ["country", "D1"],
    ["creditLimit", "-1"],
    ["creditLimit", "NaN"],
    ["creditLimit", "1e9"],
    ["creditLimit", "1,5"],
    ["creditLimit", "999999999999000.0001"],
    ["creditLimit", "1000000000000000"],
    ["creditLimit", "0.00001"],
    ["creditLimit", "9".repeat(30)],
    ["creditLimit", Number.POSITIVE_INFINITY],
    ["billingToId", "1"],
    ["organizationId", crypto.randomUUID()],
    ["code", "A1"],
  ])("%s %j is refused", async (field, typed) => {
    await expect(createAccount(here.as.operator, { ...blank, [field]: typed })).rejects.toThrow(ZodError);
  });

  test("blank fields are nothing, 0 is 0", async () => {
    const input = { ...blank, email: "  ", country: "", creditLimit: "0", billingToId: "" };
    const { code } = value(await createAccount(here.as.operator, input));
    expect(await getAccount(here.as.operator, code)).toMatchObject({
      email: null,
      country: null,
      creditLimit: "0.00",
      available: "0.00",
      billingTo: null,
    });
  });
});

describe("editing an account", () => {
  test("keeps what it was in the audit log", async () => {
    const account = await makeAccount(here, { creditLimit: "100" });
    const payer = await makeAccount(here, { name: "Payer" });
    const input = { ...blank, name: "Renamed", creditLimit: "200", billingToId: payer.id, active: false };
    value(await editAccount(here.as.operator, { ...input, id: account.id, version: 1 }));
    expect(await getAccount(here.as.operator, account.code)).toMatchObject({
      name: "Renamed",
      creditLimit: "200.00",
      billingTo: { id: payer.id, name: "Payer" },
      active: false,
      version: 2,
    });
    const log = await read(here.as.administrator).auditLogEntry.findMany({
      where: { subject: account.code, event: "account_edited" },
    });
    expect(log).toMatchObject([
      { before: { name: account.name, creditLimit: "100" }, after: { name: "Renamed", creditLimit: "200" } },
    ]);
  });

  test("two at once: the second is told, nothing of it is saved", async () => {
    const { id, code } = await makeAccount(here);
    const edit = (name: string) =>
      editAccount(here.as.operator, { ...blank, name, id, version: 1, active: true });
    const [a, b] = await Promise.allSettled([edit("First"), edit("Second")]);
    const failed = [a, b].filter((answer) => answer?.status === "rejected");
    expect(failed).toMatchObject([{ reason: expect.any(Conflict) }]);
    const won = a?.status === "fulfilled" ? "First" : "Second";
    expect(await getAccount(here.as.operator, code)).toMatchObject({ name: won, version: 2 });
  });

  test("an account of another organization is not to be billed", async () => {
    const { id } = await makeAccount(here);
    const foreign = await makeAccount(there);
    const answer = await editAccount(here.as.operator, {
      ...blank,
      id,
      version: 1,
      active: true,
      billingToId: foreign.id,
    });
    expect(answer).toMatchObject({
      refusal: { reason: "unknown_billing_to", problems: [{ path: "billingToId" }] },
    });
    const created = await createAccount(here.as.operator, { ...blank, billingToId: foreign.id });
    expect(created).toMatchObject({ ok: false, refusal: { reason: "unknown_billing_to" } });
  });
});

test("nobody without the permission, and no other organization", async () => {
  const { id, code } = await makeAccount(here);
  for (const role of ["manager", "customer", "reseller"] as const) {
    await expect(createAccount(here.as[role], blank)).rejects.toThrow(Forbidden);
    await expect(editAccount(here.as[role], { ...blank, id, version: 1, active: true })).rejects.toThrow(
      Forbidden,
    );
  }
  await expect(listAccounts(here.as.customer, {})).rejects.toThrow(Forbidden);
  await expect(getAccount(here.as.reseller, code)).rejects.toThrow(Forbidden);
  await expect(editAccount(there.as.operator, { ...blank, id, version: 1, active: true })).rejects.toThrow(
    NotFound,
  );
  await expect(getAccount(there.as.operator, id)).rejects.toThrow(NotFound);
});

describe("reading accounts", () => {
  test("the credit counts what is unpaid", async () => {
    const account = await makeAccount(here, { creditLimit: "100" });
    const product = await makeProduct(here, { price: "10", taxRate: "20" });
    const items = [{ productId: product.id, quantity: 5 }];
    const { code } = await makeOrder(here, { accountId: account.id, items });
    value(await executeOrder(here.as.operator, { code }));
    const credit = { creditLimit: "100.00", outstanding: "60.00", available: "40.00" };
    expect(await getAccount(here.as.operator, account.id)).toMatchObject(credit);
    expect((await listAccounts(here.as.operator, { q: account.name })).rows).toMatchObject([credit]);
  });

  test("pages go forth and back over equal names, without a gap or a double", async () => {
    const organization = await makeOrganization();
    for (const name of ["Ash", "Birch", "Birch", "Birch", "Cedar", "Dogwood", "Elm"]) {
      await makeAccount(organization, { name });
    }
    const page = (cursor?: string | null) => listAccounts(organization.as.operator, { limit: 3, cursor });
    const first = await page();
    const second = await page(first.next);
    const third = await page(second.next);
    expect([first, second, third].map(({ rows }) => rows.map(({ name }) => name))).toEqual([
      ["Ash", "Birch", "Birch"],
      ["Birch", "Cedar", "Dogwood"],
      ["Elm"],
    ]);
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(7);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await page(third.previous);
    expect(back).toEqual(second);
    expect((await page(back.previous)).rows).toEqual(first.rows);
  });

  test.each([
    "nonsense",
    "WyJhZnRlciJd",
    Buffer.from('["after","a","not-an-id"]').toString("base64url"),
    "",
    "\u0000",
  ])("the cursor %j begins at the beginning", async (cursor) => {
    const first = await listAccounts(here.as.operator, { limit: 2 });
    expect(await listAccounts(here.as.operator, { limit: 2, cursor })).toEqual(first);
  });

  test("the search takes every character as it is, and a code", async () => {
    const odd = await makeAccount(here, { name: "100% _under\\score" });
    const found = async (q: string) => (await listAccounts(here.as.operator, { q })).rows.map(({ id }) => id);
    for (const q of ["100% _", "\\score", "UNDER", odd.code.toLowerCase()])
      expect(await found(q)).toEqual([odd.id]);
    expect(await found("100_")).toEqual([]);
    expect((await found("nul\u0000")).length).toBe(0);
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { createOrder } from "../orders/commands/create-order";
import { editOrder } from "../orders/commands/edit-order";
import { executeOrder } from "../orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { createAccount } from "./commands/create-account";
import { editAccount } from "./commands/edit-account";
import { listAccountHistory } from "./queries/account-history";
import { getAccount, listAccounts } from "./queries/accounts";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const historyOf = async (code: string) => {
  const { id: accountId } = await getAccount(here.as.manager, code);
  return listAccountHistory(here.as.manager, { accountId });
};
const created = () => ({ name: `Fjord ${randomUUID()}`, email: null, country: null, billingToId: null });
const blank = () => ({ ...created(), creditLimit: null });

describe("creating an account", () => {
  test("numbers it, keeps the limit exactly, and begins its history", async () => {
    const input = {
      ...blank(),
      name: "Fjord Energy",
      email: " Post@Fjord.example ",
      country: "no",
      creditLimit: "1500.25",
    };
    const { code } = value(await createAccount(here.as.administrator, input));
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
    const [entry] = (await historyOf(code)).rows;
    const { name } = here.as.administrator.actor;
    expect(entry).toMatchObject({
      kind: "account.created",
      actor: { name },
      after: { creditLimit: "1500.25" },
    });
  });

  test("keeps its address and VAT ID, and tells them in its history", async () => {
    const address = { street: "Karl Johans gate 1\nLoft", postalCode: "0154", city: "Oslo", region: null };
    const named = { ...blank, name: "Oslo Havn" };
    const input = { ...named, ...address, country: "no", vatId: "123 456 789 mva" };
    const { id, code } = value(await createAccount(here.as.administrator, input));
    const kept = { ...address, country: "NO", vatId: "NO123456789MVA" };
    expect(await getAccount(here.as.manager, code)).toMatchObject(kept);

    const moved = { ...named, ...kept, city: "Bergen", id, version: 1, active: true };
    value(await editAccount(here.as.operator, { ...moved, creditLimit: undefined }));
    const [edited, created] = (await historyOf(code)).rows;
    expect(created).toMatchObject({ after: kept });
    expect(edited).toMatchObject({ before: { city: "Oslo" }, after: { city: "Bergen" } });

    const wrong = await editAccount(here.as.operator, { ...moved, vatId: "NO1", version: 2 }).catch(
      (error: unknown) => error,
    );
    expect((wrong as ZodError).issues.map(({ path }) => path)).toEqual([["vatId"]]);
  });

  test("many at once get codes of their own", async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createAccount(here.as.administrator, blank()).then(value)),
    );
    expect(new Set(made.map(({ code }) => code)).size).toBe(8);
  });

  test("a name that another account has is told once, and of two at once the second is told", async () => {
    const name = `Café Médico ${randomUUID()}`;
    const alike = `cafe  MEDICO ${name.slice(12)}`;
    const create = (typed: string, despiteAccountId?: string) =>
      createAccount(here.as.operator, { ...created(), name: typed, despiteAccountId });
    const both = await Promise.all([create(name), create(alike)]);
    const first = both.find(({ ok }) => ok);
    const { id, code } = value(first as Awaited<ReturnType<typeof create>>);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { reason: "name_used", earlier: { id, code }, path: "name" },
    });
    // The person was told of another account, so this one is news again.
    const second = value(await create(alike, id));
    expect(await create(alike, id)).toMatchObject({ refusal: { earlier: second } });

    const { id: renamed } = await makeAccount(here);
    const rename = (despiteAccountId?: string) =>
      editAccount(here.as.operator, {
        ...created(),
        name,
        id: renamed,
        version: 1,
        active: true,
        despiteAccountId,
      });
    expect(await rename()).toMatchObject({ refusal: { reason: "name_used", earlier: second } });
    value(await rename(second.id));
    // An edit that keeps the name asks nothing about it.
    value(
      await editAccount(here.as.operator, { ...created(), name, id: renamed, version: 2, active: false }),
    );
    value(await createAccount(there.as.operator, { ...created(), name }));
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
    await expect(createAccount(here.as.administrator, { ...blank(), [field]: typed })).rejects.toThrow(
      ZodError,
    );
  });

  test("blank fields are nothing, 0 is 0", async () => {
    const input = { ...blank(), email: "  ", country: "", creditLimit: "0", billingToId: "" };
    const { code } = value(await createAccount(here.as.administrator, input));
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
  test("keeps in its history who changed what, before and after, and nothing that stayed", async () => {
    const account = await makeAccount(here, { creditLimit: "100" });
    const payer = await makeAccount(here, { name: "Payer" });
    const input = { ...blank(), name: "Renamed", creditLimit: "200", billingToId: payer.id, active: false };
    value(await editAccount(here.as.administrator, { ...input, id: account.id, version: 1 }));
    value(await editAccount(here.as.operator, { ...input, id: account.id, version: 2 }));
    expect(await getAccount(here.as.operator, account.code)).toMatchObject({
      name: "Renamed",
      creditLimit: "200.00",
      billingTo: { id: payer.id, name: "Payer" },
      active: false,
      version: 3,
    });
    const { rows } = await historyOf(account.code);
    expect(rows.map(({ kind }) => kind)).toEqual(["account.edited", "account.created"]);
    expect(rows[0]).toMatchObject({
      actor: { name: here.as.administrator.actor.name },
      before: { name: account.name, creditLimit: "100", billingTo: null, active: true },
      after: { name: "Renamed", creditLimit: "200", billingTo: "Payer", active: false },
    });
    expect(Object.keys(rows[0]?.after ?? {}).sort()).toEqual(["active", "billingTo", "creditLimit", "name"]);
  });

  test("two at once: the second is told, nothing of it is saved", async () => {
    const { id, code } = await makeAccount(here);
    const edit = (name: string) =>
      editAccount(here.as.operator, { ...blank(), name, id, version: 1, active: true });
    const [a, b] = await Promise.allSettled([edit("First"), edit("Second")]);
    const failed = [a, b].filter((answer) => answer?.status === "rejected");
    expect(failed).toMatchObject([{ reason: expect.any(Conflict) }]);
    const won = a?.status === "fulfilled" ? "First" : "Second";
    expect(await getAccount(here.as.operator, code)).toMatchObject({ name: won, version: 2 });
  });

  test("an account of another organization is not to be billed", async () => {
    const { id } = await makeAccount(here);
    const foreign = await makeAccount(there);
    const answer = await editAccount(here.as.administrator, {
      ...blank(),
      id,
      version: 1,
      active: true,
      billingToId: foreign.id,
    });
    expect(answer).toMatchObject({
      refusal: { reason: "unknown_billing_to", path: "billingToId" },
    });
    const created = await createAccount(here.as.administrator, { ...blank(), billingToId: foreign.id });
    expect(created).toMatchObject({ ok: false, refusal: { reason: "unknown_billing_to" } });
  });
});

test("nobody without the permission, and no other organization", async () => {
  const { id, code } = await makeAccount(here);
  for (const role of ["manager", "customer", "reseller"] as const) {
    await expect(createAccount(here.as[role], blank())).rejects.toThrow(Forbidden);
    await expect(editAccount(here.as[role], { ...blank(), id, version: 1, active: true })).rejects.toThrow(
      Forbidden,
    );
  }
  await expect(listAccounts(here.as.customer, {})).rejects.toThrow(Forbidden);
  await expect(getAccount(here.as.reseller, code)).rejects.toThrow(Forbidden);
  await expect(editAccount(there.as.operator, { ...blank(), id, version: 1, active: true })).rejects.toThrow(
    NotFound,
  );
  await expect(getAccount(there.as.operator, id)).rejects.toThrow(NotFound);
});

describe("a credit limit is not the operator's to change", () => {
  test("an account that an operator adds may never owe, until an administrator says otherwise", async () => {
    const { code } = value(await createAccount(here.as.operator, created()));
    expect((await getAccount(here.as.operator, code)).creditLimit).toBe("0.00");
    value(await createAccount(here.as.operator, { ...created(), creditLimit: "0" }));
    for (const creditLimit of ["1", null, ""]) {
      await expect(createAccount(here.as.operator, { ...created(), creditLimit })).rejects.toThrow(
        "credit-limit:save",
      );
    }
    value(await createAccount(here.as.administrator, blank()));
  });

  test("an operator changes the rest of an account and leaves its limit, named or not", async () => {
    const { id, code } = await makeAccount(here, { creditLimit: "50" });
    const edit = (version: number, limit: { creditLimit?: string | null }) =>
      editAccount(here.as.operator, {
        ...created(),
        name: `V${version}`,
        id,
        version,
        active: true,
        ...limit,
      });
    value(await edit(1, {}));
    value(await edit(2, { creditLimit: "50.00" }));
    for (const creditLimit of ["51", null, ""]) {
      await expect(edit(3, { creditLimit })).rejects.toThrow("credit-limit:save");
    }
    expect(await getAccount(here.as.operator, code)).toMatchObject({ creditLimit: "50.00", version: 3 });
  });

  test("nor who pays for an account, to or away from an account with credit", async () => {
    const rich = await makeAccount(here);
    const { id } = await makeAccount(here, { creditLimit: "0" });
    const edited = { ...created(), id, version: 1, active: true, billingToId: rich.id };
    const refused = { refusal: { reason: "decides_credit", path: "billingToId" } };
    expect(await editAccount(here.as.operator, edited)).toMatchObject(refused);
    expect(await createAccount(here.as.operator, { ...created(), billingToId: rich.id })).toMatchObject(
      refused,
    );
    value(await editAccount(here.as.administrator, edited));
    const away = { ...edited, version: 2, billingToId: null };
    expect(await editAccount(here.as.operator, away)).toMatchObject(refused);
    value(await editAccount(here.as.operator, { ...edited, version: 2, name: "Renamed since" }));
  });

  test("nor whom an order invoices beside the account itself and its payer", async () => {
    const [payer, rich] = [await makeAccount(here), await makeAccount(here)];
    const { id: accountId } = await makeAccount(here, { billingToId: payer.id });
    const items = [{ productId: (await makeProduct(here)).id, quantity: 1 }];
    const create = (ctx: TestOrganization["as"]["operator"], billingToId: string) =>
      createOrder(ctx, { accountId, billingToId, items });
    const refused = { refusal: { reason: "invalid_input", problems: [{ path: "billingToId" }] } };
    expect(await create(here.as.operator, rich.id)).toMatchObject(refused);
    value(await create(here.as.administrator, rich.id));
    const { code } = value(await create(here.as.operator, payer.id));
    const stored = await storedOrder(here.as.operator, code);
    const kept = stored.items.map(({ id, productId, quantity }) => ({ id, productId, quantity }));
    const edited = { code, version: stored.version, name: "", note: "", items: kept };
    expect(await editOrder(here.as.operator, { ...edited, billingToId: rich.id })).toMatchObject(refused);
    value(await editOrder(here.as.operator, { ...edited, billingToId: accountId }));
  });
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
    let despiteAccountId: string | undefined;
    for (const name of ["Ash", "Birch", "Birch", "Birch", "Cedar", "Dogwood", "Elm"]) {
      const made = await makeAccount(organization, { name, despiteAccountId });
      despiteAccountId = made.id;
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

  test("the search takes signs for no words and no pattern, words in any order, and a code", async () => {
    // Other tests make random names, which may contain a word that begins with 100.
    const there = await makeOrganization();
    const odd = await makeAccount(there, { name: "100% _under\\score" });
    await makeAccount(there, { name: "Another" });
    const found = async (q: string) =>
      (await listAccounts(there.as.operator, { q })).rows.map(({ id }) => id);
    for (const q of ["100% _", "\\score", "UNDER", "score 100%", odd.code.toLowerCase()])
      expect(await found(q)).toEqual([odd.id]);
    for (const q of ["und_r", "sc%re", "10\\0"]) expect(await found(q)).toEqual([]);
    expect((await found("nul\u0000")).length).toBe(0);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "../api-keys/commands/revoke-api-key";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { ordersPerDay } from "../dashboard/queries/orders-per-day";
import { type Ctx, systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { cancelOrder } from "../orders/commands/cancel-order";
import { createOrders } from "../orders/commands/create-orders";
import { executeOrder } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { getOrder } from "../orders/queries/get-order";
import { listOrders } from "../orders/queries/list-orders";
import { searchEverything } from "../search/queries/search-everything";
import { forgetExpired } from "../sign-in/tries/forget-expired";
import { makeApiKey } from "../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { carryOut, makeImport, makeImporter, sentFile } from "../testing/factories/imports";
import { DecidedElsewhere, markDone, takeUp, tally } from "./attempt";
import { cancelImport } from "./commands/cancel-import";
import { createImport } from "./commands/create-import";
import { startImport } from "./commands/start-import";
import { importReport, listImportRows } from "./queries/import-rows";
import { getImport, listImports } from "./queries/imports";

let here: TestOrganization;
let admin: Ctx;
beforeAll(async () => {
  here = await makeOrganization();
  admin = await makeImporter(here);
});

const rowsOf = async (importId: string, ctx = admin) => (await listImportRows(ctx, { importId })).rows;
const states = async (importId: string) => (await rowsOf(importId)).map(({ line, state }) => [line, state]);

async function imported(subject: "accounts" | "products" | "orders", text: string, ctx = admin) {
  const importId = await makeImport(ctx, subject, text);
  value(await startImport(ctx, { importId }));
  value(await carryOut(ctx, importId));
  return { importId, ...(await getImport(ctx, importId)) };
}

const account = (externalId: string) =>
  read(admin).account.findFirstOrThrow({ where: { externalId }, include: { billingTo: true } });

describe("accounts", () => {
  test("are added with what the file says, and one bad row stops no other", async () => {
    const text = [
      "externalId,name,email,country,creditLimit,type,reseller,billingTo",
      'r-1,"Nord, GmbH",,DE,unlimited,reseller,,',
      "a-1,Café Süd,cafe@example.com,FR,250.00,customer,r-1,r-1",
      "a-2,Broken,not an address,FR,,customer,,",
      "a-3,Lost,,,,customer,nobody,",
      "a-1,Twice,,,,customer,,",
      "a-4,Last,,,,,,",
    ].join("\r\n");
    const importId = await makeImport(admin, "accounts", `\ufeff${text}`);
    const checked = await rowsOf(importId);
    expect(checked.map(({ line, plan, state }) => [line, plan, state])).toEqual([
      [2, "create", "pending"],
      [3, "create", "pending"],
      [4, null, "failed"],
      [5, null, "failed"],
      [6, null, "failed"],
      [7, "create", "pending"],
    ]);
    expect(checked.flatMap(({ problems }) => problems.map(({ field }) => field))).toEqual([
      "email",
      "reseller",
      "externalId",
    ]);
    expect(await read(admin).account.count({ where: { externalId: { not: null } } })).toBe(0);

    value(await startImport(admin, { importId }));
    value(await carryOut(admin, importId));
    expect(await getImport(admin, importId)).toMatchObject({
      state: "finished",
      rows: 6,
      created: 3,
      failed: 3,
    });
    const made = await account("a-1");
    expect(made).toMatchObject({ name: "Café Süd", country: "FR", type: "customer" });
    expect(made.creditLimit?.toString()).toBe("250");
    expect(made.billingTo?.name).toBe("Nord, GmbH");
    expect(made.resellerId).toBe(made.billingToId);
    expect((await account("r-1")).creditLimit).toBeNull();
    expect((await account("a-4")).creditLimit?.toString()).toBe("0");
    const event = await read(admin).event.findFirstOrThrow({
      where: { accountId: made.id, kind: "account.created" },
    });
    expect(event).toMatchObject({ actorId: admin.actor.id, requestId: importId });
  });

  test("are neither made anew nor changed by the same file", async () => {
    const text = "externalId,name,creditLimit,orderApproval\ns-1,Same One,100,no\ns-2,Same Two,,yes\n";
    expect(await imported("accounts", text)).toMatchObject({ created: 2 });
    const before = await read(admin).account.findMany({ orderBy: { code: "asc" } });
    const again = await imported("accounts", text);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, state: "finished" });
    expect((await rowsOf(again.importId)).map(({ plan }) => plan)).toEqual(["keep", "keep"]);
    expect(await read(admin).account.findMany({ orderBy: { code: "asc" } })).toEqual(before);
  });

  test("are changed by a newer file, which leaves what it does not say", async () => {
    await imported("accounts", "externalId,name,city,creditLimit\nn-1,Newer One,Kiel,100\n");
    const { code } = await account("n-1");
    const newer = await imported("accounts", "externalId,name,city,email\nn-1,Newer Two,,new@example.com\n");
    expect(newer).toMatchObject({ updated: 1 });
    expect(await account("n-1")).toMatchObject({
      ...{ code, name: "Newer Two", city: "Kiel", email: "new@example.com" },
    });
    expect((await account("n-1")).creditLimit?.toString()).toBe("100");
  });

  test("may have one name, since their external ids tell them apart", async () => {
    const text = "externalId,name\nm-1,Müller\nm-2,MULLER\nm-3,Müller\n";
    expect(await imported("accounts", text)).toMatchObject({ created: 3, failed: 0 });
  });
});

describe("products", () => {
  const headings =
    "externalId,code,name,type,billingPeriod,price,cost,taxRate,requiredConfiguration,valueKinds.Domain name";

  test("are added, and recognized and changed by their external ids", async () => {
    const row = "p-1,IMP-DOM,Domain,subscription,year,12.50,8,19,Domain name,domain_name";
    expect(await imported("products", `${headings}\n${row}\n`)).toMatchObject({ created: 1 });
    const product = () => read(admin).product.findFirstOrThrow({ where: { externalId: "p-1" } });
    expect(await product()).toMatchObject({ code: "IMP-DOM", valueKinds: { "Domain name": "domain_name" } });
    expect(await imported("products", `${headings}\n${row.replace("12.50", "12.5000")}\n`)).toMatchObject({
      unchanged: 1,
    });
    expect(await imported("products", `${headings}\n${row.replace("12.50", "13")}\n`)).toMatchObject({
      updated: 1,
    });
    expect((await product()).price.toString()).toBe("13");
  });

  test("keep their code, type and billing period", async () => {
    await imported("products", `${headings}\np-2,IMP-A,A,subscription,year,1,0,19,,\n`);
    const importId = await makeImport(
      admin,
      "products",
      `${headings}\np-2,IMP-B,A,subscription,month,1,0,19,,\n`,
    );
    const [row] = await rowsOf(importId);
    expect(row?.problems.map(({ field }) => field)).toEqual(["code", "billingPeriod"]);
  });

  test("with a code that another product has are refused in their row", async () => {
    const { code } = await makeProduct(here);
    const text = `${headings}\np-3,${code},A,one_off,once,1,0,19,,\np-4,IMP-C,C,one_off,once,1,0,19,,\n`;
    const done = await imported("products", text);
    expect(done).toMatchObject({ created: 1, failed: 1 });
    expect((await rowsOf(done.importId))[0]?.problems).toEqual([
      { field: "code", line: null, message: expect.stringContaining(code) },
    ]);
  });
});

describe("orders", () => {
  let product: string;
  let dated: string;
  beforeAll(async () => {
    await imported("accounts", "externalId,name,creditLimit\no-a,Orders,unlimited\n");
    product = (await makeProduct(here)).code;
    dated = new Date(Date.now() - 86_400_000 * 20).toISOString().slice(0, 10);
  });

  test("come with their items, date and status, and are not executed", async () => {
    const text = [
      "externalId;account;note;orderDate;status;product;quantity;unitPrice",
      `ord-1;o-a;Moved;${dated};submitted;${product};2;`,
      `ord-1;;;;;${product};3;7.50`,
      `ord-2;o-a;;;;${product};1;`,
    ].join("\n");
    expect(await imported("orders", text)).toMatchObject({ rows: 2, created: 2 });
    const order = await read(admin).order.findFirstOrThrow({
      where: { externalId: "ord-1" },
      include: { items: { orderBy: { position: "asc" } }, invoices: true },
    });
    expect(order).toMatchObject({ note: "Moved", source: "bss", statusType: "in_progress", invoices: [] });
    expect(order.orderDate.toISOString().slice(0, 10)).toBe(dated);
    expect(order.items.map(({ quantity, unitPrice }) => [quantity, unitPrice.toString()])).toEqual([
      [2, "10"],
      [3, "7.5"],
    ]);
    expect(await imported("orders", text)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await read(admin).order.count({ where: { externalId: { startsWith: "ord-" } } })).toBe(2);
  });

  test("say before they are imported what is wrong with them", async () => {
    const text = [
      "externalId,account,orderDate,status,product,quantity",
      `w-1,o-a,,Executed,${product},1`,
      `w-2,o-a,,Scheduled,${product},1`,
      `w-3,o-a,,Nonsense,${product},1`,
      `w-4,nobody,,,${product},1`,
      `w-5,o-a,,,${product},0`,
      "w-6,o-a,,,NOTHING,1",
      `w-7,o-a,2001-01-01,,${product},1`,
      `w-8,o-a,,,${product},1`,
    ].join("\n");
    const importId = await makeImport(admin, "orders", text);
    expect((await rowsOf(importId)).map(({ problems }) => problems[0]?.field)).toEqual([
      ...["endDate", null, "status", "account", "quantity", "product", "orderDate", undefined],
    ]);
  });

  test("name the column and the line of a problem in CSV, and the place in the list in NDJSON", async () => {
    const text = [
      "externalId,account,product,quantity",
      `pl-1,o-a,${product},1`,
      "pl-1,,NOTHING,1",
      "",
      `pl-1,,${product},0`,
    ].join("\n");
    const importId = await makeImport(admin, "orders", text);
    const missing = { field: "product", line: 3, message: expect.stringContaining("NOTHING") };
    expect((await rowsOf(importId))[0]?.problems).toEqual([missing]);
    let report = "";
    for await (const part of await importReport(admin, { importId })) report += part;
    expect(report).toContain("product (line 3): ");
    const again = await makeImport(admin, "orders", text.replace("NOTHING", product));
    expect((await rowsOf(again))[0]?.problems).toMatchObject([{ field: "quantity", line: 5 }]);

    const items = [
      { product, quantity: 1 },
      { product: "NOTHING", quantity: 1 },
    ];
    const file = sentFile(JSON.stringify({ externalId: "pl-2", account: "o-a", items }));
    const about = { subject: "orders", format: "ndjson", fileName: "orders.ndjson" };
    const sent = value(await createImport(admin, { ...about, file }));
    expect((await rowsOf(sent.importId))[0]?.problems).toMatchObject([
      { field: "items.1.product", line: null },
    ]);
  });

  test("are found by their external id", async () => {
    await imported("orders", `externalId,account,product,quantity\nPO/77-b,o-a,${product},1\n`);
    const { rows } = await listOrders(admin, { q: "PO/77-b" });
    expect(rows).toHaveLength(1);
    const [{ code } = { code: "" }] = rows;
    const hits = await searchEverything(admin, "PO/77-b");
    expect(hits).toMatchObject([{ group: "Orders", label: code }]);
  });
});

describe("orders of the past", () => {
  let product: string;
  beforeAll(async () => {
    await imported("accounts", "externalId,name,email\npast-a,Past,past@example.com\n");
    product = (await makeProduct(here, { requiredConfiguration: ["Domain"] })).code;
  });
  const headings = "externalId,account,orderDate,status,endDate,product,quantity,unitPrice";
  const stored = (externalId: string) =>
    read(admin).order.findFirstOrThrow({
      where: { externalId },
      include: { items: true, invoices: true },
    });

  test("move in as they ended, and make nothing", async () => {
    await read(admin).product.update({
      where: { organizationId_code: { organizationId: here.organizationId, code: product } },
      data: { active: false },
    });
    const days = () => ordersPerDay(admin, 30);
    const before = await days();
    const text = [
      headings,
      `past-1,past-a,2019-03-01,Executed,2019-04-02,${product},3,12.50`,
      `past-1,,,,,${product},1,`,
      `past-2,past-a,,Canceled,2024-05-06,${product},2,`,
    ].join("\n");
    const done = await imported("orders", text);
    expect(done).toMatchObject({ rows: 2, created: 2 });
    const executed = await stored("past-1");
    expect(executed).toMatchObject({
      ...{ movedIn: true, statusType: "automatic_execute", executedItemCount: 2, itemCount: 2, invoices: [] },
      ...{ orderDate: new Date("2019-03-01T12:00Z"), executedAt: new Date("2019-04-02T12:00Z") },
      ...{ cancelledAt: null, unconfigured: false, nonAutomatic: false },
    });
    expect(executed.toExecute.toFixed()).toBe("0");
    expect(executed.items.map(({ quantity, executedQuantity }) => [quantity, executedQuantity])).toEqual([
      [3, 3],
      [1, 1],
    ]);
    const events = await read(admin).event.findMany({ where: { orderId: executed.id } });
    expect(events.map(({ kind }) => kind)).toEqual(["order.moved_in"]);
    const canceled = await stored("past-2");
    expect(canceled).toMatchObject({ movedIn: true, statusType: "cancelled", executedAt: null });
    expect(canceled.orderDate).toEqual(canceled.cancelledAt);
    expect(canceled.items.map(({ cancelledQuantity }) => cancelledQuantity)).toEqual([2]);
    expect(await read(admin).message.count({ where: { address: "past@example.com" } })).toBe(0);
    const itemIds = executed.items.map(({ id }) => id);
    expect(await read(admin).subscription.count({ where: { orderItemId: { in: itemIds } } })).toBe(0);
    expect(await days()).toEqual(before);
    expect(await imported("orders", text)).toMatchObject({ created: 0, unchanged: 2 });

    const { code } = executed;
    const operator = here.as.operator;
    const shown = await getOrder(admin, code);
    expect(shown).toMatchObject({ movedIn: true, externalId: "past-1", heldBy: [] });
    expect(shown.may).toMatchObject({
      execute: false,
      cancel: false,
      edit: false,
      reverse: false,
      create: true,
    });
    expect((await listOrders(admin, { q: code })).rows.map((row) => row.code)).toEqual([code]);
    expect(await executeOrder(operator, { code })).toMatchObject({ refusal: { reason: "already_executed" } });
    expect(await cancelOrder(operator, { code })).toMatchObject({ refusal: { reason: "already_executed" } });
    expect(await reverseExecution(admin, { code, comment: "A mistake" })).toMatchObject({
      refusal: { reason: "moved_in" },
    });
  });

  test("say before they are imported what is wrong with their dates", async () => {
    const { code } = await makeProduct(here);
    const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const text = [
      headings,
      `pw-1,past-a,2019-03-01,Executed,,${code},1,`,
      `pw-2,past-a,2019-03-01,Executed,2019-02-28,${code},1,`,
      `pw-3,past-a,,Executed,${ahead},${code},1,`,
      `pw-4,past-a,,Submitted,2019-02-28,${code},1,`,
      `pw-5,past-a,1999-03-01,Executed,2019-02-28,${code},1,`,
      `pw-6,past-a,2019-03-01,Submitted,,${code},1,`,
      `pw-7,past-a,,Canceled,yesterday,${code},1,`,
    ].join("\n");
    const importId = await makeImport(admin, "orders", text);
    expect((await rowsOf(importId)).map(({ problems }) => problems[0]?.field)).toEqual([
      ...["endDate", "endDate", "endDate", "endDate", "orderDate", "orderDate", "endDate"],
    ]);
  });

  test("are written together with open ones", async () => {
    const { id: accountId } = await makeAccount(here);
    const items = [{ productId: (await makeProduct(here)).id, quantity: 2 }];
    const ends = [["Executed", "2020-01-01T00:00:00Z"], ["Submitted"], ["Canceled", "2020-02-01T00:00:00Z"]];
    const orders = ends.map(([status = "", endedAt], at) => ({
      ...{ accountId, externalId: `mixed-${at}`, statusId: here.statuses[status], items },
      ...(endedAt && { endedAt }),
    }));
    const { codes } = value(await createOrders(admin, { orders }));
    const written = await read(admin).order.findMany({
      where: { code: { in: codes } },
      orderBy: { number: "asc" },
    });
    expect(written.map(({ movedIn, executedAt, cancelledAt }) => [movedIn, executedAt, cancelledAt])).toEqual(
      [
        [true, new Date("2020-01-01T00:00:00Z"), null],
        [false, null, null],
        [true, null, new Date("2020-02-01T00:00:00Z")],
      ],
    );
  });

  test("are for people who run imports alone", async () => {
    const { id: accountId } = await makeAccount(here);
    const order = {
      ...{ accountId, externalId: "past-9", endedAt: "2020-01-01T00:00:00Z" },
      ...{
        statusId: here.statuses.Executed,
        items: [{ productId: (await makeProduct(here)).id, quantity: 1 }],
      },
    };
    await expect(createOrders(here.as.operator, { orders: [order] })).rejects.toThrow(Forbidden);
  });
});

describe("a file", () => {
  test.each([
    ["", "no_rows"],
    ["externalId,name\n", "no_rows"],
    ["externalId,name,shoes\n1,A,2\n", "unknown_columns"],
    ["name\nA\n", "missing_columns"],
    ['externalId,name\n1,"A\n', "quotes_broken"],
  ])("%j is refused as %s, and nothing of it is kept", async (text, reason) => {
    const about = { subject: "accounts", format: "csv", fileName: "a.csv" };
    const answer = await createImport(admin, { ...about, file: sentFile(text) });
    expect(answer).toMatchObject({ ok: false, refusal: { reason: "file_not_read", why: { reason } } });
    const kept = await read(admin).import.count({ where: { state: "reading" } });
    expect(kept).toBe(0);
  });

  test("that is sent again with its key is taken once, and another one is refused", async () => {
    const send = (name: string) =>
      createImport(admin, {
        ...{ subject: "accounts", format: "csv", fileName: "k.csv", idempotencyKey: "file-1" },
        file: sentFile(`externalId,name\nk-1,${name}\n`),
      });
    const first = value(await send("One"));
    expect(value(await send("One"))).toEqual(first);
    expect(await send("Two")).toMatchObject({ ok: false, refusal: { reason: "key_reused" } });
    await forgetExpired(new Date(Date.now() + 2 * 86_400_000));
    expect(await read(admin).import.count({ where: { state: "reading" } })).toBe(0);
    expect(await states(first.importId)).toEqual([[2, "pending"]]);
  });
});

describe("an import", () => {
  const two = (name: string) => `externalId,name\n${name}-1,${name} 1\n${name}-2,${name} 2\n`;

  test("is started once, also by two at once, and ends once", async () => {
    const importId = await makeImport(admin, "accounts", two("once"));
    const starts = await Promise.all([startImport(admin, { importId }), startImport(admin, { importId })]);
    expect(starts.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(starts.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "import_begun" } });
    const workers = await Promise.all([carryOut(admin, importId), carryOut(admin, importId)]);
    expect(workers.every(({ ok }) => ok)).toBe(true);
    value(await carryOut(admin, importId));
    expect(await getImport(admin, importId)).toMatchObject({ state: "finished", created: 2 });
    expect(await read(admin).account.count({ where: { name: { startsWith: "once " } } })).toBe(2);
    expect(await cancelImport(admin, { importId })).toMatchObject({ refusal: { reason: "import_ended" } });
  });

  test("that was canceled imports nothing more, and cannot be started", async () => {
    const importId = await makeImport(admin, "accounts", two("canceled"));
    value(await cancelImport(admin, { importId }));
    expect(await startImport(admin, { importId })).toMatchObject({ refusal: { reason: "import_begun" } });
    value(await carryOut(admin, importId));
    expect(await states(importId)).toEqual([
      [2, "pending"],
      [3, "pending"],
    ]);
  });

  test("goes on where a killed worker stopped, and a row that another worker has decided is taken back", async () => {
    const importId = await makeImport(admin, "accounts", two("killed"));
    value(await startImport(admin, { importId }));
    const first = await takeUp(here.organizationId, importId);
    if (!first) throw new Error("Nobody has it");
    const done = { importId, line: 2, externalId: "killed-1", state: "created", code: "A1" } as const;
    await read(admin).$transaction((tx) => markDone(tx, admin, "accounts", { ...done, where: null }));
    await expect(
      read(admin).$transaction((tx) => markDone(tx, admin, "accounts", { ...done, where: null })),
    ).rejects.toThrow(DecidedElsewhere);
    value(await carryOut(admin, importId));
    await tally(first, { ends: true });
    expect(await getImport(admin, importId)).toMatchObject({ state: "finished", created: 2 });
    expect(await read(admin).account.count({ where: { name: { startsWith: "killed " } } })).toBe(1);
  });

  test("two files with the same external ids at once make each account once", async () => {
    const imports = [
      await makeImport(admin, "accounts", two("race")),
      await makeImport(admin, "accounts", two("race")),
    ];
    for (const importId of imports) value(await startImport(admin, { importId }));
    await Promise.all(imports.map((importId) => carryOut(admin, importId)));
    const ended = await Promise.all(imports.map((importId) => getImport(admin, importId)));
    expect(ended.map(({ state, failed }) => [state, failed])).toEqual([
      ["finished", 0],
      ["finished", 0],
    ]);
    expect(await read(admin).account.count({ where: { name: { startsWith: "race " } } })).toBe(2);
  });

  test("of an API key works in its name, and stops when the key ends", async () => {
    const { id, secret } = await makeApiKey(here, { role: "administrator", name: "Mover" });
    const caller = await ctxOfKey(secret, new Date());
    if (!caller) throw new Error("The key counts");
    const done = await imported("accounts", two("key"), caller.ctx);
    expect(done).toMatchObject({ by: "Mover", created: 2 });
    const importId = await makeImport(caller.ctx, "accounts", two("ended"));
    value(await startImport(caller.ctx, { importId }));
    value(await revokeApiKey(here.as.administrator, { id }));
    value(await carryOut(admin, importId));
    expect(await getImport(admin, importId)).toMatchObject({ state: "finished", created: 0, failed: 2 });
    expect((await rowsOf(importId))[0]?.problems[0]?.message).toContain("Mover");
  });

  test("needs its permission and that of what it imports", async () => {
    const importId = await makeImport(admin, "accounts", two("permission"));
    for (const ctx of [here.as.operator, here.as.manager]) {
      await expect(startImport(ctx, { importId })).rejects.toThrow(Forbidden);
      await expect(listImportRows(ctx, { importId })).rejects.toThrow(Forbidden);
    }
    const scoped = { ...admin, actor: { ...admin.actor, scopes: ["import:run" as const] } };
    await expect(startImport(scoped, { importId })).rejects.toThrow(Forbidden);
    await expect(makeImport(scoped, "orders", two("x"))).rejects.toThrow(Forbidden);
  });

  test("of another organization is not there", async () => {
    const other = await makeOrganization();
    const theirs = await makeImporter(other);
    const importId = await makeImport(admin, "accounts", two("theirs"));
    for (const attempt of [startImport, cancelImport, listImportRows, importReport])
      await expect(attempt(theirs, { importId })).rejects.toThrow(NotFound);
    await expect(getImport(theirs, importId)).rejects.toThrow(NotFound);
    expect((await listImports(theirs, {})).rows).toEqual([]);
    const text = "externalId,name,billingTo\nx-1,Theirs,once-1\n";
    const [row] = await rowsOf(await makeImport(theirs, "accounts", text), theirs);
    expect(row?.problems).toEqual([{ field: "billingTo", line: null, message: expect.any(String) }]);
    await imported("accounts", two("once"), theirs);
    expect(await unscoped().account.count({ where: { externalId: "once-1" } })).toBe(2);
  });

  test("is told to nobody while its file is still arriving", async () => {
    const { organizationId, timeZone, locale } = admin;
    const { id } = await read(admin).import.create({
      data: {
        organizationId,
        subject: "orders",
        format: "csv",
        fileName: "a.csv",
        byName: "A",
        timeZone,
        locale,
      },
    });
    await expect(getImport(admin, id)).rejects.toThrow(NotFound);
    await expect(startImport(admin, { importId: id })).rejects.toThrow(NotFound);
    expect((await listImports(admin, {})).rows.map((row) => row.id)).not.toContain(id);
  });

  test("is found again page by page, and by the state of its rows", async () => {
    const importId = await makeImport(admin, "accounts", "externalId,name\npg-1,A\npg-2,\npg-3,C\n");
    const first = await listImportRows(admin, { importId, limit: 2 });
    const second = await listImportRows(admin, { importId, limit: 2, cursor: first.next ?? "" });
    expect([...first.rows, ...second.rows].map(({ line }) => line)).toEqual([2, 3, 4]);
    const { rows } = await listImportRows(admin, { importId, state: "failed" });
    expect(rows.map(({ line, problems }) => [line, problems[0]?.field])).toEqual([[3, "name"]]);
  });

  test("has a report that runs nothing in a spreadsheet", async () => {
    const importId = await makeImport(admin, "accounts", "externalId,name\n=1+1,@SUM(A1)\n-2,+3\n");
    let report = "";
    for await (const part of await importReport(admin, { importId })) report += part;
    expect(report.split("\r\n")).toEqual([
      "\ufeffLine,External ID,Name,Result,Code,Problems",
      "2,'=1+1,'@SUM(A1),pending,,",
      "3,'-2,'+3,pending,,",
      "",
    ]);
  });
});

test("the rows of an import are deleted 30 days after its end, and its counts stay", async () => {
  const { importId } = await imported("accounts", "externalId,name\nold-1,Old One\nold-2,\n");
  const waiting = await makeImport(admin, "accounts", "externalId,name\nold-3,Old Three\n");
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await forgetExpired(inDays(29));
  expect(await rowsOf(importId)).toHaveLength(2);
  await forgetExpired(inDays(31));
  expect(await rowsOf(importId)).toEqual([]);
  expect(await rowsOf(waiting)).toHaveLength(1);
  expect(await getImport(admin, importId)).toMatchObject({ rows: 2, created: 1, failed: 1 });
});

test("the product itself can import", async () => {
  const system = systemCtx(here.organizationId, new Date());
  expect(await imported("accounts", "externalId,name\nsys-1,System\n", system)).toMatchObject({ created: 1 });
});

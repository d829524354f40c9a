import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "../api-keys/commands/revoke-api-key";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { type Ctx, systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { forgetExpired } from "../sign-in/forget-expired";
import { makeApiKey } from "../testing/factories/api-keys";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
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
      { field: "code", message: expect.stringContaining(code) },
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
      ...["status", null, "status", "account", "items.0.quantity", "items.0.product", "orderDate", undefined],
    ]);
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
    expect(row?.problems).toEqual([{ field: "billingTo", message: expect.any(String) }]);
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

test("the product itself can import", async () => {
  const system = systemCtx(here.organizationId, new Date());
  expect(await imported("accounts", "externalId,name\nsys-1,System\n", system)).toMatchObject({ created: 1 });
});

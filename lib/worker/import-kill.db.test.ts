import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createImport } from "../server/imports/commands/create-import";
import { getImport } from "../server/imports/queries/imports";
import type { Ctx } from "../server/kernel/ctx";
import { read, unscoped } from "../server/kernel/db";
import { makeAccount, makeOrganization, makeProduct, value } from "../server/testing/factories/basics";
import { makeImporter, sentFile } from "../server/testing/factories/imports";
import { CuttingProxy, type Kinds } from "../server/testing/processes/cutting-proxy";
import { startWorker } from "../server/testing/processes/worker";

/** Tests that an import loses nothing and repeats nothing when its worker is killed (kill -9) around its commits. */

/** Marks the commits of transactions that decide rows. */
const commitsOfRows: Kinds = () => {
  let decides = false;
  return (sql) => {
    if (sql === "BEGIN") decides = false;
    decides ||= /update import_rows/i.test(sql);
    return sql === "COMMIT" && decides ? ["commit"] : [];
  };
};

const rows = 150;

let admin: Ctx;
let account: string;
let product: string;
let proxy: CuttingProxy;
beforeAll(async () => {
  const here = await makeOrganization();
  admin = await makeImporter(here);
  account = (await makeAccount(here)).code;
  product = (await makeProduct(here)).code;
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "", commitsOfRows);
});
afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);
afterAll(() => proxy.close());

/** Returns a file of accounts or orders whose external ids begin with this name. */
const fileOf = (subject: "accounts" | "orders", name: string) =>
  Array.from({ length: subject === "orders" ? rows : 6 }, (_, at) => {
    const items = [{ product, quantity: 1 }];
    const more = subject === "orders" ? { account, items } : { name: `${name} ${at}` };
    return JSON.stringify({ externalId: `${name}-${at}`, ...more });
  });

const points = (["accounts", "orders"] as const).flatMap((subject) =>
  [1, 2].flatMap((message) => (["before", "after"] as const).map((side) => ({ subject, message, side }))),
);

test.each(points)(
  "killed $side commit $message of $subject, the next worker imports each row once",
  async (point) => {
    const { subject, message, side } = point;
    const name = `${subject}-${message}-${side}`;
    const lines = fileOf(subject, name);
    const { child, output } = startWorker({ DATABASE_URL: proxy.url });
    await expect.poll(output).toContain("worker_started");
    let importId = "";
    const killed = await proxy.killing(child, { message, side, kind: "commit" }, async () => {
      const about = { subject, format: "ndjson", fileName: `${subject}.ndjson`, start: true };
      importId = value(await createImport(admin, { ...about, file: sentFile(lines.join("\n")) })).importId;
      await once(child, "exit");
    });
    expect(killed).toBe(true);
    expect((await getImport(admin, importId)).state).toBe("running");

    await unscoped().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 hour' WHERE locked_at IS NOT NULL`;
    startWorker();
    await expect.poll(async () => (await getImport(admin, importId)).state).toBe("finished");
    expect(await getImport(admin, importId)).toMatchObject({
      created: lines.length,
      failed: 0,
      unchanged: 0,
    });
    const where = { externalId: { startsWith: `${name}-` } };
    const made = await (subject === "orders"
      ? read(admin).order.count({ where })
      : read(admin).account.count({ where }));
    expect(made).toBe(lines.length);
    if (subject === "accounts")
      expect(await read(admin).account.count({ where: { name: { startsWith: `${name} ` } } })).toBe(
        lines.length,
      );
    else
      expect(await read(admin).order.count({ where: { account: { code: account }, externalId: null } })).toBe(
        0,
      );
  },
);

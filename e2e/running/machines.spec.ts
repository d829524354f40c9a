import pg from "pg";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import { ended, run, tsx } from "../fixtures/commands";
import { freePort } from "../fixtures/free-port";
import { expect, test } from "../fixtures/test";

/** Web servers and workers as they run on machines of their own, on one database: README.md, "Running it for real". */

test("a web server or worker alone wants a database that others reach", async () => {
  for (const part of ["--web", "--worker"]) {
    const { code, said, complained } = await ended(run(["scripts/start.mjs", part], {}));
    expect({ code, said }).toEqual({ code: 1, said: "" });
    expect(complained).toMatch(/^The web server or a worker alone needs DATABASE_URL, .*$/);
  }
});

test("a worker does what a web server elsewhere has queued, and a stopped web server answers first", async ({
  ask,
}) => {
  const { url: databaseUrl, ownerUrl } = await ask<DatabaseUrls>("emptyDatabase");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    ...{ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_CONNECTIONS: "4" },
    ...{ PORT: String(port), WEB_HOST: "127.0.0.1", NEXTAUTH_URL: url },
    ...{ NEXTAUTH_SECRET: "a secret that only this test knows about" },
  };
  const who = ["--organization", "Northwind", "--email", "ada@northwind.example", "--role", "administrator"];
  const user = run([...tsx, "scripts/user-create.ts", ...who], settings, "seven umbrellas in the rain\n");
  expect(await ended(user)).toMatchObject({ code: 0 });
  const key = ["--organization", "Northwind", "--name", "Mover", "--role", "administrator"];
  const { said: secret } = await ended(run([...tsx, "scripts/api-key-create.ts", ...key], settings));
  const call = (method: string, path: string, body?: { type: string; text: string }) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, ...(body && { "content-type": body.type }) },
      ...(body && { body: body.text }),
    });

  const web = run(["scripts/start.mjs", "--web"], settings);
  const webEnd = ended(web);
  const ready = async () => (await fetch(`${url}/api/ready`).catch(() => undefined))?.status;
  await expect.poll(ready).toBe(200);
  const file = { type: "text/csv", text: "externalId,name\nC-1,Blue Yonder\n" };
  const sent = await (await call("POST", "/imports?subject=accounts&format=csv", file)).json();
  expect(sent).toMatchObject({ state: "running", created: 0 });

  const worker = run(["scripts/start.mjs", "--worker"], settings);
  const workerEnd = ended(worker);
  const imported = async () => (await (await call("GET", `/imports/${sent.id}`)).json()).state;
  await expect.poll(imported).toBe("finished");

  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("BEGIN");
  await owner.query("LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE");
  const begun = call("POST", "/accounts", { type: "application/json", text: '{"name": "Late Customer"}' });
  const waiting = async () =>
    (
      await owner.query(
        "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'accounts'::regclass",
      )
    ).rows[0].n;
  await expect.poll(waiting).toBe(1);
  web.kill("SIGTERM");
  // Nobody new is let in any more, while the request that has begun goes on.
  await expect.poll(ready).toBeUndefined();
  await owner.query("COMMIT");
  expect((await begun).status).toBe(201);
  await owner.end();
  expect(await webEnd).toMatchObject({ code: 0, said: expect.not.stringContaining("Worker started") });

  worker.kill("SIGTERM");
  const { code, said } = await workerEnd;
  expect(code).toBe(0);
  expect(said).toContain("A worker of Order Desk is ready.");
  expect(said).not.toContain("Ready in");
  await expect.poll(() => ask<number>("connectionsTo", databaseUrl)).toBe(0);
});

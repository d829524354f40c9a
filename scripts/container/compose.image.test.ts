import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../e2e/fixtures/free-port";
import { containerEngine } from "./engine";

const engine = containerEngine();

describe.runIf(engine)("compose.yaml, where there is a container engine", () => {
  let folder: string;
  let settings: string;
  let port: number;

  function compose(...args: string[]): string {
    const named = ["compose", "--project-name", "order-desk-test", "--env-file", settings, ...args];
    return execFileSync(engine ?? "", named, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  }

  const sql = (query: string) =>
    compose("exec", "-T", "database", "psql", "-U", "postgres", "-d", "order_desk", "-Atc", query).trim();

  beforeAll(async () => {
    port = await freePort();
    folder = mkdtempSync(path.join(tmpdir(), "order-desk-compose-"));
    settings = path.join(folder, "env");
    const secrets = [
      "POSTGRES_PASSWORD",
      "POSTGRES_OWNER_PASSWORD",
      "POSTGRES_APP_PASSWORD",
      "NEXTAUTH_SECRET",
    ];
    const lines = [
      ...secrets.map((name) => `${name}=${randomBytes(32).toString("hex")}`),
      `SECRETS_KEY=${randomBytes(32).toString("base64url")}`,
      `NEXTAUTH_URL=http://localhost:${port}`,
      `PORT=${port}`,
    ];
    writeFileSync(settings, lines.join("\n"), { mode: 0o600 });
    compose("up", "--build", "--detach");
  });

  afterAll(() => {
    compose("down", "--volumes");
    rmSync(folder, { recursive: true });
  });

  it("serves pages and says that it is ready", async () => {
    const status = (page: string) =>
      fetch(`http://127.0.0.1:${port}${page}`)
        .then((answer) => answer.status)
        .catch(() => 0);
    await expect.poll(() => status("/api/ready")).toBe(200);
    expect(await status("/login")).toBe(200);
  });

  it("runs as nobody special, with files that it cannot change", () => {
    expect(compose("exec", "-T", "web", "id", "-u").trim()).toBe("1000");
    expect(() => compose("exec", "-T", "web", "touch", "/app/written")).toThrow();
    expect(() => compose("exec", "-T", "web", "touch", "/tmp/written")).not.toThrow();
  });

  it("works as two roles of the database, of which the second owns nothing", () => {
    expect(sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")).toBe("order_desk");
    expect(
      sql("SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'order-desk worker'"),
    ).toBe("order_desk_app");
  });

  it("carries out jobs", async () => {
    sql(`SELECT graphile_worker.add_job('forgotten_password', '{"email":"nobody@example.com"}')`);
    const waiting = () =>
      sql("SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'forgotten_password'");
    await expect.poll(waiting).toBe("0");
    await expect
      .poll(() => compose("ps", "--format", "{{.Service}} {{.Health}}"))
      .toContain("worker healthy");
  });

  it("ends web and worker with 0", () => {
    compose("stop");
    const ended = compose("ps", "--all", "--format", "{{.Service}} {{.ExitCode}}");
    for (const service of ["migrate", "web", "worker", "database"]) expect(ended).toContain(`${service} 0`);
  });
});

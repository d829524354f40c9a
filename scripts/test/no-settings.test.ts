import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig, settings } from "../../lib/server/kernel/config";
import { noSettings } from "./no-settings.mjs";

it("names every setting that the product reads, and those of OpenTelemetry that our documents name", () => {
  const [others, ours] = [true, false].map((is) =>
    Object.keys(noSettings).filter((name) => name.startsWith("OTEL_") === is),
  );
  expect(ours?.sort()).toEqual([...settings].sort());
  const documented = readFileSync("docs/operations.md", "utf8");
  expect(others?.filter((name) => !documented.includes(name))).toEqual([]);
});

it("leaves nothing of a developer's .env, whose database is a real one", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "order-desk-settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const real = [
    "DATABASE_URL=postgresql://u:p@db.example.com/orders",
    "SMTP_URL=smtp://mail.example.com",
    "WEB_HOST=::",
  ];
  writeFileSync(path.join(folder, ".env"), real.join("\n"));
  const told = execFileSync(
    process.execPath,
    ["-e", "process.loadEnvFile('.env'); console.log(JSON.stringify(process.env))"],
    { cwd: folder, env: { ...process.env, ...noSettings }, encoding: "utf8" },
  );
  expect(readConfig(JSON.parse(told))).toEqual(readConfig({}));
});

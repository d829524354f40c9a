import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { noSettings } from "../test/no-settings.mjs";

it("does not start with a misspelt setting, and says which one was meant", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...noSettings, DATABSE_URL: "postgresql://db/orders", SMTP_ULR: "smtp://mail" },
    encoding: "utf8",
  });
  expect(stderr).toContain("DATABSE_URL is not a setting. Did you mean DATABASE_URL?");
  expect(stderr).toContain("SMTP_ULR is not a setting. Did you mean SMTP_URL?");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

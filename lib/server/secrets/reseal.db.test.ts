import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { saveCreditCheck } from "../credit-check/commands/save-credit-check";
import { config } from "../kernel/config";
import { unscoped } from "../kernel/db";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { createVendor } from "../vendors/commands/create-vendor";
import { createWebhook } from "../webhooks/commands/create-webhook";
import { rotateWebhookSecret } from "../webhooks/commands/rotate-webhook-secret";
import { keysOf, secretsKeys } from "./keys";
import { resealSecrets } from "./reseal";
import { type SecretOf, unsealed } from "./seal";

const databaseUrl = process.env.DATABASE_URL ?? "";
const second = randomBytes(32).toString("base64");

let here: TestOrganization;
let made: { of: SecretOf; secret: string }[];
beforeAll(async () => {
  here = await makeOrganization();
  const { administrator } = here.as;
  const endpoint = "https://aster.example.com/orders";
  const vendor = value(await createVendor(administrator, { name: "Aster", endpoint }));
  const agency = value(await saveCreditCheck(administrator, { version: null, enabled: true, endpoint }));
  const types = ["order.created"];
  const webhook = value(await createWebhook(administrator, { name: "Warehouse", url: endpoint, types }));
  const rotated = value(await rotateWebhookSecret(administrator, { id: webhook.id, version: 1 }));
  made = [
    { of: "vendor", secret: `${vendor.secret}` },
    { of: "credit_check", secret: `${agency.secret}` },
    { of: "webhook", secret: `${rotated.secret}` },
    { of: "webhook", secret: `${webhook.secret}` },
  ];
});

/** Returns the four secrets as they stand in the database. */
async function stored(): Promise<string[]> {
  const [vendor, agency, webhook] = await Promise.all([
    unscoped().vendor.findFirstOrThrow(),
    unscoped().creditCheck.findFirstOrThrow(),
    unscoped().webhook.findFirstOrThrow(),
  ]);
  return [vendor.secret, agency.secret, webhook.secret, webhook.previousSecret ?? ""];
}

const opened = async (keys = secretsKeys()) => {
  const sealed = await stored();
  return Promise.all(made.map(({ of }, at) => unsealed(here.organizationId, of, sealed[at] ?? "", keys)));
};
const secrets = () => made.map(({ secret }) => secret);

test("no secret stands in the database as it is", async () => {
  const sealed = await stored();
  for (const secret of secrets()) expect(sealed.join()).not.toContain(secret.replace("whsec_", ""));
  expect(await opened()).toEqual(secrets());
  expect(await resealSecrets(databaseUrl)).toEqual({ sealed: 0, unreadable: 0 });
});

test("secrets of before sealing are sealed, also while two processes start", async () => {
  const [vendor, agency, webhook, previous] = secrets();
  await unscoped().$executeRaw`UPDATE vendors SET secret = ${vendor}`;
  await unscoped().$executeRaw`UPDATE credit_checks SET secret = ${agency}`;
  await unscoped().$executeRaw`UPDATE webhooks SET secret = ${webhook}, previous_secret = ${previous}`;
  const both = await Promise.all([resealSecrets(databaseUrl), resealSecrets(databaseUrl)]);
  expect(both.map(({ sealed }) => sealed).reduce((one, other) => one + other)).toBe(4);
  expect(await opened()).toEqual(secrets());
});

test("a new key in front seals all anew, and then the old one is not needed", async () => {
  const changing = keysOf([second, ...config().secretsKeys]);
  expect(await resealSecrets(databaseUrl, changing)).toEqual({ sealed: 4, unreadable: 0 });
  expect(await opened(keysOf([second]))).toEqual(secrets());
  expect(await opened()).toEqual([null, null, null, null]);
});

test("what was sealed with a lost key stays as it is, and is counted", async () => {
  const before = await stored();
  expect(await resealSecrets(databaseUrl)).toEqual({ sealed: 0, unreadable: 4 });
  expect(await stored()).toEqual(before);
});

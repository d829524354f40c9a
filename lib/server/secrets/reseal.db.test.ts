import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { saveCreditCheck } from "../credit-check/commands/save-credit-check";
import { config } from "../kernel/config";
import { unscoped } from "../kernel/db";
import { beginApp } from "../own-factors/commands/begin-app";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { storedUser } from "../testing/factories/people";
import { makePersonWithApp } from "../testing/factories/second-factors";
import { createVendor } from "../vendors/commands/create-vendor";
import { createWebhook } from "../webhooks/commands/create-webhook";
import { rotateWebhookSecret } from "../webhooks/commands/rotate-webhook-secret";
import { keysOf, secretsKeys } from "./keys";
import { resealSecrets } from "./reseal";
import { type SecretOf, unsealed } from "./seal";

const databaseUrl = process.env.DATABASE_URL ?? "";
const second = randomBytes(32).toString("base64");

let here: TestOrganization;
let personId: string;
let made: { of: SecretOf; owner: string; secret: string }[];
beforeAll(async () => {
  here = await makeOrganization();
  const { administrator } = here.as;
  const endpoint = "https://aster.example.com/orders";
  const vendor = value(await createVendor(administrator, { name: "Aster", endpoint }));
  const agency = value(await saveCreditCheck(administrator, { version: null, enabled: true, endpoint }));
  const types = ["order.created"];
  const webhook = value(await createWebhook(administrator, { name: "Warehouse", url: endpoint, types }));
  const rotated = value(await rotateWebhookSecret(administrator, { id: webhook.id, version: 1 }));
  // An app that counts, and another one that is to replace it.
  const { id, person, password, secret: app } = await makePersonWithApp(here);
  const { secret: pending } = value(await beginApp(person, { current: password }));
  ({ personId } = await storedUser(here, id));
  const owner = here.organizationId;
  made = [
    { of: "vendor", owner, secret: `${vendor.secret}` },
    { of: "credit_check", owner, secret: `${agency.secret}` },
    { of: "webhook", owner, secret: `${rotated.secret}` },
    { of: "webhook", owner, secret: `${webhook.secret}` },
    { of: "authenticator_app", owner: personId, secret: `${app}` },
    { of: "authenticator_app", owner: personId, secret: `${pending}` },
  ];
});

/** Returns the six secrets as they stand in the database. */
async function stored(): Promise<string[]> {
  const [vendor, agency, webhook, app] = await Promise.all([
    unscoped().vendor.findFirstOrThrow(),
    unscoped().creditCheck.findFirstOrThrow(),
    unscoped().webhook.findFirstOrThrow(),
    unscoped().authenticatorApp.findFirstOrThrow(),
  ]);
  const ofOthers = [vendor.secret, agency.secret, webhook.secret, webhook.previousSecret ?? ""];
  return [...ofOthers, app.secret ?? "", app.pendingSecret ?? ""];
}

const opened = async (keys = secretsKeys()) => {
  const sealed = await stored();
  return Promise.all(made.map(({ of, owner }, at) => unsealed(owner, of, sealed[at] ?? "", keys)));
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
  expect(await resealSecrets(databaseUrl, changing)).toEqual({ sealed: 6, unreadable: 0 });
  expect(await opened(keysOf([second]))).toEqual(secrets());
  expect(await opened()).toEqual([null, null, null, null, null, null]);
});

test("what was sealed with a lost key stays as it is, and is counted", async () => {
  const before = await stored();
  expect(await resealSecrets(databaseUrl)).toEqual({ sealed: 0, unreadable: 6 });
  expect(await stored()).toEqual(before);
});

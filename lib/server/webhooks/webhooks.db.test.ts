import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { listAuditLog } from "../audit-log/queries/list-audit-log";
import { read } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { unsealed } from "../secrets/seal";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { createWebhook } from "./commands/create-webhook";
import { deleteWebhook } from "./commands/delete-webhook";
import { disableWebhook } from "./commands/disable-webhook";
import { editWebhook } from "./commands/edit-webhook";
import { enableWebhook } from "./commands/enable-webhook";
import { rotateWebhookSecret } from "./commands/rotate-webhook-secret";
import { getWebhook, listWebhooks } from "./queries/webhooks";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

let made = 0;
const input = () => ({
  name: `Warehouse ${++made}`,
  url: "https://warehouse.example.com/events",
  types: ["order.executed", "order.cancelled"],
});
const make = async () => {
  const wanted = input();
  return { ...wanted, ...value(await createWebhook(here.as.administrator, wanted)) };
};
async function stored(id: string) {
  const webhook = await read(here.as.administrator).webhook.findFirstOrThrow({ where: { id } });
  const { secret, previousSecret } = webhook;
  const open = (sealed: string | null) => sealed && unsealed(here.organizationId, "webhook", sealed);
  return { ...webhook, secret: await open(secret), previousSecret: await open(previousSecret) };
}
const recordedOf = async (name: string) => {
  const { rows } = await listAuditLog(here.as.administrator, { q: name });
  return rows.filter(({ subject }) => subject === name).map(({ kind, after }) => ({ kind, after }));
};

test("a webhook is kept; its secret is answered once, and found in no list and no log", async () => {
  const { id, secret, ...wanted } = await make();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const kept = await getWebhook(here.as.administrator, id);
  expect(kept).toEqual({
    id,
    ...wanted,
    form: "standard",
    disabledAt: null,
    disabledBy: null,
    previousUntil: null,
    version: 1,
  });
  const { rows } = await listWebhooks(here.as.administrator, {});
  expect(rows).toContainEqual(kept);
  const entries = await recordedOf(wanted.name);
  expect(entries).toEqual([{ kind: "webhook.created", after: wanted }]);
  expect(JSON.stringify([kept, rows, entries])).not.toContain(secret);
});

test("an edit changes what was asked for, and leaves the secret", async () => {
  const { id, secret } = await make();
  const changed = { ...input(), types: ["account.edited", "account.edited"] };
  value(await editWebhook(here.as.administrator, { ...changed, id, version: 1 }));
  const kept = await getWebhook(here.as.administrator, id);
  expect(kept).toMatchObject({ name: changed.name, types: ["account.edited"], version: 2 });
  expect(await stored(id)).toMatchObject({ secret });
  const late = editWebhook(here.as.administrator, { ...changed, id, version: 1 });
  await expect(late).rejects.toThrow(Conflict);
});

test("a replaced secret is kept for a day beside the new one", async () => {
  const { id, secret } = await make();
  const rotated = value(await rotateWebhookSecret(here.as.administrator, { id, version: 1 }));
  const previousUntil = new Date(here.as.administrator.now.getTime() + 24 * 3_600_000);
  expect(rotated.previousUntil).toBe(previousUntil.toISOString());
  expect(await stored(id)).toMatchObject({ secret: rotated.secret, previousSecret: secret, previousUntil });
  expect((await getWebhook(here.as.administrator, id)).previousUntil).toBe(rotated.previousUntil);
});

test("a webhook is disabled and enabled once, and says since when", async () => {
  const { id, name } = await make();
  value(await disableWebhook(here.as.administrator, { id, version: 1 }));
  value(await disableWebhook(here.as.administrator, { id, version: 2 }));
  const disabled = { disabledAt: here.as.administrator.now.toISOString(), disabledBy: "user" };
  expect(await getWebhook(here.as.administrator, id)).toMatchObject(disabled);
  for (const version of [3, 4]) value(await enableWebhook(here.as.administrator, { id, version }));
  expect(await getWebhook(here.as.administrator, id)).toMatchObject({ disabledAt: null, disabledBy: null });
  expect((await recordedOf(name)).map(({ kind }) => kind).toSorted()).toEqual([
    "webhook.created",
    "webhook.disabled",
    "webhook.enabled",
  ]);
});

test.each([
  ["edit", (seen: object) => editWebhook(here.as.administrator, { ...input(), ...seen })],
  ["rotate", (seen: object) => rotateWebhookSecret(here.as.administrator, seen)],
  ["disable", (seen: object) => disableWebhook(here.as.administrator, seen)],
  ["enable", (seen: object) => enableWebhook(here.as.administrator, seen)],
  ["delete", (seen: object) => deleteWebhook(here.as.administrator, seen)],
])("of two who %s a webhook at once, one does it and the other learns of it", async (_, change) => {
  const { id } = await make();
  const both = await Promise.allSettled([change({ id, version: 1 }), change({ id, version: 1 })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const late = both.find((one) => one.status === "rejected");
  expect([Conflict, NotFound].some((kind) => late?.reason instanceof kind)).toBe(true);
});

test("of two who take a name at once, one gets it", async () => {
  const wanted = input();
  const both = [1, 2].map(() => createWebhook(here.as.administrator, wanted));
  const answers = await Promise.all(both);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.find(({ ok }) => !ok);
  expect(refused).toMatchObject({ refusal: { reason: "webhook_name_taken", path: "name" } });
});

test("a deleted webhook is gone, and the audit log keeps that it was there", async () => {
  const { id, name } = await make();
  const late = deleteWebhook(here.as.administrator, { id, version: 2 });
  await expect(late).rejects.toThrow(Conflict);
  value(await deleteWebhook(here.as.administrator, { id, version: 1 }));
  await expect(getWebhook(here.as.administrator, id)).rejects.toThrow(NotFound);
  expect((await recordedOf(name)).map(({ kind }) => kind)).toContain("webhook.deleted");
});

test("a name is taken once in an organization, also by two at once", async () => {
  const wanted = input();
  const answers = await Promise.all([1, 2].map(() => createWebhook(here.as.administrator, wanted)));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const refusal = { ok: false, refusal: { reason: "webhook_name_taken", path: "name" } };
  expect(answers.find(({ ok }) => !ok)).toMatchObject(refusal);
  value(await createWebhook(there.as.administrator, wanted));
  const { id } = await make();
  expect(await editWebhook(here.as.administrator, { ...wanted, id, version: 1 })).toMatchObject(refusal);
});

describe("refuses", () => {
  test.each([
    ["an address in the clear", "http://warehouse.example.com/"],
    ["an address with a password", "https://ada:secret@warehouse.example.com/"],
    ["an address of the cloud itself", "https://169.254.169.254/latest/meta-data"],
    ["a word", "warehouse"],
  ])("%s, at creation and edit", async (_, url) => {
    const { id } = await make();
    for (const answer of [
      await createWebhook(here.as.administrator, { ...input(), url }),
      await editWebhook(here.as.administrator, { ...input(), url, id, version: 1 }),
    ])
      expect(answer).toMatchObject({ refusal: { reason: "endpoint_not_allowed", path: "url" } });
  });

  test.each([
    ["no name", { name: " " }],
    ["no address", { url: "" }],
    ["no kind of event", { types: [] }],
    ["an unknown kind of event", { types: ["order.eaten"] }],
  ])("%s", async (_, change) => {
    const attempt = createWebhook(here.as.administrator, { ...input(), ...change });
    await expect(attempt).rejects.toThrow(ZodError);
  });

  test("anyone who is no administrator, and another organization", async () => {
    const { id } = await make();
    const [edit, seen] = [
      { ...input(), id, version: 1 },
      { id, version: 1 },
    ];
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      const who = here.as[role];
      const attempts: (() => Promise<unknown>)[] = [
        () => createWebhook(who, input()),
        () => editWebhook(who, edit),
        () => getWebhook(who, id),
        () => listWebhooks(who, {}),
        ...[rotateWebhookSecret, disableWebhook, enableWebhook, deleteWebhook].map(
          (command) => () => command(who, seen),
        ),
      ];
      for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Forbidden);
    }
    const { administrator } = there.as;
    await expect(editWebhook(administrator, edit)).rejects.toThrow(NotFound);
    for (const command of [rotateWebhookSecret, disableWebhook, enableWebhook, deleteWebhook])
      await expect(command(administrator, seen)).rejects.toThrow(NotFound);
    await expect(getWebhook(administrator, id)).rejects.toThrow(NotFound);
  });
});

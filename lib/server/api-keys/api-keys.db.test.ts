import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import { ok } from "@/lib/domain/values/result";
import type { CreateApiKeyInput } from "@/lib/schemas/api-keys";
import { createAccount } from "../accounts/commands/create-account";
import { listAccounts } from "../accounts/queries/accounts";
import type { Ctx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { listOrders } from "../orders/queries/list-orders";
import { forgetExpired } from "../sign-in/tries/forget-expired";
import { makeApiKey } from "../testing/factories/api-keys";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { statementsSentBy } from "../testing/sent-statements";
import { createApiKey } from "./commands/create-api-key";
import { revokeApiKey } from "./commands/revoke-api-key";
import { rotateApiKey } from "./commands/rotate-api-key";
import { ctxOfKey } from "./ctx-of-key";
import { logRequest } from "./log-request";
import { getApiKey, listApiKeys } from "./queries/api-keys";
import { listKeyRequests } from "./queries/list-key-requests";

let here: TestOrganization;
let there: TestOrganization;
let admin: Ctx;
beforeAll(async () => {
  [here, there] = [await makeOrganization({ timeZone: "Pacific/Auckland" }), await makeOrganization()];
  admin = here.as.administrator;
});

const input = (change: Partial<CreateApiKeyInput> = {}) => ({ name: `Key ${randomUUID()}`, ...change });
const ctxOf = async (secret: string | null, now = new Date()) => (await ctxOfKey(secret ?? "", now))?.ctx;
const later = (ms: number, from = new Date()) => new Date(from.getTime() + ms);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const audit = (kind: EventKind, subject: string) =>
  read(admin).event.findMany({ where: { kind, subject }, orderBy: { id: "desc" } });

describe("a new key", () => {
  test("is its role in its organization, from the first request on", async () => {
    const { id, secret, name } = await makeApiKey(here, input({ role: "operator" }));
    const found = await ctxOfKey(secret, new Date());
    expect(found).toMatchObject({
      keyId: id,
      ctx: {
        organizationId: here.organizationId,
        actor: { type: "api_key", id, name, role: "operator" },
        timeZone: "Pacific/Auckland",
        locale: "en-GB",
      },
    });
    const ctx = found?.ctx as Ctx;
    value(await createAccount(ctx, { name, country: null }));
    expect((await listAccounts(ctx, { q: name })).rows).toHaveLength(1);
    const [made] = await read(admin).event.findMany({ where: { kind: "account.created", actorId: id } });
    expect(made).toMatchObject({ actorType: "api_key", actorName: name, requestId: ctx.requestId });
  });

  test("only reads unless somebody decides otherwise", async () => {
    const { secret } = value(await createApiKey(admin, input()));
    const ctx = (await ctxOf(secret)) as Ctx;
    expect(ctx.actor.role).toBe("manager");
    expect((await listOrders(ctx, {})).rows).toEqual([]);
    await expect(createAccount(ctx, { name: "Fjord", country: null })).rejects.toThrow(Forbidden);
  });

  test("has a long secret that is answered once, and found in no list, no log and no table", async () => {
    const wanted = input({ role: "operator", scopes: ["order:read"] });
    const { id, secret } = value(await createApiKey(admin, wanted));
    expect(secret).toMatch(/^od_[A-Za-z0-9_-]{43}$/);
    const shown = await getApiKey(admin, id);
    expect(shown).toMatchObject({
      ...wanted,
      ...{ id, state: "active", expiresAt: null, lastUsedAt: null, version: 1 },
      prefix: secret?.slice(0, 11),
      createdBy: admin.actor.name,
    });
    const { rows } = await listApiKeys(admin, {});
    expect(rows).toContainEqual(shown);
    const [entry] = await audit("api_key.created", wanted.name);
    expect(entry).toMatchObject({
      after: { prefix: shown.prefix, role: "operator", scopes: ["order:read"] },
    });
    const kept = await unscoped().apiKey.findFirst({ where: { id } });
    for (const place of [shown, rows, entry?.after, kept]) {
      expect(JSON.stringify(place)).not.toContain(secret?.slice(11));
    }
  });

  test("is made once for all requests with one idempotency key, and its secret is not kept with them", async () => {
    const request = { ...input(), idempotencyKey: randomUUID() };
    const first = value(await createApiKey(admin, request));
    expect(await createApiKey(admin, request)).toEqual(ok({ id: first.id, secret: null }));
    const kept = await read(admin).idempotencyKey.findFirst({ where: { key: request.idempotencyKey } });
    expect(kept?.answer).toEqual({ id: first.id, secret: null });
    expect(await audit("api_key.created", request.name)).toHaveLength(1);
  });

  test("counts to the end of its last day, in the organization's time zone", async () => {
    const now = new Date("2026-11-26T12:00:00Z");
    const { id, secret } = value(await createApiKey(at(admin, now), input({ expiresOn: "2026-12-31" })));
    // Auckland is 13 hours ahead of UTC in summer.
    const end = new Date("2026-12-31T11:00:00Z");
    expect(await ctxOf(secret, later(-1, end))).toBeDefined();
    expect(await ctxOf(secret, end)).toBeUndefined();
    expect(await getApiKey(at(admin, end), id)).toMatchObject({ state: "expired" });
  });
});

describe("scopes", () => {
  test("narrow what the role may", async () => {
    const { secret } = await makeApiKey(here, { role: "operator", scopes: ["account:read"] });
    const ctx = (await ctxOf(secret)) as Ctx;
    expect((await listAccounts(ctx, {})).rows).toBeDefined();
    await expect(listOrders(ctx, {})).rejects.toThrow(Forbidden);
    await expect(createAccount(ctx, { name: "Fjord", country: null })).rejects.toThrow(Forbidden);
  });

  test.each([
    ["of what the role may not", { role: "manager", scopes: ["order:read", "order:execute"] }],
    ["of the Storefront", { role: "administrator", scopes: ["storefront:buy"] }],
    ["without any", { role: "administrator", scopes: [] }],
  ] as const)("are refused %s", async (_, { role, scopes }) => {
    await expect(createApiKey(admin, input({ role, scopes: [...scopes] }))).rejects.toThrow(ZodError);
  });

  test("stay what they are after the key is rotated", async () => {
    const { id } = await makeApiKey(here, { role: "operator", scopes: ["account:read"] });
    const { secret } = value(await rotateApiKey(admin, { id, version: 1 }));
    expect((await ctxOf(secret))?.actor.scopes).toEqual(["account:read"]);
  });
});

describe("a rotated key", () => {
  test.each([
    ["hour", hour],
    ["day", day],
    ["week", 7 * day],
  ] as const)("has its new secret at once, and the old one for a %s more", async (overlap, ms) => {
    const { id, secret: old, name } = await makeApiKey(here, input());
    const now = new Date();
    const { secret } = value(await rotateApiKey(at(admin, now), { id, version: 1, overlap }));
    expect(secret).not.toBe(old);
    expect((await ctxOf(secret, now))?.actor.id).toBe(id);
    expect((await ctxOf(old, later(ms - 1, now)))?.actor.id).toBe(id);
    expect(await ctxOf(old, later(ms, now))).toBeUndefined();
    expect(await ctxOf(secret, later(ms, now))).toBeDefined();
    const shown = await getApiKey(at(admin, now), id);
    expect(shown).toMatchObject({ previousUntil: later(ms, now).toISOString(), version: 2 });
    expect((await audit("api_key.rotated", name))[0]).toMatchObject({
      before: { prefix: old.slice(0, 11) },
      after: { prefix: shown.prefix, overlap },
    });
  });

  test("keeps the old secret for a day if nobody says otherwise, and never longer than the next rotation", async () => {
    const { id, secret: first } = await makeApiKey(here);
    const second = value(await rotateApiKey(admin, { id, version: 1 })).secret;
    expect(await ctxOf(first, later(day - minute))).toBeDefined();
    const third = value(await rotateApiKey(admin, { id, version: 2 })).secret;
    expect(await ctxOf(first)).toBeUndefined();
    expect(await ctxOf(second)).toBeDefined();
    expect(await ctxOf(third)).toBeDefined();
  });

  test("has only the new secret where the old one is to end now", async () => {
    const { id, secret: old } = await makeApiKey(here);
    const { secret } = value(await rotateApiKey(admin, { id, version: 1, overlap: "now" }));
    expect(await ctxOf(old)).toBeUndefined();
    expect(await ctxOf(secret)).toBeDefined();
    expect((await getApiKey(admin, id)).previousUntil).toBeNull();
  });

  test("is rotated once by two at once who saw the same", async () => {
    const { id, name } = await makeApiKey(here, input());
    const both = await Promise.allSettled([1, 2].map(() => rotateApiKey(admin, { id, version: 1 })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await audit("api_key.rotated", name)).toHaveLength(1);
  });

  test("is refused once it has ended", async () => {
    const ended = async (id: string, ctx = admin) => rotateApiKey(ctx, { id, version: 1 });
    const expiring = value(await createApiKey(admin, input({ expiresOn: "2028-01-31" })));
    expect(await ended(expiring.id, at(admin, new Date("2028-03-01T00:00:00Z")))).toMatchObject({
      refusal: { reason: "api_key_ended", state: "expired" },
    });
    const revoked = await makeApiKey(here);
    value(await revokeApiKey(admin, { id: revoked.id }));
    expect(await ended(revoked.id)).toMatchObject({
      refusal: { reason: "api_key_ended", state: "revoked" },
    });
  });
});

describe("a revoked key", () => {
  test("is refused from the commit on, with the secret before the rotation too", async () => {
    const { id, secret: old, name } = await makeApiKey(here, input());
    const { secret } = value(await rotateApiKey(admin, { id, version: 1 }));
    value(await revokeApiKey(admin, { id }));
    expect(await ctxOf(old)).toBeUndefined();
    expect(await ctxOf(secret)).toBeUndefined();
    expect(await getApiKey(admin, id)).toMatchObject({ state: "revoked", previousUntil: null });
    expect(await audit("api_key.revoked", name)).toHaveLength(1);
  });

  test("is revoked once, however often and by however many at once", async () => {
    const { id, name } = await makeApiKey(here, input());
    const answers = await Promise.all([1, 2, 3].map(() => revokeApiKey(admin, { id })));
    expect(answers).toEqual(answers.map(() => ok({ id })));
    expect(await audit("api_key.revoked", name)).toHaveLength(1);
  });

  test("stays revoked when it is rotated at the same time", async () => {
    const { id, secret: old } = await makeApiKey(here);
    const [rotated] = await Promise.all([
      rotateApiKey(admin, { id, version: 1 }).catch((error: unknown) => error),
      revokeApiKey(admin, { id }),
    ]);
    const secret = (rotated as { value?: { secret: string | null } }).value?.secret ?? null;
    expect([await ctxOf(old), await ctxOf(secret)]).toEqual([undefined, undefined]);
  });
});

test.each([
  ["nothing", ""],
  ["a secret that nobody has", `od_${"a".repeat(43)}`],
  ["a hash", "0".repeat(64)],
  ["what no column can hold", "od_\u0000\ud800"],
  ["a whole page", "x".repeat(100_000)],
])("%s finds no key", async (_, secret) => {
  expect(await ctxOfKey(secret, new Date())).toBeNull();
});

describe("the last use", () => {
  const lastUse = async (id: string) => (await getApiKey(admin, id)).lastUsedAt;

  test("is written by the first request, and after that once a minute at most", async () => {
    const { id, secret } = await makeApiKey(here);
    const first = new Date();
    await ctxOfKey(secret, first);
    expect(await lastUse(id)).toBe(first.toISOString());
    await ctxOfKey(secret, later(minute - 1, first));
    expect(await lastUse(id)).toBe(first.toISOString());
    await ctxOfKey(secret, later(minute, first));
    expect(await lastUse(id)).toBe(later(minute, first).toISOString());
  });

  test("waits for nobody who is changing the key", async () => {
    const { id, secret } = await makeApiKey(here);
    await read(admin).$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM api_keys WHERE id = ${id}::uuid FOR UPDATE`;
      expect(await ctxOfKey(secret, new Date())).toMatchObject({ keyId: id });
    });
    expect(await lastUse(id)).toBeNull();
  });
});

describe("the request log", () => {
  const request = { method: "GET", path: "/api/v1/orders", status: 200, ms: 12.4 };

  test("tells what a key called, newest first and page by page, without what was searched for", async () => {
    const { id, secret } = await makeApiKey(here);
    const ctx = (await ctxOf(secret)) as Ctx;
    for (const path of ["/api/v1/orders?q=Ada", "/api/v1/accounts", `/${"p".repeat(600)}`]) {
      await logRequest(ctx, id, { ...request, path });
    }
    const first = await listKeyRequests(admin, { keyId: id, limit: 2 });
    expect(first.rows.map(({ path }) => path)).toEqual([`/${"p".repeat(499)}`, "/api/v1/accounts"]);
    const second = await listKeyRequests(admin, { keyId: id, limit: 2, cursor: first.next });
    expect(second).toMatchObject({
      rows: [{ method: "GET", path: "/api/v1/orders", status: 200, ms: 12, requestId: ctx.requestId }],
      next: null,
    });
    expect((await listKeyRequests(here.as.administrator, { keyId: randomUUID() })).rows).toEqual([]);
  });

  test("keeps requests of several organizations that end together, each once, by one statement", async () => {
    const elsewhere = await makeOrganization();
    const [{ id }, { id: theirs }] = [await makeApiKey(here), await makeApiKey(elsewhere)];
    const paths = Array.from({ length: 20 }, (_, at) => `/api/v1/orders/${at}`);
    const sent = await statementsSentBy(() =>
      Promise.all(
        paths.flatMap((path) => [
          logRequest(admin, id, { ...request, path }),
          logRequest(elsewhere.as.administrator, theirs, { ...request, path }),
        ]),
      ),
    );
    expect(sent).toHaveLength(1);
    const pathsOf = async (ctx: Ctx, keyId: string) =>
      (await listKeyRequests(ctx, { keyId, limit: 100 })).rows.map(({ path }) => path).sort();
    expect(await pathsOf(admin, id)).toEqual([...paths].sort());
    expect(await pathsOf(elsewhere.as.administrator, theirs)).toEqual([...paths].sort());
  });

  test("is kept for 30 days", async () => {
    const { id } = await makeApiKey(here);
    const now = new Date();
    await logRequest(at(admin, later(-30 * day - minute, now)), id, { ...request, path: "/old" });
    await logRequest(at(admin, later(-30 * day + minute, now)), id, { ...request, path: "/young" });
    await forgetExpired(now);
    const { rows } = await listKeyRequests(admin, { keyId: id });
    expect(rows.map(({ path }) => path)).toEqual(["/young"]);
  });
});

describe("refuses", () => {
  test.each([
    ["no name", { name: " " }],
    ["a customer's role", { role: "customer" }],
    ["a permission that does not exist", { scopes: ["order:delete"] }],
    ["a day that does not exist", { expiresOn: "2027-02-30" }],
  ])("%s", async (_, change) => {
    await expect(createApiKey(admin, { ...input(), ...change })).rejects.toThrow(ZodError);
  });

  test.each([["2026-11-25"], ["2031-11-27"]])("to let a key end on %s", async (expiresOn) => {
    const today = at(admin, new Date("2026-11-26T00:00:00Z"));
    expect(await createApiKey(today, input({ expiresOn }))).toMatchObject({
      ok: false,
      refusal: { reason: "date_out_of_range", date: "expiry", first: "2026-11-26", path: "expiresOn" },
    });
  });

  test("a key that may more than its creator, and a rotation that would hand one out", async () => {
    const scopes = ["api-key:save", "order:read"] as const;
    const { secret, name } = await makeApiKey(here, input({ role: "administrator", scopes: [...scopes] }));
    const maker = (await ctxOf(secret)) as Ctx;
    value(await createApiKey(maker, input({ role: "administrator", scopes: ["order:read"] })));
    for (const more of [
      {},
      { role: "administrator" },
      { role: "operator", scopes: ["order:edit"] },
    ] as const) {
      await expect(createApiKey(maker, input(more as object))).rejects.toThrow(Forbidden);
    }
    const strong = await makeApiKey(here, { role: "administrator" });
    await expect(rotateApiKey(maker, { id: strong.id, version: 1 })).rejects.toThrow(Forbidden);
    expect(await ctxOf(strong.secret)).toBeDefined();
    const attempts = await read(admin).event.count({ where: { kind: "call.forbidden", actorName: name } });
    expect(attempts).toBe(4);
  });

  test("who may not, and another organization", async () => {
    const { id } = await makeApiKey(here);
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(createApiKey(here.as[role], input())).rejects.toThrow(Forbidden);
      await expect(rotateApiKey(here.as[role], { id, version: 1 })).rejects.toThrow(Forbidden);
      await expect(revokeApiKey(here.as[role], { id })).rejects.toThrow(Forbidden);
      await expect(listApiKeys(here.as[role], {})).rejects.toThrow(Forbidden);
      await expect(getApiKey(here.as[role], id)).rejects.toThrow(Forbidden);
      await expect(listKeyRequests(here.as[role], { keyId: id })).rejects.toThrow(Forbidden);
    }
    const other = there.as.administrator;
    await expect(rotateApiKey(other, { id, version: 1 })).rejects.toThrow(NotFound);
    await expect(revokeApiKey(other, { id })).rejects.toThrow(NotFound);
    await expect(getApiKey(other, id)).rejects.toThrow(NotFound);
    expect((await listApiKeys(other, {})).rows).toEqual([]);
    await logRequest(admin, id, { method: "GET", path: "/", status: 200, ms: 1 });
    expect((await listKeyRequests(other, { keyId: id })).rows).toEqual([]);
  });
});

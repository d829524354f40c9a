import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import { read } from "../kernel/db";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { unsealed } from "../secrets/seal";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories/basics";
import { createVendor } from "./commands/create-vendor";
import { editVendor } from "./commands/edit-vendor";
import { renewVendorSecret } from "./commands/renew-vendor-secret";
import { getVendor, listVendors, vendorOptions } from "./queries/vendors";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

let made = 0;
const input = () => ({ name: `Vendor ${++made}`, endpoint: "https://vendor.example.com/orders" });
const audit = (kind: EventKind) =>
  read(here.as.administrator).event.findFirst({ where: { kind }, orderBy: { id: "desc" } });

test("a vendor is kept; its secret is answered once, long, and found in no list and no log", async () => {
  const wanted = { ...input(), preCheck: true, timeoutSeconds: 3, callbackMinutes: 30 };
  const { id, secret } = value(await createVendor(here.as.administrator, wanted));
  expect(secret).toHaveLength(43);
  const kept = await getVendor(here.as.administrator, id);
  expect(kept).toEqual({ id, ...wanted, version: 1, products: 0 });
  const { rows } = await listVendors(here.as.administrator, { q: wanted.name });
  expect(rows).toEqual([kept]);
  expect(await vendorOptions(here.as.administrator)).toContainEqual({ id, name: wanted.name });
  const entry = await audit("vendor.created");
  expect(entry).toMatchObject({ subject: wanted.name, after: { endpoint: wanted.endpoint } });
  expect(JSON.stringify([kept, rows, entry?.before, entry?.after])).not.toContain(secret);
});

test("a vendor is set up once for all requests with one idempotency key, and its secret is not kept with them", async () => {
  const request = { ...input(), idempotencyKey: randomUUID() };
  const { id, secret } = value(await createVendor(here.as.administrator, request));
  expect(secret).not.toBeNull();
  const again = value(await createVendor(here.as.administrator, request));
  expect(again).toEqual({ id, secret: null });
  const where = { key: request.idempotencyKey };
  const kept = await read(here.as.administrator).idempotencyKey.findFirst({ where });
  expect(kept?.answer).toEqual(again);
});

test("an edit changes what was asked for and leaves the secret", async () => {
  const { id, secret } = value(await createVendor(here.as.administrator, input()));
  const changed = { ...input(), preCheck: true };
  value(await editVendor(here.as.administrator, { ...changed, id, version: 1 }));
  expect(await getVendor(here.as.administrator, id)).toMatchObject({ ...changed, version: 2 });
  const kept = await read(here.as.operator).vendor.findFirstOrThrow({ where: { id } });
  expect(await unsealed(here.organizationId, "vendor", kept.secret)).toBe(secret);
  expect(await audit("vendor.edited")).toMatchObject({
    before: { preCheck: false },
    after: { preCheck: true },
  });
  const late = editVendor(here.as.administrator, { ...changed, id, version: 1 });
  await expect(late).rejects.toThrow(Conflict);
});

test("a renewed secret replaces the old one", async () => {
  const { id, secret } = value(await createVendor(here.as.administrator, input()));
  const renewed = value(await renewVendorSecret(here.as.administrator, { id, version: 1 }));
  expect(renewed.secret).not.toBe(secret);
  const kept = await read(here.as.operator).vendor.findFirstOrThrow({ where: { id } });
  expect(await unsealed(here.organizationId, "vendor", kept.secret)).toBe(renewed.secret);
  expect(await audit("vendor.secret_renewed")).toMatchObject({ before: null, after: null });
  const late = renewVendorSecret(here.as.administrator, { id, version: 1 });
  await expect(late).rejects.toThrow(Conflict);
});

test("a name is taken once in an organization, also by two at once", async () => {
  const wanted = input();
  const answers = await Promise.all([1, 2].map(() => createVendor(here.as.administrator, wanted)));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "vendor_name_taken" } });
  value(await createVendor(there.as.administrator, wanted));
  const { id } = value(await createVendor(here.as.administrator, input()));
  const renamed = await editVendor(here.as.administrator, { ...wanted, id, version: 1 });
  expect(renamed).toMatchObject({ ok: false, refusal: { reason: "vendor_name_taken" } });
});

describe("refuses", () => {
  test("an address that is not encrypted, at creation and edit", async () => {
    const { id } = value(await createVendor(here.as.administrator, input()));
    const plain = { ...input(), endpoint: "http://vendor.example.com/" };
    for (const answer of [
      await createVendor(here.as.administrator, plain),
      await editVendor(here.as.administrator, { ...plain, id, version: 1 }),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { path: "endpoint" } });
    }
  });

  test.each([
    ["no name", { name: " " }],
    ["no address", { endpoint: "" }],
    ["no time at all", { timeoutSeconds: 0 }],
    ["hours for a call", { timeoutSeconds: 61 }],
    ["half minutes", { callbackMinutes: 0.5 }],
    ["a short secret", { secret: "short" }],
  ])("%s", async (_, change) => {
    const attempt = createVendor(here.as.administrator, { ...input(), ...change });
    await expect(attempt).rejects.toThrow(ZodError);
  });

  test("who may not, and another organization", async () => {
    const { id } = value(await createVendor(here.as.administrator, input()));
    const edit = { ...input(), id, version: 1 };
    for (const role of ["operator", "manager", "customer", "reseller"] as const) {
      await expect(createVendor(here.as[role], input())).rejects.toThrow(Forbidden);
      await expect(editVendor(here.as[role], edit)).rejects.toThrow(Forbidden);
      await expect(renewVendorSecret(here.as[role], { id, version: 1 })).rejects.toThrow(Forbidden);
      await expect(listVendors(here.as[role], {})).rejects.toThrow(Forbidden);
      await expect(getVendor(here.as[role], id)).rejects.toThrow(Forbidden);
      await expect(vendorOptions(here.as[role])).rejects.toThrow(Forbidden);
    }
    await expect(editVendor(there.as.administrator, edit)).rejects.toThrow(NotFound);
    await expect(renewVendorSecret(there.as.administrator, { id, version: 1 })).rejects.toThrow(NotFound);
    await expect(getVendor(there.as.administrator, id)).rejects.toThrow(NotFound);
    const product = makeProduct(there, { provisioningDriver: "http", vendorId: id });
    await expect(product).rejects.toThrow("unknown_vendor");
  });
});

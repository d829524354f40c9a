import { beforeAll, describe, expect, test } from "vitest";
import { makeOrganization, makeProduct, type TestOrganization } from "@/lib/server/testing/factories/basics";
import { makeTask, makeTaskOf } from "@/lib/server/testing/factories/provisioning";
import { makeVendorProduct } from "@/lib/server/testing/factories/vendors";
import { owner } from "@/lib/server/testing/owner";

/** No program can do this to vendors and what they provision, whatever SQL it writes. */

let here: TestOrganization;
let product: Awaited<ReturnType<typeof makeVendorProduct>>;
let foreignVendorId: string;
beforeAll(async () => {
  here = await makeOrganization();
  product = await makeVendorProduct(here, { endpoint: "https://vendor.example.com" });
  const there = await makeOrganization();
  foreignVendorId = (await makeVendorProduct(there, { endpoint: "https://vendor.example.com" })).vendorId;
});

const refused = (statement: string, why: RegExp, ...values: unknown[]) =>
  expect(owner().$executeRawUnsafe(statement, ...values)).rejects.toThrow(why);

test.each([
  ["name = ' Padded'", /vendors_name/],
  ["name = ''", /vendors_name/],
  ["endpoint = 'ftp://vendor.example.com'", /vendors_endpoint/],
  ["secret = 'short'", /vendors_secret/],
  ["timeout_seconds = 0", /vendors_timeout/],
  ["timeout_seconds = 61", /vendors_timeout/],
  ["callback_minutes = 0", /vendors_callback/],
])("a vendor never has %s", async (change, why) => {
  await refused(`UPDATE vendors SET ${change} WHERE id = $1::uuid`, why, product.vendorId);
});

describe("a product", () => {
  test("of the http driver has a vendor, of its own organization, and no other driver has", async () => {
    const plain = await makeProduct(here);
    const set = (change: string) => `UPDATE products SET ${change} WHERE id = $1::uuid`;
    await refused(set("vendor_id = NULL"), /products_vendor/, product.id);
    await refused(set("provisioning_driver = 'manual'"), /products_vendor/, product.id);
    await refused(set("provisioning_driver = 'http'"), /products_vendor/, plain.id);
    await refused(
      "UPDATE products SET vendor_id = $2::uuid WHERE id = $1::uuid",
      /products_organization_id_vendor_id_fkey/,
      product.id,
      foreignVendorId,
    );
  });

  test("keeps its vendor", async () => {
    const why = /products_organization_id_vendor_id_fkey/;
    await refused("DELETE FROM vendors WHERE id = $1::uuid", why, product.vendorId);
  });
});

test("attempts at a task are numbered once and for all", async () => {
  const { id } = await makeTask(here);
  const set = (change: string) => `UPDATE provisioning_tasks SET ${change} WHERE id = $1::uuid`;
  await owner().$executeRawUnsafe(set("attempts = 2"), id);
  await refused(set("attempts = 1"), /numbered once and for all/, id);
  await refused(set("earlier_attempts = 3"), /provisioning_tasks_earlier_attempts/, id);
  await refused(set("round = 2"), /provisioning_tasks_round/, id);
});

test("a task of the http driver has a vendor, and only one that is under way was accepted", async () => {
  const { id } = await makeTaskOf(here, product.id);
  const simulated = await makeTask(here);
  const set = (change: string) => `UPDATE provisioning_tasks SET ${change} WHERE id = $1::uuid`;
  await refused(set("vendor_id = NULL"), /provisioning_tasks_vendor/, id);
  await refused(set("driver = 'http'"), /provisioning_tasks_vendor/, simulated.id);
  await refused(set("accepted_at = now()"), /provisioning_tasks_accepted/, id);
  const underWay = "accepted_at = now(), state = 'in_progress'";
  await refused(set(underWay), /provisioning_tasks_accepted/, id);
  await refused(set(`${underWay}, next_attempt_at = now()`), /provisioning_tasks_accepted/, simulated.id);
});

test.each([
  ["'gopher://agency'", "repeat('s', 32)", 5, /credit_checks_endpoint/],
  ["'https://agency.example.com'", "'short'", 5, /credit_checks_secret/],
  ["'https://agency.example.com'", "repeat('s', 32)", 0, /credit_checks_timeout/],
])("a credit check never has %s, %s, %i", async (endpoint, secret, seconds, why) => {
  await refused(
    `INSERT INTO credit_checks (organization_id, endpoint, secret, timeout_seconds)
     VALUES ($1::uuid, ${endpoint}, ${secret}, ${seconds})`,
    why,
    here.organizationId,
  );
});

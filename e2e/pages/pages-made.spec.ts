import type { Page } from "@playwright/test";
import type { BrowserOrganization } from "../fixtures/backstage";
import { expectReadable, expectSound } from "../fixtures/looks";
import { deliver, execute, makeOrder, openNewOrder, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

/** The pages and dialogs that are there only after something was done; the rest is in pages.spec.ts. */

test("/login", async ({ page }) => {
  await expectSound(page, "/login");
});

test("/forgot-password", async ({ page }) => {
  await expectSound(page, "/forgot-password");
});

test("/welcome/[secret], /new-password/[secret] and /confirm-email/[secret], open and over", async ({
  ask,
  organization,
  page,
}) => {
  for (const path of await ask<string[]>("links", organization.operator)) {
    await expectSound(page, path);
    await expectSound(page, `${path.slice(0, path.lastIndexOf("/"))}/over`);
  }
});

test("the dialog with a link, and a user who is invited", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/users/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Ida Invited");
  await page.getByRole("textbox", { name: "Email" }).fill(`ida.${Date.now()}@people.example`);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("dialog", { name: "Link for Ida Invited" })).toBeVisible();
  await expectReadable(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("table", { name: "Users" })).toBeVisible();
  await expectSound(page, "/setup/users?invited=true");
  await page.getByRole("link", { name: "Ida Invited" }).click();
  await expect(page.getByRole("heading", { name: "Invitation" })).toBeVisible();
  await expectSound(page, new URL(page.url()).pathname);
});

test("a page that one's role does not include", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await expectSound(page, "/setup/users");
  await expect(page.getByRole("heading", { level: 1, name: "does not include" })).toBeVisible();
});

test("a role of the organization, and a user who has it", async ({ ask, organization, signedIn }) => {
  const { roleId } = await ask<{ roleId: string }>("roleWith", organization.operator, [
    "order:edit",
    "payment:record",
  ]);
  const page = await signedIn(organization.administrator);
  await expectSound(page, `/setup/roles/${roleId}`);
  await expectSound(page, "/setup/roles");
  await page.goto(`/setup/users?roleId=${roleId}`);
  await page.getByRole("link", { name: "Cleo Custom" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cleo Custom" })).toBeVisible();
  await expectSound(page, new URL(page.url()).pathname);
});

/** Of two services, for an account that may owe anything; its page is open then. */
const orderTwo = (page: Page, { accounts, products }: BrowserOrganization) =>
  openNewOrder(
    page,
    accounts[0],
    products.map((product) => ({ product })),
  );

for (const name of ["Execute Order", "Cancel order", "Order Delivery"]) {
  test(`the dialog ${name}`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.operator);
    await orderTwo(page, organization);
    if (name === "Order Delivery") {
      await page.getByRole("checkbox", { name: `Select ${organization.products[0]}` }).check();
      await page.getByRole("button", { name: "Actions" }).click();
      await page.getByRole("menuitem", { name }).click();
    } else await page.getByRole("button", { name }).click();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await expectReadable(page);
  });
}

test("a sub-order's page", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const code = await orderTwo(page, organization);
  await deliver(page, organization.products[0]);
  await expectSound(page, `/orders/${code}-1`);
});

for (const tabs of [
  ["sub-orders", "invoices"],
  ["subscriptions", "history"],
]) {
  test(`an order's tabs ${tabs.join(" and ")}`, async ({ organization, signedIn }) => {
    const page = await signedIn(organization.operator);
    const code = await orderTwo(page, organization);
    await deliver(page, organization.products[0]);
    await execute(page);
    await expect(status(page)).toHaveText("Executed");
    for (const tab of tabs) {
      await expectSound(page, `/orders/${code}?tab=${tab}`);
      await expect(page.getByRole("tabpanel")).toHaveAttribute("aria-busy", "false");
    }
  });
}

test("an order's page has its title at any moment, also while it is brought up to date", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await orderTwo(page, organization);
  const titles: string[] = [];
  await page.exposeFunction("sayTitle", (title: string) => titles.push(title));
  await page.evaluate(() => {
    const { sayTitle } = window as unknown as { sayTitle: (title: string) => void };
    new MutationObserver(() => sayTitle(document.title)).observe(document.head, {
      childList: true,
      subtree: true,
    });
  });
  const colleague = await signedIn(organization.administrator);
  await colleague.goto(`/orders/${code}`);
  await execute(colleague);
  await expect(status(page)).toHaveText("Executed");
  expect(titles).toContain(`Order ${code} · Order Desk`);
  expect(titles).not.toContain("");
});

test("/orders/bulk/[id]", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  await page.goto("/orders");
  await page.getByRole("checkbox", { name: `Select ${code}` }).check();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Execute", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Execute 1 order" }).click();
  await page.getByRole("link", { name: "Show progress" }).click();
  await page.waitForURL(/\/orders\/bulk\/.+/);
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Finished");
  await expectSound(page, new URL(page.url()).pathname);
});

test("/setup/api-keys/[id]", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/api-keys/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Warehouse");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("textbox", { name: "API key" })).toHaveValue(/^od_/);
  await expectReadable(page);
  await page.getByRole("link", { name: "Done" }).click();
  await page.waitForURL(/\/setup\/api-keys\/[0-9a-f-]{36}$/);
  await expectSound(page, new URL(page.url()).pathname);
  for (const name of ["Rotate", "Revoke"]) {
    await page.getByRole("button", { name: `${name} key` }).click();
    const dialog = page.getByRole("dialog", { name: `${name} Warehouse` });
    await expect(dialog).toBeVisible();
    await expectReadable(page);
    await dialog.getByRole("button", { name: "Back" }).click();
  }
});

test("/setup/webhooks/[id]", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/setup/webhooks/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Warehouse");
  await page.getByRole("textbox", { name: "Address" }).fill("https://warehouse.example/events");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByRole("textbox", { name: "Signing secret" })).toHaveValue(/^whsec_/);
  await expectReadable(page);
  await page.getByRole("link", { name: "Done" }).click();
  await page.waitForURL(/\/setup\/webhooks\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Send test event" }).click();
  const table = page.getByRole("table", { name: "Deliveries" });
  await expect(table.getByRole("row").filter({ hasText: "Failed" })).toBeVisible();
  await expectSound(page, new URL(page.url()).pathname);
  const path = new URL(page.url()).pathname;
  await expectSound(page, `${path}/edit`);
  await page.goto(path);
  for (const name of ["Replay events", "Rotate secret", "Delete webhook"]) {
    await page.getByRole("button", { name }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await expectReadable(page);
    await dialog.getByRole("button", { name: "Back" }).click();
  }
});

test("/storefront/payments/[id]", async ({ shop, signedIn }) => {
  const page = await signedIn(shop.poorCustomer);
  await page.goto("/storefront");
  await page.getByRole("link", { name: shop.product }).first().click();
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("10");
  await page.getByRole("button", { name: "Add to basket" }).click();
  await page.getByRole("link", { name: "Go to basket" }).first().click();
  await page.getByRole("button", { name: /^Pay .* now$/ }).click();
  await page.waitForURL(/\/storefront\/payments\/.+/);
  await expectSound(page, new URL(page.url()).pathname);
});

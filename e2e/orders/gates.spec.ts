import type { Page } from "@playwright/test";
import { addItem, execute, makeExecutedOrder, openNewOrder, openTab, pick, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

/** Of each gate: a held order says why, is cleared the way it said, and executes. */

const ribbonOf = (page: Page) => page.getByRole("region", { name: "Why not executed" });

test("credit: the limit is raised, and every open page of the order and the dashboard hears of it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.poorAccount, [{ product: organization.products[0] }]);
  await expect(ribbonOf(page)).toContainText("€2.00 short");
  await expect(ribbonOf(page)).toContainText("or an administrator raises its credit limit.");

  const watcher = await signedIn(organization.manager);
  await watcher.goto("/dashboard");
  const unexecuted = watcher.getByRole("region", { name: "Unexecuted Orders" });
  await unexecuted.getByRole("button", { name: "Held by" }).click();
  await watcher.getByRole("menuitemcheckbox", { name: "Held by credit", exact: true }).click();
  await expect(watcher).toHaveURL(/\?held=credit$/);
  await expect(unexecuted.getByRole("row").filter({ hasText: code })).toContainText("2.00 short");

  const raiser = await signedIn(organization.administrator);
  await raiser.goto(`/orders/${code}`);
  await ribbonOf(raiser)
    .getByRole("link", { name: `Open ${organization.poorAccount}` })
    .click();
  await raiser.getByRole("link", { name: "Edit" }).click();
  await raiser.getByRole("textbox", { name: "Credit limit" }).fill("12");
  await raiser.getByRole("button", { name: "Save" }).click();
  await expect(raiser.getByRole("region", { name: "Credit" })).toContainText("€12.00");

  await expect(unexecuted.getByRole("row").filter({ hasText: code })).toBeHidden();
  await expect(unexecuted).toContainText("No unexecuted orders match “Held by credit”");
  await unexecuted.getByRole("button", { name: "Held by credit" }).click();
  await watcher.getByRole("menuitemcheckbox", { name: "Group by gate" }).click();
  await expect(watcher).toHaveURL(/\?group=held$/);
  const table = unexecuted.getByRole("table", { name: "Unexecuted Orders" });
  await expect(table.getByRole("rowheader", { name: "Held by nothing" })).toBeVisible();
  await expect(table.getByRole("rowheader", { name: "Held by credit" })).toBeHidden();

  await expect(ribbonOf(page)).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
  await expect(table.getByRole("row").filter({ hasText: code })).toBeHidden();
});

test("configuration: the values are filled in", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await openNewOrder(page, organization.accounts[1], [{ product: organization.configuredProduct }]);
  const ribbon = ribbonOf(page);
  await expect(ribbon).toContainText("Domain Registration still needs Domain name.");

  await execute(page);
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("still needs Domain name");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Execute Order" })).toBeFocused();
  await expect(status(page)).toHaveText("Submitted");
  await expect(ribbon).toContainText("Last refused");

  await ribbon.getByRole("link", { name: "Fill in the values" }).click();
  const missing = page.getByRole("textbox", { name: "Domain name of Domain Registration" });
  await expect(missing).toBeFocused();
  await missing.fill("harbour.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(ribbon).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
  const history = await openTab(page, "History");
  await expect(history).toContainText("Execution refused");
  await expect(history).toContainText("Domain name empty → harbour.example");
});

test("credit: who may, overrides it with a reason", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.poorAccount, [
    { product: organization.products[0], quantity: "2" },
  ]);
  const ribbon = ribbonOf(page);
  await expect(ribbon).toContainText("€14.00 short");
  await expect(ribbon.getByRole("link", { name: `Open ${organization.poorAccount}` })).toBeVisible();
  await execute(page);
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  await expect(dialog.getByRole("alert")).toContainText("€14.00 short");
  await expect(status(page)).toHaveText("Submitted");
  await expect(dialog.getByRole("checkbox")).toHaveCount(0);

  const administrator = await signedIn(organization.administrator);
  await administrator.goto(`/orders/${code}`);
  await ribbonOf(administrator).getByRole("link", { name: "Execute it with a reason" }).click();
  const override = administrator.getByRole("dialog", { name: "Execute Order" });
  await override.getByRole("checkbox", { name: "Execute although credit is missing" }).check();
  await override.getByRole("button", { name: "Execute" }).click();
  await expect(override.getByText("Enter a reason.")).toBeVisible();
  await override.getByRole("textbox", { name: "Reason" }).fill("Agreed with finance");
  await override.getByRole("button", { name: "Execute" }).click();
  await expect(status(administrator)).toHaveText("Executed");
  await expect(await openTab(administrator, "History")).toContainText("Agreed with finance");
});

test("non-automatic: a BSS user executes it", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.accounts[0], [
    { product: organization.nonAutomaticProduct },
  ]);
  await expect(ribbonOf(page)).toContainText(
    `${organization.nonAutomaticProduct} is not executed automatically.`,
  );
  await expect(ribbonOf(page)).toContainText("A BSS user executes the order.");

  const reader = await signedIn(organization.manager);
  await reader.goto("/dashboard");
  const manual = reader.getByRole("region", { name: "Orders for manual management" });
  await expect(manual.getByRole("link", { name: code })).toBeVisible();
  await reader.goto("/dashboard?held=non_automatic");
  const row = reader
    .getByRole("table", { name: "Unexecuted Orders" })
    .getByRole("row")
    .filter({ hasText: code });
  await expect(row).toContainText("Manual execution");
  await row.getByRole("link", { name: code }).click();
  await expect(ribbonOf(reader)).toBeVisible();
  await expect(reader.getByRole("button", { name: "Execute Order" })).toBeHidden();
  await expect(ribbonOf(reader).getByRole("link")).toHaveCount(0);

  await ribbonOf(page).getByRole("link", { name: "Execute it" }).click();
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  await dialog.getByRole("button", { name: "Execute" }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/${code}$`));
  await expect(status(page)).toHaveText("Executed");
  await expect(status(reader)).toHaveText("Executed");
  await expect(ribbonOf(reader)).toBeHidden();
});

test("subscription: what adds to a cancelled one is taken out", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  const [account] = organization.accounts;
  const [mail, server] = organization.products;
  const bought = await makeExecutedOrder(page, account, [{ product: mail }]);

  await page.goto("/orders/new");
  await pick(page, "Account", account);
  await addItem(page, server);
  await addItem(page, mail, "3");
  await page.getByRole("combobox", { name: `Type of ${mail}` }).selectOption("Quantity change");
  await page.getByRole("combobox", { name: `Subscription of ${mail}` }).click();
  await page.getByRole("option").filter({ hasText: mail }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await expect(ribbonOf(page)).toBeHidden();

  const reverser = await signedIn(organization.administrator);
  await reverser.goto(`/orders/${bought}`);
  await reverser.getByRole("button", { name: "Reverse execution" }).click();
  const dialog = reverser.getByRole("dialog", { name: "Reverse execution" });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Ordered twice");
  await dialog.getByRole("button", { name: "Reverse execution" }).click();
  await expect(status(reverser)).toHaveText("Canceled");

  await page.reload();
  await expect(ribbonOf(page)).toContainText(`The subscription that ${mail} adds to was canceled.`);
  await expect(ribbonOf(page)).toContainText("remove the item with Edit");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("row", { name: mail }).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(ribbonOf(page)).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
});

test("an inactive account: its people look and order nothing, its orders wait, and it is activated again", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [account] = organization.accounts;
  const code = await openNewOrder(page, account, [{ product: organization.products[0] }]);
  await page.getByRole("link", { name: account }).first().click();
  await page.getByRole("link", { name: "Edit" }).click();
  const active = page.getByRole("switch", { name: "Active" });
  await active.uncheck();
  await expect(page.getByText("1 open order waits until the account is active again.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/inactive\. 1 open order waits/)).toBeVisible();

  const customer = await signedIn(organization.customer);
  await customer.goto("/storefront");
  await expect(customer.getByRole("region", { name: "Your account" })).toContainText(
    `Your account is not active. You can look at everything, and order again once it is active. Contact ${organization.name}`,
  );
  await customer.goto(`/storefront/billing/orders/${code}`);
  await expect(customer.getByText("The order stays as it is until then.")).toBeVisible();

  await page.goto(`/orders/${code}`);
  await expect(ribbonOf(page)).toContainText(`The account ${account} is not active.`);
  await execute(page);
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("is not active");
  await page.keyboard.press("Escape");
  await ribbonOf(page)
    .getByRole("link", { name: `Open ${account}` })
    .click();
  await page.getByRole("link", { name: "Edit" }).click();
  await active.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: account })).toBeVisible();
  await page.goto(`/orders/${code}`);
  await expect(ribbonOf(page)).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
});

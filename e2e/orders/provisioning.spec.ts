import { makeExecutedOrder, openTab } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("what a person provisions is marked failed, retried and done, and a second browser sees it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await makeExecutedOrder(page, organization.accounts[0], [
    { product: organization.manualProduct },
  ]);
  await page.goto("/subscriptions?provisioning=pending");
  await page.getByRole("link", { name: organization.manualProduct }).click();
  const provisioning = page.getByRole("status", { name: "Provisioning" });
  await expect(provisioning).toHaveText("Pending");

  const watcher = await signedIn(organization.manager);
  await watcher.goto(page.url());
  await expect(watcher.getByRole("button", { name: "Mark failed" })).toBeHidden();

  await page.getByRole("button", { name: "Mark failed" }).click();
  const dialog = page.getByRole("dialog", { name: "Mark failed" });
  await dialog.getByRole("button", { name: "Mark failed" }).click();
  await expect(dialog.getByText("Enter the reason.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("No rack is free before May");
  await dialog.getByRole("button", { name: "Mark failed" }).click();
  await expect(provisioning).toHaveText("Failed");
  await expect(watcher.getByRole("status", { name: "Provisioning" })).toHaveText("Failed");
  await expect(watcher.getByText("No rack is free before May")).toBeVisible();

  await page.getByRole("button", { name: "Retry" }).click();
  await expect(provisioning).toHaveText("Pending");
  await page.getByRole("button", { name: "Mark provisioned" }).click();
  await expect(provisioning).toHaveText("Provisioned");
  await expect(watcher.getByRole("status", { name: "Provisioning" })).toHaveText("Provisioned");
  await expect(page.getByRole("button", { name: "Retry" })).toBeHidden();

  await page.goto(`/orders/${code}`);
  const history = await openTab(page, "History");
  await expect(history).toContainText("No rack is free before May");
});

test("what a vendor provisions is done by the worker, in sight", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await makeExecutedOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  await page.goto("/subscriptions");
  await page.getByRole("link", { name: organization.products[0] }).first().click();
  await expect(page.getByRole("status", { name: "Provisioning" })).toHaveText("Provisioned");
});

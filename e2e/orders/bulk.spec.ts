import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/looks";
import { cell, path as orderStatusPath, row, saveButton, saved } from "../fixtures/order-status";
import { makeOrder, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

async function choose(page: Page, action: "Execute" | "Set status" | "Cancel") {
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

const results = (page: Page) => page.getByRole("table", { name: "Results" });
const state = (page: Page) => page.getByRole("status", { name: "State" });

test("selected orders are executed in the background, and what was refused is tried again", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const good = await makeOrder(page, organization.accounts[0], [{ product: mail }, { product: server }]);
  const held = await makeOrder(page, organization.accounts[0], [{ product: organization.configuredProduct }]);

  await page.goto("/orders");
  for (const code of [good, held]) await page.getByRole("checkbox", { name: `Select ${code}` }).check();
  await choose(page, "Execute");
  const dialog = page.getByRole("dialog", { name: "Execute 2 orders" });
  await expect(dialog.getByRole("listitem")).toHaveText(["1 can be executed", "1 held by configuration"]);
  await dialog.getByRole("radio", { name: "All 2" }).check();
  await dialog.getByRole("button", { name: "Execute 2 orders" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Show progress" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Execute 2 orders" })).toBeVisible();
  await expect(state(page)).toHaveText("Finished");
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "1 of 2 done, 1 refused");
  await expect(results(page).getByRole("row").filter({ hasText: good })).toContainText("Done");
  await expect(results(page).getByRole("row").filter({ hasText: held })).toContainText(
    "still needs Domain name",
  );
  await expectAccessible(page);

  await page.getByRole("button", { name: "Result" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Refused" }).click();
  await page.keyboard.press("Escape");
  await expect(results(page).getByRole("link")).toHaveText([held]);
  await results(page).getByRole("link", { name: held }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Domain name" }).fill("harbour.example");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/orders/${held}$`));

  await page.goto("/orders");
  await page.getByRole("link", { name: "Bulk runs" }).click();
  await page
    .getByRole("table", { name: "Bulk runs" })
    .getByRole("link", { name: "Execute 2 orders" })
    .click();
  await page.getByRole("button", { name: "Retry 1 order" }).click();
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "2 of 2 done");
  await expect(state(page)).toHaveText("Finished");
  await page.reload();
  await expect(results(page).getByRole("row").filter({ hasText: held })).toContainText("Done");
});

test("all that match the filter are cancelled, beyond the page, and a colleague watches", async ({
  organization,
  signedIn,
}) => {
  test.slow();
  const page = await signedIn(organization.operator);
  const [account, other] = organization.accounts;
  const kept = await makeOrder(page, other, [{ product: organization.products[0] }]);
  for (let order = 0; order < 3; order++) {
    await makeOrder(page, account, [{ product: organization.products[0] }]);
  }

  await page.goto(`/orders?q=${account.split(" ")[0]}&limit=2`);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  await page.getByRole("button", { name: "Select all 3 orders" }).click();
  await expect(page.getByText("3 orders selected")).toBeVisible();
  await choose(page, "Cancel");
  const dialog = page.getByRole("dialog", { name: "Cancel 3 orders" });
  await expect(dialog.getByRole("listitem")).toHaveText(["3 can be canceled"]);
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Season over");

  const colleague = await signedIn(organization.manager);
  await colleague.goto("/orders/bulk");
  await expect(colleague.getByText("There is no bulk run yet")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel 3 orders" }).click();
  const run = colleague.getByRole("row").filter({ hasText: "Cancel 3 orders" });
  await expect(run).toContainText("3 of 3 done");
  await expect(run).toContainText("Finished");
  await expect(run).toContainText("Reason: Canceled, Comment: Season over");
  await run.getByRole("link").click();
  await expect(colleague.getByText("Reason: Canceled, Comment: Season over")).toBeVisible();
  await expect(state(colleague)).toHaveText("Finished");
  await expect(colleague.getByRole("button", { name: "Retry" })).toBeHidden();

  await page.goto(`/orders/${kept}`);
  await expect(page.getByRole("status", { name: "Status", exact: true })).toHaveText("Submitted");
});

test("several orders get a status of one's own at once, with a comment in the history of each", async ({
  organization,
  signedIn,
}) => {
  const administrator = await signedIn(organization.administrator);
  await administrator.goto(orderStatusPath);
  const added = row(administrator, "New status");
  await cell(added, "textbox", "Description").fill("Awaiting documents");
  await cell(added, "button", "Add").click();
  await saveButton(administrator).click();
  await expect(saved(administrator, "1 added")).toBeVisible();

  const page = await signedIn(organization.operator);
  const items = [{ product: organization.products[0] }];
  const codes = [
    await makeOrder(page, organization.accounts[0], items),
    await makeOrder(page, organization.accounts[1], items),
  ];
  await page.goto("/orders");
  for (const code of codes) await page.getByRole("checkbox", { name: `Select ${code}` }).check();
  await choose(page, "Set status");
  const dialog = page.getByRole("dialog", { name: "Set status of 2 orders" });
  await expect(dialog.getByRole("listitem")).toHaveText(["2 can get the status"]);
  await dialog.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "Awaiting documents" }).click();
  await dialog.getByRole("textbox", { name: "Comment" }).fill("The lease is missing");
  await dialog.getByRole("button", { name: "Set status of 2 orders" }).click();
  await page.getByRole("link", { name: "Show progress" }).click();
  await expect(state(page)).toHaveText("Finished");
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "2 of 2 done");

  for (const code of codes) {
    await page.goto(`/orders/${code}?tab=history`);
    await expect(status(page)).toHaveText("Awaiting documents");
    await expect(page.getByRole("tabpanel", { name: "History" })).toContainText("The lease is missing");
  }
});

test("a run is stopped, found again as it was, and what is left is done", async ({
  organization,
  signedIn,
  ask,
}) => {
  const waiting = await ask<{ product: string; gate: string }>("waitingOrders", organization.operator, 20);
  const { product, gate } = waiting;
  const page = await signedIn(organization.operator);
  await page.goto(`/orders?q=${encodeURIComponent(product)}`);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  await choose(page, "Execute");
  const dialog = page.getByRole("dialog", { name: "Execute 20 orders" });
  await dialog.getByRole("button", { name: "Execute 20 orders" }).click();
  await page.getByRole("link", { name: "Show progress" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(state(page)).toHaveText("Stopped");

  // What was under way when it stopped still ends.
  await ask("openGate", gate);
  const retry = page.getByRole("button", { name: /^Retry \d+ orders?$/ });
  await expect(results(page).getByRole("row").filter({ hasText: "Running" })).toHaveCount(0);
  await page.reload();
  await expect(state(page)).toHaveText("Stopped");
  const left = Number(/\d+/.exec((await retry.textContent()) ?? "")?.[0]);
  expect(left).toBeGreaterThan(0);
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", `${20 - left} of 20 done`);
  await retry.click();
  await expect(state(page)).toHaveText("Finished");
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "20 of 20 done");
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/looks";
import {
  addItem,
  execute,
  makeOrder,
  openExecutedOrder,
  openNewOrder,
  openTab,
  pick,
  status,
} from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

const save = (page: Page) => page.getByRole("button", { name: "Save" });
const items = (page: Page) => page.getByRole("grid", { name: "Items" });

test("the list is searched and filtered, and its address shows a colleague the same", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail] = organization.products;
  const first = await openExecutedOrder(page, organization.accounts[0], [{ product: mail }]);
  const second = await makeOrder(page, organization.accounts[1], [{ product: mail }]);

  await page.goto("/orders");
  const table = page.getByRole("table", { name: "Orders" });
  const row = (code: string) => table.getByRole("row").filter({ hasText: code });
  for (const name of ["Order", "Account", "Source", "Order date", "Status", "Total"]) {
    await expect(table.getByRole("columnheader", { name, exact: true })).toBeVisible();
  }
  await expect(table.getByRole("link")).toHaveText([second, first]);
  await table.getByRole("button", { name: "Order", exact: true }).click();
  await expect(table.getByRole("link")).toHaveText([first, second]);
  await expect(page).toHaveURL(/sort=number/);
  await table.getByRole("button", { name: "Order", exact: true }).click();
  await expect(table.getByRole("link")).toHaveText([second, first]);
  // By No.: Submitted, then Executed.
  await table.getByRole("button", { name: "Status" }).click();
  await expect(page).toHaveURL(/sort=status/);
  await expect(table.getByRole("link")).toHaveText([second, first]);
  await table.getByRole("button", { name: "Status" }).click();
  await expect(page).toHaveURL(/sort=-status/);
  await expect(table.getByRole("link")).toHaveText([first, second]);

  await page.getByRole("searchbox", { name: "Search orders" }).fill("violet");
  await expect(row(first)).toBeHidden();
  await expect(row(second)).toBeVisible();
  await page.getByRole("searchbox", { name: "Search orders" }).fill("");
  await expect(row(first)).toBeVisible();

  await page.getByRole("button", { name: "Status", expanded: false }).click();
  await page.getByRole("menuitemcheckbox", { name: "Executed" }).click();
  await page.keyboard.press("Escape");
  await expect(row(second)).toBeHidden();
  await pick(page, "Filter by account", organization.accounts[1]);
  await expect(page.getByText("Nothing matches")).toBeVisible();

  const colleague = await signedIn(organization.manager);
  await colleague.goto(page.url());
  await expect(colleague.getByText("Nothing matches")).toBeVisible();
  await colleague.getByRole("button", { name: "Remove filter Status: Executed" }).click();
  await expect(colleague.getByRole("table", { name: "Orders" }).getByRole("link")).toHaveText([second]);
  await expect(colleague.getByRole("link", { name: "New order" })).toBeHidden();
  await expect(colleague.getByRole("button", { name: "Actions" })).toBeHidden();
  await colleague.goto(`/orders/${second}`);
  for (const name of ["Execute Order", "Edit", "Cancel order", "Copy", "Change status", "Actions"]) {
    await expect(colleague.getByRole("button", { name, exact: true })).toBeHidden();
  }
});

test("the list is downloaded as it is filtered", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const code = await makeOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  const answer = await page.request.get("/orders/export?q=harbour");
  expect(answer.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toMatch(
    new RegExp(`${code},Harbour Logistics ${code},Harbour Logistics,A\\d+,Harbour Logistics,BSS,`),
  );
});

test("a second organization finds nothing of the first", async ({ organization, signedIn }) => {
  const owner = await signedIn("operator@example.com");
  await owner.goto("/orders");
  const link = owner.getByRole("table", { name: "Orders" }).getByRole("link").first();
  const code = (await link.textContent()) ?? "";
  expect(Number(code), "more orders than this test's own organization has").toBeGreaterThan(1100);

  const stranger = await signedIn(organization.administrator);
  for (const path of [`/orders/${code}`, `/orders/${code}/edit`, `/orders/${code}/print`]) {
    const answer = await stranger.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(stranger.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  await stranger.goto(`/orders?q=${code}`);
  await expect(stranger.getByText("Nothing matches")).toBeVisible();
});

test("an order is made by keyboard alone", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  await page.getByRole("combobox", { name: "Account", exact: true }).focus();
  await page.keyboard.type("harbour");
  await page.getByRole("option", { name: "Harbour Logistics" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Billing to" })).toHaveValue("Harbour Logistics");
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("Submitted");

  await page.getByRole("combobox", { name: "Product", exact: true }).focus();
  await page.keyboard.type("mail");
  await page.getByRole("option", { name: "Mail Hosting" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("spinbutton", { name: "Quantity", exact: true })).toBeFocused();
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await expect(items(page).getByRole("spinbutton", { name: "Units of Mail Hosting" })).toHaveValue("4");
  await expect(page.getByRole("combobox", { name: "Product", exact: true })).toBeFocused();

  await save(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/\d+$/);
  await expect(status(page)).toHaveText("Submitted");

  await page.getByRole("tab", { name: "Products" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("tabpanel", { name: "History" })).toContainText("4 × Mail Hosting");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Execute Order" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Start date").press("Enter");
  await expect(status(page)).toHaveText("Executed");

  await page.goto("/orders");
  await expect(page.getByRole("table", { name: "Orders" }).getByRole("link")).toHaveCount(1);
});

test("an order saved with an executing status is executed, or lands where its page says why not", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  for (const [account, wanted] of [
    [organization.accounts[0], "Executed"],
    [organization.poorAccount, "Submitted"],
  ] as const) {
    await page.goto("/orders/new");
    await pick(page, "Account", account);
    await addItem(page, organization.products[0], "3");
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Executed" }).click();
    await save(page).click();
    await page.waitForURL(/\/orders\/\d+$/);
    await expect(status(page)).toHaveText(wanted);
  }
  await expect(page.getByRole("region", { name: "Why not executed" })).toContainText("€26.00 short");
});

test("an edit offers what executing and cancelling need, asks first, and keeps what was typed", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail] = organization.products;
  const choose = async (name: string) => {
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name, exact: true }).click();
  };
  const units = items(page).getByRole("spinbutton", { name: `Units of ${mail}` });
  for (const [account, ends, told] of [
    [organization.accounts[0], "Executed", "saved"],
    [organization.poorAccount, "Submitted", "was not executed"],
  ] as const) {
    const code = await makeOrder(page, account, [{ product: mail }]);
    await page.goto(`/orders/${code}/edit`);
    await page.getByRole("combobox", { name: "Status" }).click();
    const list = page.getByRole("listbox", { name: "Status" });
    await expect(list.getByRole("option")).toHaveText(["Submitted", "Executed", "Canceled"]);
    await page.keyboard.press("Escape");
    await units.fill("3");
    await choose("Executed");
    await save(page).click();
    const dialog = page.getByRole("dialog", { name: "Save and execute order" });
    await expect(dialog.getByRole("region", { name: "What will be made" })).toContainText("€36.00");
    await dialog.getByRole("button", { name: "Back" }).click();
    await expect(units).toHaveValue("3");
    await save(page).click();
    await dialog.getByRole("button", { name: "Save and execute" }).click();
    await page.waitForURL(new RegExp(`/orders/${code}$`));
    await expect(page.getByText(told).first()).toBeVisible();
    await expect(status(page)).toHaveText(ends);
    await expect(page.getByText("€36.00").first()).toBeVisible();
  }
});

test("bad input is answered beside its field, and nothing typed is lost", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  await save(page).click();
  const account = page.getByRole("combobox", { name: "Account", exact: true });
  await expect(account).toHaveAttribute("aria-invalid", "true");
  await expect(account).toHaveAccessibleDescription("Choose one from the list.");
  await expect(page.getByText("Add at least one product.").first()).toBeVisible();

  await page.getByRole("button", { name: "Add item" }).click();
  await expect(page.getByText("Choose a product from the list.")).toBeVisible();
  for (const unknown of ["Nobody we know", "x".repeat(99)]) {
    await account.fill(unknown);
    await account.blur();
    await save(page).click();
    await expect(account).toHaveValue(unknown);
    await expect(account).toHaveAccessibleDescription("Choose one from the list.");
  }
  await pick(page, "Account", organization.accounts[0]);
  await addItem(page, organization.products[0]);

  const name = page.getByRole("textbox", { name: "Name" });
  const cell = (label: string) => items(page).getByRole("textbox", { name: label });
  const units = items(page).getByRole("spinbutton", { name: "Units of Mail Hosting" });
  const price = cell("Price of Mail Hosting");
  const discount = cell("Discount of Mail Hosting in percent");
  const bad = [
    [units, ["", "0", "-1", "1.5", "NaN", "1e3", "9999999", "many", "1.000", "🙂"]],
    [price, ["-1", "abc", "1,5", "1.23456", "Infinity", "9999999999999999", "🙂"]],
    [discount, ["101", "-5", "x", "1.2345", "NaN"]],
    [name, ["x".repeat(161), "tab\u0007bell"]],
  ] as const;
  for (const [field, values] of bad) {
    const before = await field.inputValue();
    for (const value of values) {
      await field.fill(value);
      await save(page).click();
      await expect(field, `“${value}”`).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveValue(value);
      await expect(field).toHaveAccessibleDescription(/\w/);
      await field.fill(before);
    }
  }

  await name.fill("مرحبا 🙂 <script>alert(1)</script>");
  await units.fill("7");
  await page.reload();
  await expect(page.getByText("What you typed before is here again.")).toBeVisible();
  await expect(units).toHaveValue("7");
  await save(page).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await expect(page.getByText("مرحبا 🙂 <script>alert(1)</script>").first()).toBeVisible();
});

test("an order is copied, and a second save of an edit is told who was first", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [mail, server] = organization.products;
  const code = await openNewOrder(page, organization.accounts[0], [{ product: mail, quantity: "2" }]);
  await page.getByRole("link", { name: "Copy" }).click();
  await expect(items(page).getByRole("spinbutton", { name: `Units of ${mail}` })).toHaveValue("2");
  await expect(page.getByRole("combobox", { name: "Account", exact: true })).toHaveValue(
    organization.accounts[0],
  );
  await save(page).click();
  await page.waitForURL(new RegExp(`/orders/(?!${code})\\d+$`));

  await page.goto(`/orders/${code}/edit`);
  await items(page).getByRole("spinbutton").fill("9");
  const other = await signedIn(organization.administrator);
  await other.goto(`/orders/${code}/edit`);
  await addItem(other, server);
  await other.getByRole("textbox", { name: "Name" }).fill("Renamed first");
  await save(other).click();
  await expect(other.getByText("Renamed first").first()).toBeVisible();

  await save(page).click();
  const conflict = page.getByRole("alert").filter({ hasText: "changed by somebody else" });
  await expect(conflict).toContainText("Renamed first");
  await expect(items(page).getByRole("spinbutton")).toHaveValue("9");
  await conflict.getByRole("button", { name: "Save mine over it" }).click();
  await page.waitForURL(new RegExp(`/orders/${code}$`));
  const history = await openTab(page, "History");
  await expect(history).toContainText(`${mail}: quantity 2 → 9`);
  // What only the other one changed stays as they saved it.
  await expect(page.getByText("Renamed first").first()).toBeVisible();
  await expect(await openTab(page, "Products")).toContainText(server);
});

test("once delivery has begun only configuration can be edited", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.accounts[0], [
    { product: organization.configuredProduct, quantity: "2" },
  ]);
  await page.getByRole("checkbox", { name: `Select ${organization.configuredProduct}` }).check();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Order Delivery" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Order Delivery" }).click();
  await expect(page.getByRole("link", { name: `${code}-1` })).toBeVisible();

  await page.goto(`/orders/${code}-1/edit`);
  await expect(page.getByText(`This is a sub-order of ${code}`)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Product", exact: true })).toBeHidden();
  await page.getByRole("textbox", { name: "Domain name of Domain Registration" }).fill("harbour.example");
  await save(page).click();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
  await page.goto(`/orders/${code}/edit`);
  await expect(page.getByRole("heading", { name: "cannot be edited" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a held order, a refusal and a faulty form, ${colorScheme}`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.operator);
    await page.emulateMedia({ colorScheme });
    await openNewOrder(page, organization.poorAccount, [
      { product: organization.products[0], quantity: "3" },
      { product: organization.configuredProduct },
    ]);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await expectAccessible(page);
    await execute(page);
    await page
      .getByRole("alert")
      .filter({ hasText: /not|Nothing/ })
      .waitFor();
    await expectAccessible(page);
    await page.goto("/orders/new");
    await save(page).click();
    await page.getByRole("alert").filter({ hasText: "Nothing was saved" }).waitFor();
    // The button fades back from waiting.
    await expect(save(page)).not.toHaveAttribute("data-loading");
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await expectAccessible(page);
  });
}

test("an order that was left unsaved is offered, and nothing of it is in the next one", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const [account, other] = organization.accounts;
  const [product] = organization.products;
  const customer = page.getByRole("combobox", { name: "Account", exact: true });
  const offer = page.getByRole("status").filter({ hasText: "You began an order" });
  await page.goto("/orders/new");
  await pick(page, "Account", account);
  await addItem(page, product, "3");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Orders" }).click();
  // A list without orders offers it twice.
  await page.getByRole("link", { name: "New order" }).first().click();

  await expect(offer).toContainText(`You began an order for ${account} with 1 item and did not save it.`);
  await expect(customer).toHaveValue("");
  await expect(items(page)).toBeHidden();
  // What is typed instead and what was left are both there after a reload, and one takes the other's place.
  await pick(page, "Account", other);
  await page.reload();
  await expect(customer).toHaveValue(other);
  await offer.getByRole("button", { name: "Continue with it" }).click();
  await expect(customer).toHaveValue(account);
  await expect(items(page).getByRole("spinbutton", { name: `Units of ${product}` })).toHaveValue("3");
  await expect(offer).toContainText(`You began an order for ${other} and did not save it.`);

  // A person who opens the page anew is asked, too.
  await page.goto("/orders/new");
  await expect(customer).toHaveValue("");
  await offer.getByRole("button", { name: "Continue with it" }).click();
  await save(page).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await page.goto("/orders/new");
  await expect(customer).toHaveValue("");
  await expect(offer).toBeHidden();
});

test("the payer's credit stands beside the totals while items are added", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/accounts/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Modest Payer");
  await page.getByRole("textbox", { name: "Credit limit" }).fill("15");
  await save(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Modest Payer" })).toBeVisible();

  await page.goto("/orders/new");
  await pick(page, "Account", "Modest Payer");
  await expect(page.getByText("Available credit of Modest Payer")).toBeVisible();
  await expect(page.getByLabel("Credit", { exact: true })).toContainText("€15.00");
  await addItem(page, organization.products[0], "1");
  const short = page.getByText(/This order needs .* more/);
  await page.getByRole("textbox", { name: `Price of ${organization.products[0]}` }).fill("20");
  await expect(short).toContainText("€9.00");
  await page.getByRole("textbox", { name: `Price of ${organization.products[0]}` }).fill("12.50");
  await expect(short).toBeHidden();
  // Nobody's credit is in the way where it is unlimited.
  await pick(page, "Billing to", organization.accounts[0]);
  await expect(page.getByText("Available credit of")).toBeHidden();

  await pick(page, "Billing to", "Modest Payer");
  await page.getByRole("textbox", { name: `Price of ${organization.products[0]}` }).fill("20");
  await save(page).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await page.goto(`${page.url()}/edit`);
  // The server says it before anything is typed, and the page afterwards.
  await expect(short).toContainText("€9.00");
  await page.getByRole("textbox", { name: `Price of ${organization.products[0]}` }).fill("21");
  await expect(short).toContainText("€10.20");
});

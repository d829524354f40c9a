import { addItem, execute, openExecutedOrder, openNewOrder, pick, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("an account is added and changed; a mistake is marked beside its field and nothing typed is lost", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/accounts");
  await page.getByRole("link", { name: "New account" }).click();
  const name = page.getByRole("textbox", { name: "Name" });
  const email = page.getByRole("textbox", { name: "Email" });
  const limit = page.getByRole("textbox", { name: "Credit limit" });
  const save = page.getByRole("button", { name: "Save" });

  await name.fill("Fjord Energy 🚢");
  await email.fill("nobody");
  await limit.fill("-5");
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeFocused();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Enter an email address, like name@example.com.")).toBeVisible();
  await expect(limit).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue("Fjord Energy 🚢");

  await email.fill("post@fjord.example");
  await page.reload();
  await expect(page.getByText("What you typed before is here again.")).toBeVisible();
  await expect(email).toHaveValue("post@fjord.example");
  await limit.fill("2500");
  await pick(page, "Billing to", organization.accounts[1]);
  await save.click();
  await expect(page.getByRole("heading", { level: 1, name: "Fjord Energy 🚢" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Credit" })).toContainText("€2,500.00");
  await expect(page.getByRole("region", { name: "Credit" })).toContainText(organization.accounts[1]);

  // Somebody else saves meanwhile: the second one is told, and keeps what was typed.
  const colleague = await signedIn(organization.administrator);
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(name).toHaveValue("Fjord Energy 🚢");
  await colleague.goto(page.url());
  await colleague.getByRole("textbox", { name: "Credit limit" }).fill("0");
  await colleague.getByRole("button", { name: "Save" }).click();
  await expect(colleague.getByRole("region", { name: "Credit" })).toContainText("Credit limit€0.00");
  await name.fill("Fjord Energy Group");
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "changed by somebody else" })).toBeVisible();
  await expect(name).toHaveValue("Fjord Energy Group");
});

test("a payment gives credit back, and the order that waited for it is executed", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const code = await openNewOrder(page, organization.poorAccount, [{ product: organization.products[0] }]);
  await execute(page);
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("credit");
  await page.keyboard.press("Escape");
  const why = page.getByRole("region", { name: "Why not executed" });
  await expect(why).toContainText("12.00");
  await why.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: organization.poorAccount })).toBeVisible();

  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog.getByRole("textbox", { name: "Amount" })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("textbox", { name: "Amount" }).fill("50");
  await dialog.getByRole("textbox", { name: "Reference" }).fill("Advance payment");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Credit" })).toContainText("€60.00");
  await expect(page.getByRole("table", { name: "Payments" })).toContainText("Advance payment");

  const freed = page.getByRole("region", { name: "Orders this payment frees" });
  await freed.getByRole("button", { name: `Execute order ${code}` }).click();
  const executing = page.getByRole("dialog", { name: "Execute Order" });
  await expect(executing.getByRole("region", { name: "What will be made" })).toContainText("€12.00");
  await executing.getByRole("button", { name: "Execute", exact: true }).click();
  await expect(freed).toBeHidden();
  await expect(page.getByText("Nothing is owed")).toBeVisible();
  const credit = page.getByRole("region", { name: "Credit" });
  await expect(credit).toContainText("Unpaid invoices€0.00");
  await expect(credit).toContainText("Paid ahead€38.00");
  await page.getByRole("table", { name: "Payments" }).getByRole("link", { name: /^INV-/ }).click();
  const payments = page.getByRole("table", { name: "Payments" });
  await expect(payments.getByRole("row", { name: /Advance payment/ })).toContainText("€12.00");
  await page.goto(`/orders/${code}`);
  await expect(why).toBeHidden();
  await expect(status(page)).toHaveText("Executed");
});

test("a payment is allocated as somebody chooses, and what does not fit is marked beside its invoice", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const item = [{ product: organization.products[0] }];
  for (let order = 0; order < 2; order++) {
    await openExecutedOrder(page, organization.accounts[0], item);
  }
  await page.getByRole("complementary").getByRole("link", { name: organization.accounts[0] }).first().click();
  const unpaid = page.getByRole("table", { name: "Unpaid invoices" });
  await expect(unpaid.getByRole("row")).toHaveCount(3);
  const numbers = (await unpaid.getByRole("link", { name: /^INV-/ }).allTextContents()).sort();
  const [older = "", newer = ""] = numbers;

  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  const submit = dialog.getByRole("button", { name: "Record payment" });
  const amountFor = (number: string) => dialog.getByRole("textbox", { name: `Amount for ${number}` });
  await dialog.getByRole("textbox", { name: "Amount (EUR)" }).fill("20");
  await expect(dialog.getByRole("radio", { name: "Oldest first" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Choose" }).check();
  await amountFor(newer).fill("13");
  await dialog.getByRole("radio", { name: "Oldest first" }).check();
  await dialog.getByRole("radio", { name: "Choose" }).check();
  await expect(amountFor(newer)).toHaveValue("13");
  await submit.click();
  await expect(amountFor(newer)).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByRole("alert")).toHaveText(`Only €12.00 of ${newer} is outstanding.`);
  await amountFor(newer).fill("12");
  await amountFor(older).fill("5");
  await submit.click();
  await expect(dialog).toBeHidden();

  await expect(unpaid.getByRole("row")).toHaveCount(2);
  await expect(unpaid.getByRole("row", { name: older })).toContainText("€7.00");
  const payment = page.getByRole("table", { name: "Payments" }).getByRole("row").last();
  await expect(payment).toContainText(`${older} €5.00`);
  await expect(payment).toContainText(`${newer} €12.00`);
  await expect(page.getByRole("region", { name: "Credit" })).toContainText("Paid ahead€3.00");
});

test.describe("a reader in Germany", () => {
  test.use({ locale: "de-DE" });

  test("types amounts as the page writes them, and sees what was read", async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.operator);
    await page.goto("/accounts");
    await page.getByRole("link", { name: organization.accounts[0], exact: true }).click();
    await page.getByRole("button", { name: "Record payment" }).click();
    const dialog = page.getByRole("dialog", { name: "Record payment" });
    const amount = dialog.getByRole("textbox", { name: "Amount (EUR)" });
    const submit = dialog.getByRole("button", { name: "Record payment" });
    const read = dialog.getByRole("status");

    for (const ambiguous of ["1.50", "12,34,5"]) {
      await amount.fill(ambiguous);
      await submit.click();
      await expect(amount).toHaveAttribute("aria-invalid", "true");
      await expect(amount).toHaveAccessibleDescription(
        `We can't read “${ambiguous}”. Write it like 1.234,56\u00a0€.`,
      );
      await expect(amount).toHaveValue(ambiguous);
    }
    await amount.fill("2.500,00");
    await expect(read).toHaveText("2.500,00\u00a0€");
    const place = await submit.boundingBox();
    await amount.fill("1.500");
    await expect(read).toHaveText("1.500,00\u00a0€");
    await amount.fill("");
    await expect(read).toHaveText("");
    expect(await submit.boundingBox()).toEqual(place);
    await amount.fill("1.500");
    await submit.click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("region", { name: "Credit" })).toContainText("1.500,00\u00a0€");
  });

  test("prices an item in the grid, and a reload brings back what was typed", async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.operator);
    await page.goto("/orders/new");
    await pick(page, "Account", organization.accounts[0]);
    const [product] = organization.products;
    await addItem(page, product);
    const row = page.getByRole("grid", { name: "Items" }).getByRole("row", { name: product, exact: true });
    const price = row.getByRole("textbox", { name: `Price of ${product}` });
    await expect(price).toHaveValue("10,00");
    await price.fill("1.500,25");
    await expect(row).toContainText("1.500,25\u00a0€");
    await row.getByRole("textbox", { name: `Discount of ${product}` }).fill("12,5");
    await page.reload();
    await expect(price).toHaveValue("1500,25");
    await price.fill("1.50");
    await expect(price).toHaveAttribute("aria-invalid", "true");
    await page.reload();
    await expect(price).toHaveValue("1.50");
    await expect(price).toHaveAttribute("aria-invalid", "true");
  });
});

test("of the orders that waited, a payment offers those that it covers, all at once", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const codes: string[] = [];
  for (const quantity of ["2", "5", "1"]) {
    codes.push(
      await openNewOrder(page, organization.poorAccount, [{ product: organization.products[0], quantity }]),
    );
  }
  const [first, second, third] = codes;
  await page.getByRole("complementary").getByRole("link", { name: organization.poorAccount }).first().click();
  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  await dialog.getByRole("textbox", { name: "Amount" }).fill("40");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  const freed = page.getByRole("table", { name: "Orders this payment frees" });
  await expect(freed.getByRole("row")).toHaveCount(3);
  for (const code of [first, third]) await expect(freed.getByRole("link", { name: code })).toBeVisible();
  await expect(freed.getByRole("link", { name: second })).toBeHidden();

  await page.getByRole("button", { name: "Execute all 2" }).click();
  await page.waitForURL(/\/orders\/bulk\//);
  await expect(page.getByText("2 of 2 done")).toBeVisible();
  await page.goto(`/orders/${third}`);
  await expect(status(page)).toHaveText("Executed");
});

test("a manager reads accounts and payments and changes none", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.manager);
  await page.goto("/accounts");
  await expect(page.getByRole("link", { name: "New account" })).toBeHidden();
  await page.getByRole("link", { name: organization.accounts[0] }).click();
  await expect(page.getByRole("heading", { level: 1, name: organization.accounts[0] })).toBeVisible();
  for (const name of ["Edit", "New order"]) await expect(page.getByRole("link", { name })).toBeHidden();
  await expect(page.getByRole("button", { name: "Record payment" })).toBeHidden();
  await page.goto("/accounts/new");
  await expect(page.getByRole("heading", { name: "Your role does not include this page" })).toBeVisible();
});

test("an operator sees a credit limit and why it is not theirs to change; the account's history says who changed it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/accounts/new");
  const limit = page.getByRole("textbox", { name: "Credit limit" });
  await expect(limit).toHaveAttribute("readonly");
  await expect(page.getByText("Only administrators can change a credit limit.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Ordinary Means");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Credit" })).toContainText("Credit limit€0.00");

  const administrator = await signedIn(organization.administrator);
  await administrator.goto(page.url());
  await administrator.getByRole("link", { name: "Edit" }).click();
  await administrator.getByRole("textbox", { name: "Credit limit" }).fill("250");
  await administrator.getByRole("button", { name: "Save" }).click();
  await expect(administrator.getByRole("region", { name: "Credit" })).toContainText("€250.00");
  await page.reload();
  const history = page.getByRole("table", { name: "History" });
  await expect(history.getByRole("row").filter({ hasText: "Changed" })).toContainText(
    "Credit limit: €0.00 → €250.00",
  );
});

test("a person who adds an account of a name that another one has is told once", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const [existing] = organization.accounts;
  await page.goto("/accounts/new");
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill(existing.toUpperCase());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "has this name already" })).toBeFocused();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/\/accounts\/new$/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: existing.toUpperCase() })).toBeVisible();
});

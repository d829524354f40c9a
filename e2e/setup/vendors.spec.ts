import { execute, makeExecutedOrder, openNewOrder, openTab, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("a vendor holds an order and says why; changed as it says, the order executes", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const items = [{ product: organization.scarceProduct, quantity: "7" }];
  const code = await openNewOrder(page, organization.accounts[0], items);
  await expect(page.getByRole("region", { name: "Why not executed" })).toBeHidden();
  await execute(page);
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  const why = "Seat Licence Vendor holds Seat Licence: Only 5 of these can be delivered at once.";
  await expect(dialog.getByRole("alert")).toContainText(why);
  await dialog.getByRole("button", { name: "Back" }).click();

  const ribbon = page.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText(why);
  await expect(status(page)).toHaveText("Submitted");
  await page.goto("/dashboard");
  const widget = page.getByRole("table", { name: "Unexecuted Orders" });
  await expect(widget.getByRole("row").filter({ hasText: code })).toContainText("Vendor");

  await page.goto(`/orders/${code}`);
  await ribbon.getByRole("link", { name: "Change the order" }).click();
  await page.getByRole("spinbutton", { name: "Units of Seat Licence" }).fill("5");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`**/orders/${code}`);
  await expect(ribbon).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
  await expect(await openTab(page, "History")).toContainText("Only 5 of these can be delivered at once.");
});

test("what its vendor refused shows why on the subscription, and Retry there has it done", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await makeExecutedOrder(page, organization.accounts[0], [{ product: organization.refusedProduct }]);
  await page.goto("/subscriptions");
  await page.getByRole("link", { name: organization.refusedProduct }).click();
  const provisioning = page.getByRole("status", { name: "Provisioning" });
  await expect(provisioning).toHaveText("Failed");
  await expect(page.getByText("The contract does not cover this.")).toBeVisible();
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(provisioning).toHaveText("Provisioned");
  await expect(page.getByRole("button", { name: "Retry" })).toBeHidden();
});

test("what its vendor has accepted is provisioned when it reports back", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await makeExecutedOrder(page, organization.accounts[0], [{ product: organization.reportedProduct }]);
  await page.goto("/subscriptions");
  await page.getByRole("link", { name: organization.reportedProduct }).click();
  await expect(page.getByRole("status", { name: "Provisioning" })).toHaveText("Provisioned");
  await expect(page.getByText("By Phone Number Vendor.")).toBeVisible();
});

test("the credit check says what it does not cover; made smaller as it says, the order executes", async ({
  organization,
  signedIn,
  ask,
}) => {
  await ask("agency", organization.administrator, "limited");
  const page = await signedIn(organization.operator);
  const [product] = organization.products;
  const code = await openNewOrder(page, organization.accounts[1], [{ product, quantity: "5" }]);
  await execute(page);
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  const why = `The credit check refuses €60.00 for ${organization.accounts[1]}: We cover at most 30 EUR at once.`;
  await expect(dialog.getByRole("alert")).toContainText(why);
  await dialog.getByRole("button", { name: "Back" }).click();

  const ribbon = page.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText(why);
  await page.goto("/dashboard?held=credit_check");
  const widget = page.getByRole("table", { name: "Unexecuted Orders" });
  await expect(widget.getByRole("row").filter({ hasText: code })).toContainText("Credit check");
  await page.goto(`/orders/${code}`);
  await ribbon.getByRole("link", { name: "Change the order" }).click();
  await page.getByRole("spinbutton", { name: `Units of ${product}` }).fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`**/orders/${code}`);
  await expect(ribbon).toBeHidden();
  await execute(page);
  await expect(status(page)).toHaveText("Executed");
});

test("an agency that does not answer holds the order; its address corrected, the order executes", async ({
  organization,
  signedIn,
  ask,
}) => {
  await ask("agency", organization.administrator, "mute");
  const page = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await openNewOrder(page, organization.accounts[1], [{ product, quantity: "2" }]);
  await execute(page);
  const dialog = page.getByRole("dialog", { name: "Execute Order" });
  const why = `The credit check did not answer within 1 second. It has to allow €24.00 for ${organization.accounts[1]}.`;
  await expect(dialog.getByRole("alert")).toContainText(why);
  await dialog.getByRole("button", { name: "Back" }).click();

  const ribbon = page.getByRole("region", { name: "Why not executed" });
  await expect(ribbon).toContainText(why);
  await ribbon.getByRole("link", { name: "Open the credit check" }).click();
  const form = page.getByRole("form", { name: "Credit check" });
  await form.getByRole("textbox", { name: "Address" }).fill(organization.agency);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Credit check saved")).toBeVisible();

  await page.goto(`/orders/${code}`);
  await ribbon.getByRole("link", { name: "Ask again" }).click();
  await dialog.getByRole("button", { name: "Execute" }).click();
  await expect(status(page)).toHaveText("Executed");
});

test("the credit check holds an order it does not cover, and who may override executes it with a reason", async ({
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup");
  await admin.getByRole("link", { name: "Credit check" }).click();
  const form = admin.getByRole("form", { name: "Credit check" });
  await form.getByRole("textbox", { name: "Address" }).fill("http://agency.example.com");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Enter an address that begins with https://.").first()).toBeVisible();
  await form.getByRole("textbox", { name: "Address" }).fill(organization.agency);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("textbox", { name: "Signing secret" })).toHaveValue(/^[\w-]{43}$/);

  const code = await openNewOrder(admin, organization.accounts[1], [
    { product: organization.products[0], quantity: "5" },
  ]);
  await execute(admin);
  const dialog = admin.getByRole("dialog", { name: "Execute Order" });
  await expect(dialog.getByRole("alert")).toContainText("The credit check answered with status 401.");
  await dialog.getByRole("checkbox", { name: "Execute although the credit check holds it" }).check();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The agency has the wrong secret");
  await dialog.getByRole("button", { name: "Execute" }).click();
  await expect(status(admin)).toHaveText("Executed");
  await admin.goto(`/orders/${code}`);
  await expect(await openTab(admin, "History")).toContainText("The agency has the wrong secret");
});

test("an administrator sets a vendor up and sells a product of it; nobody else can", async ({
  organization,
  signedIn,
}) => {
  const admin = await signedIn(organization.administrator);
  await admin.goto("/setup/vendors");
  await admin.getByRole("link", { name: "New vendor" }).click();
  await admin.getByRole("textbox", { name: "Name" }).fill("Meridian Registry");
  await admin.getByRole("textbox", { name: "Address" }).fill("vendor.example.com");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Enter an address that begins with https://.").first()).toBeVisible();
  await admin.getByRole("textbox", { name: "Address" }).fill("https://vendor.example.com/orders");
  await admin.getByRole("switch", { name: "Ask before an order is executed" }).check();
  await admin.getByRole("button", { name: "Save" }).click();
  const secret = await admin.getByRole("textbox", { name: "Signing secret" }).inputValue();
  expect(secret).toHaveLength(43);
  await admin.getByRole("link", { name: "Done" }).click();
  await admin
    .getByRole("table", { name: "Vendors" })
    .getByRole("link", { name: "Meridian Registry" })
    .click();
  await expect(admin.getByRole("textbox", { name: "Address" })).toHaveValue(
    "https://vendor.example.com/orders",
  );
  expect(await admin.content()).not.toContain(secret);

  await admin.goto("/products");
  await admin.getByRole("link", { name: "New product" }).click();
  const product = admin.getByRole("form", { name: "Product" });
  await product.getByRole("textbox", { name: "Code" }).fill("DOM-1");
  await product.getByRole("textbox", { name: "Name", exact: true }).fill("Domain name");
  await product.getByRole("textbox", { name: "Price" }).fill("14.00");
  await product.getByRole("textbox", { name: "Cost" }).fill("8.60");
  await product.getByRole("textbox", { name: "Tax" }).fill("19");
  await product.getByRole("combobox", { name: "Provisioned" }).selectOption("By its vendor");
  await product.getByRole("button", { name: "Save" }).click();
  await expect(product.getByText("Choose the vendor that provisions it.")).toBeVisible();
  await product.getByRole("combobox", { name: "Vendor" }).selectOption("Meridian Registry");
  await product.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Domain name" })).toBeVisible();
  await expect(admin.getByText("By Meridian Registry")).toBeVisible();

  await admin.getByRole("link", { name: "Edit" }).click();
  await product.getByRole("textbox", { name: "Price" }).fill("15.50");
  await product.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Domain name" })).toBeVisible();
  await expect(admin.getByText("15.50")).toBeVisible();

  const operator = await signedIn(organization.operator);
  await operator.goto("/products/DOM-1");
  await expect(operator.getByRole("heading", { level: 1, name: "Domain name" })).toBeVisible();
  await expect(operator.getByRole("link", { name: "Edit" })).toBeHidden();
  for (const path of ["/setup/vendors", "/setup/vendors/new", "/setup/credit-check", "/products/new"]) {
    await operator.goto(path);
    await expect(
      operator.getByRole("heading", { name: "Your role does not include this page" }),
    ).toBeVisible();
  }
});

import { endSession, withoutLive } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

test("a session that ran out loses nothing typed", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await withoutLive(page);
  await page.goto("/orders/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Kept over a sign-in");
  await page.getByRole("combobox", { name: "Account" }).fill(organization.accounts[0]);
  await page.getByRole("option", { name: organization.accounts[0] }).click();
  await endSession(page);
  await page.getByRole("button", { name: "Save" }).click();

  const notice = page.getByRole("alert").filter({ hasText: "Your session has ended" });
  await notice.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(organization.operator);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/orders\/new$/);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Kept over a sign-in");
  await expect(page.getByRole("combobox", { name: "Account" })).toHaveValue(organization.accounts[0]);
});

test("a deactivated user is out at once", async ({ organization, signedIn }) => {
  const operator = await signedIn(organization.operator);
  const administrator = await signedIn(organization.administrator);
  await administrator.goto(`/setup/users?q=${encodeURIComponent(organization.operator)}`);
  await administrator.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await administrator.getByRole("button", { name: "Deactivate" }).click();
  await administrator.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(administrator.getByRole("button", { name: "Activate", exact: true })).toBeVisible();

  await operator.goto("/orders");
  await expect(operator).toHaveURL(/\/login/);
  await operator.getByRole("textbox", { name: "Email" }).fill(organization.operator);
  await operator.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await operator.getByRole("button", { name: "Sign in" }).click();
  await expect(operator.getByRole("alert").filter({ hasText: "not active" })).toBeVisible();
});

test("a person sees where they are signed in and ends what they do not know, which is out at once", async ({
  organization,
  signedIn,
}) => {
  const [here, phone, laptop] = [
    await signedIn(organization.operator),
    await signedIn(organization.operator),
    await signedIn(organization.operator),
  ];
  await phone.goto("/dashboard");
  await laptop.goto("/dashboard");
  await here.goto("/dashboard");
  await here.getByRole("button", { name: /^User menu/ }).press("Enter");
  await here.getByRole("menuitem", { name: "Sessions" }).press("Enter");
  await expect(here.getByRole("heading", { name: "Sessions" })).toBeVisible();
  const sessions = here.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).toHaveCount(3);
  await expect(sessions.first()).toContainText("This session");
  await expect(sessions.first().getByRole("button")).toHaveCount(0);

  await sessions
    .nth(1)
    .getByRole("button", { name: /^End session/ })
    .press("Enter");
  await expect(sessions).toHaveCount(2);
  await here.getByRole("button", { name: "End all other sessions" }).press("Enter");
  await expect(here.getByText("You are signed in nowhere else.")).toBeVisible();
  await expect(sessions).toHaveCount(1);
  // Their open pages hear of it.
  for (const page of [phone, laptop]) await expect(page).toHaveURL(/\/login/);
});

test("a customer sees their sessions in the Storefront, and an administrator ends all of a user's", async ({
  organization,
  signedIn,
}) => {
  const customer = await signedIn(organization.customer);
  await customer.goto("/storefront");
  await customer.getByRole("button", { name: /^User menu/ }).click();
  await customer.getByRole("menuitem", { name: "Sessions" }).click();
  await expect(customer.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(1);

  const operator = await signedIn(organization.operator);
  await operator.goto("/dashboard");
  const administrator = await signedIn(organization.administrator);
  await administrator.goto(`/setup/users?q=${encodeURIComponent(organization.operator)}`);
  await administrator.getByRole("table", { name: "Users" }).getByRole("link").first().click();
  await administrator.getByRole("button", { name: "End all sessions" }).click();
  await expect(administrator.getByText(/^1 session of .* ended$/)).toBeVisible();
  await expect(operator).toHaveURL(/\/login/);
});

test("customers are led to the Storefront, from every page of BSS", async ({ signedIn }) => {
  const page = await signedIn("customer@example.com");
  for (const path of ["/dashboard", "/orders", "/setup/sales/orders/order-status"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/storefront$/);
  }
  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login$/);
});

test("everything opens by its name from the keyboard, and the theme stays", async ({ signedIn }) => {
  const page = await signedIn("admin@example.com");
  await page.goto("/");
  const search = page.getByRole("combobox", { name: "Search", exact: true });
  // Keys are heard once the page's scripts run.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await search.fill("order status");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Order Status" })).toBeVisible();

  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});

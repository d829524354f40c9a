import { expect, test } from "./fixtures/test";

test("a wrong password says so and keeps the email", async ({ page }) => {
  await page.goto("/login");
  await page.getByRole("textbox", { name: "Email" }).fill("admin@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("admin@example.com");
});

test("staff arrive at the dashboard, and a page that was asked for waits for sign-in", async ({
  page,
  signedIn,
}) => {
  await page.goto("/orders");
  await expect(page).toHaveURL(/\/login/);

  const operator = await signedIn("operator@example.com");
  await expect(operator).toHaveURL(/\/dashboard$/);
});

test("an organization sees nothing of another", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto("/orders");
  await expect(page.getByRole("table", { name: "Orders" }).getByRole("link")).toHaveCount(0);
});

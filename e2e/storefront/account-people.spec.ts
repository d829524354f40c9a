import type { Page } from "@playwright/test";
import type { AccountRole } from "../../lib/domain/account-role";
import { expect, test } from "../fixtures/test";

test("an account administrator invites a colleague, changes their role and deactivates them", async ({
  browser,
  shop,
  signedIn,
}) => {
  const email = `cleo.${Date.now()}@people.example`;
  const owner = await signedIn(shop.customer);
  await owner.goto("/storefront");
  await owner.getByRole("navigation", { name: "Shop" }).getByRole("link", { name: "People" }).click();
  const people = owner.getByRole("table", { name: "People" });
  await expect(people.getByRole("row").filter({ hasText: shop.customer })).toContainText(
    "Account administrator",
  );
  await expect(people).not.toContainText(shop.poorCustomer);
  // The last account administrator stays one.
  await owner.getByRole("button", { name: "Change role of" }).click();
  const role = owner.getByRole("dialog").getByRole("combobox", { name: "Role" });
  await role.selectOption("Viewer");
  await owner.getByRole("button", { name: "Save role" }).click();
  await expect(owner.getByText("is the last active account administrator")).toBeVisible();
  await owner.getByRole("button", { name: "Back" }).click();

  await owner.getByRole("button", { name: "Invite someone" }).click();
  const dialog = owner.getByRole("dialog", { name: "Invite someone" });
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Cleo Colleague");
  await dialog.getByRole("textbox", { name: "Email" }).fill(email);
  await expect(dialog.getByRole("combobox", { name: "Role" })).toHaveValue("buyer");
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = await owner.getByRole("textbox", { name: "One-time link" }).inputValue();
  await owner.getByRole("button", { name: "Done" }).click();
  const row = people.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Invited, not yet accepted");

  const accepting = await (await browser.newContext()).newPage();
  await accepting.goto(link);
  await accepting.getByRole("textbox", { name: "New password" }).fill("seven umbrellas in the rain");
  await accepting.getByRole("button", { name: "Set password" }).click();
  await expect(accepting).toHaveURL(/\/login/);

  const cleo = await signedIn(email);
  await cleo.goto("/storefront");
  await expect(cleo.getByRole("button", { name: "Add to basket" }).first()).toBeVisible();
  await expect(cleo.getByRole("link", { name: "People" })).toBeHidden();

  await owner.reload();
  await expect(row).toContainText("Active");
  await owner.getByRole("button", { name: "Change role of Cleo Colleague" }).click();
  await role.selectOption("Viewer");
  await owner.getByRole("button", { name: "Save role" }).click();
  await expect(owner.getByText("Cleo Colleague is Viewer now")).toBeVisible();
  await cleo.reload();
  await expect(cleo.getByRole("heading", { level: 1, name: "Catalogue" })).toBeVisible();
  await expect(cleo.getByRole("button", { name: "Add to basket" })).toHaveCount(0);
  await expect(cleo.getByRole("link", { name: /^Basket/ })).toHaveCount(0);

  await owner.getByRole("button", { name: "Deactivate Cleo Colleague" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(row).toContainText("Deactivated");
  await cleo.goto("/storefront");
  await expect(cleo.getByRole("button", { name: "Sign in" })).toBeVisible();

  const admin = await signedIn(shop.administrator);
  await admin.goto(`/setup/users?q=${email}`);
  await expect(admin.getByRole("table", { name: "Users" })).toContainText("Customer, viewer");
  await admin.getByRole("link", { name: "Cleo Colleague" }).click();
  await admin.getByRole("combobox", { name: "Role in the account" }).selectOption("Billing");
  await admin.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByText("Cleo Colleague is Customer now")).toBeVisible();
  await expect(admin.getByRole("combobox", { name: "Role in the account" })).toHaveValue("billing");
});

const pages = {
  "/storefront": ["administrator", "buyer", "billing", "viewer"],
  "/storefront/basket": ["administrator", "buyer"],
  "/storefront/subscriptions": ["administrator", "buyer", "billing", "viewer"],
  "/storefront/billing/orders": ["administrator", "buyer", "billing", "viewer"],
  "/storefront/billing/invoices": ["administrator", "billing", "viewer"],
  "/storefront/billing/credit-notes": ["administrator", "billing", "viewer"],
  "/storefront/billing/payments": ["administrator", "billing", "viewer"],
  "/storefront/people": ["administrator"],
  "/storefront/profile": ["administrator", "buyer", "billing", "viewer"],
} satisfies Record<string, AccountRole[]>;

const opens = async (page: Page, path: string) => {
  await page.goto(path);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  return (await heading.filter({ hasText: "Your role in this account does not include" }).count()) === 0;
};

test("each role of an account opens its own pages, and no link leads to another one", async ({
  ask,
  shop,
  signedIn,
}) => {
  await ask("basket", shop.customer, shop.configuredProduct);
  const code = await ask<string>("purchase", shop.customer);
  for (const role of ["buyer", "billing", "viewer"] as const) {
    const email = await ask<string>("colleague", shop.customer, role);
    const page = await signedIn(email);
    for (const [path, roles] of Object.entries(pages)) {
      expect(await opens(page, path), `${role} at ${path}`).toBe((roles as AccountRole[]).includes(role));
    }
    for (const path of ["/storefront", "/storefront/billing/orders", `/storefront/billing/orders/${code}`]) {
      expect(await opens(page, path), `${role} at ${path}`).toBe(true);
      const links = page.locator('a[href^="/storefront"]');
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      for (const href of new Set(hrefs)) expect(await opens(page, href), `${role} from ${path}`).toBe(true);
    }
    await page.goto(`/storefront/billing/orders/${code}`);
    await expect(page.getByRole("button", { name: "Cancel order" })).toHaveCount(role === "buyer" ? 1 : 0);
  }
});

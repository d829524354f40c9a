import type { Page } from "@playwright/test";
import { makeOrder, openTab } from "../fixtures/orders";
import { endSession, withoutLive } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const name = (page: Page) => page.getByRole("textbox", { name: "Name" });
const conflict = (page: Page) => page.getByRole("alert").filter({ hasText: "changed by somebody else" });

/** Somebody saves this page's form with another name. */
async function rename(page: Page, address: string, to: string) {
  await page.goto(address);
  await name(page).fill(to);
  await save(page).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
}

/** The session ends while something is typed; signing in again leads back to it. */
async function saveSignedOut(page: Page, email: string) {
  await endSession(page);
  await save(page).click();
  const notice = page.getByRole("alert").filter({ hasText: "Your session has ended" });
  await notice.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/edit$/);
}

test("an order that others keep saving is saved over the newest of theirs", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  const other = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  const address = `/orders/${code}/edit`;
  await page.goto(address);
  await name(page).fill("Mine");

  await rename(other, address, "Theirs, first");
  await save(page).click();
  await expect(conflict(page)).toContainText("Theirs, first");
  await rename(other, address, "Theirs, second");
  await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
  await expect(conflict(page)).toContainText("Theirs, second");
  await expect(name(page)).toHaveValue("Mine");
  await rename(other, address, "Theirs, third");
  await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
  await expect(conflict(page)).toContainText("Theirs, third");

  await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
  await page.waitForURL(new RegExp(`/orders/${code}$`));
  await expect(await openTab(page, "History")).toContainText(/Theirs, third.*Mine/);
});

test("a session runs out during an edit while a colleague saves, and nothing typed is lost", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await withoutLive(page);
  const colleague = await signedIn(organization.administrator);
  const [product] = organization.products;
  const code = await makeOrder(page, organization.accounts[0], [{ product }]);
  const address = `/orders/${code}/edit`;
  await page.goto(address);
  await name(page).fill("Typed before the session ended");
  await page.getByRole("textbox", { name: "Note" }).fill("Kept too");
  await rename(colleague, address, "Saved meanwhile");

  await saveSignedOut(page, organization.operator);
  await expect(name(page)).toHaveValue("Typed before the session ended");
  await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("Kept too");
  await expect(conflict(page)).toContainText("Saved meanwhile");
  // Saving as if nothing had happened overwrites nothing.
  await save(page).click();
  await expect(save(page)).toBeEnabled();
  await expect(conflict(page)).toBeVisible();
  await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
  await page.waitForURL(new RegExp(`/orders/${code}$`));
  await expect(page.getByText("Typed before the session ended").first()).toBeVisible();
});

for (const kind of ["account", "product"] as const) {
  test(`edit of the ${kind}: it outlives the session, and meets what a colleague saved`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    await withoutLive(page);
    const colleague = await signedIn(organization.administrator);
    const edited = kind === "account" ? organization.accounts[1] : organization.products[1];
    await page.goto(`/${kind}s`);
    await page.getByRole("link", { name: edited, exact: true }).click();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.waitForURL(/\/edit$/);
    const address = page.url();
    await name(page).fill(`${edited} of mine`);
    await rename(colleague, address, `${edited} of theirs`);

    await saveSignedOut(page, organization.administrator);
    await expect(name(page)).toHaveValue(`${edited} of mine`);
    await expect(conflict(page)).toBeVisible();
    await rename(colleague, address, `${edited} of theirs again`);
    await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
    // That one is newer still.
    await expect(conflict(page)).toContainText(`${edited} of theirs again`);
    await expect(name(page)).toHaveValue(`${edited} of mine`);
    await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${edited} of mine` })).toBeVisible();
  });
}

test("the set-up of a vendor and of the credit check outlasts a reload, and meets what a colleague saved", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const colleague = await signedIn(organization.administrator);
  for (const address of ["/setup/credit-check", "/setup/vendors"]) {
    for (const at of [page, colleague]) {
      await at.goto(address);
      if (address === "/setup/vendors") {
        await at.getByRole("table", { name: "Vendors" }).getByRole("link").first().click();
        await at.waitForURL(/\/vendors\/.+/);
      } else if (at === page) {
        await at.getByRole("textbox", { name: "Address" }).fill(organization.agency);
        await save(at).click();
        await expect(at.getByRole("textbox", { name: "Signing secret" })).toBeVisible();
      }
    }
    const box = (at: Page) => at.getByRole("spinbutton", { name: "Time to answer (seconds)" });
    await box(page).fill("7");
    await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith("draft:")));
    await page.reload();
    await expect(page.getByText("What you typed before is here again.")).toBeVisible();
    await expect(box(page)).toHaveValue("7");
    await box(colleague).fill("9");
    await save(colleague).click();
    await expect(colleague.getByText(/saved$/)).toBeVisible();
    await save(page).click();
    await expect(conflict(page)).toBeVisible();
    await expect(box(page)).toHaveValue("7");
    await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
    await expect(page.getByText(/saved$/)).toBeVisible();
    await expect(conflict(page)).toBeHidden();
    // What is saved is no draft any more, and the next edit begins from it.
    await page.reload();
    await expect(box(page)).toHaveValue("7");
    await expect(page.getByText("What you typed before is here again.")).toBeHidden();
    await box(page).fill("11");
    await save(page).click();
    await expect(page.getByText(/saved$/)).toBeVisible();
  }
});

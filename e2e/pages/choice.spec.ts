import type { Page } from "@playwright/test";
import { holdAnswer, painted, press } from "../fixtures/held-answer";
import { expect, test } from "../fixtures/test";

const box = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const option = (page: Page, name: string) => page.getByRole("option", { name });
const quantity = (page: Page) => page.getByRole("spinbutton", { name: "Quantity", exact: true });

/** The box with all its options shown, and this typed into it, whose answer is held back. */
async function typeAhead(page: Page, name: string, shown: string, typed: string) {
  await box(page, name).click();
  await expect(option(page, shown)).toBeAttached();
  const held = await holdAnswer(page, (request) => new URL(request.url()).searchParams.get("q") === typed);
  await box(page, name).fill(typed);
  await held.asked;
  return held;
}

async function expectChosen(page: Page, name: string, chosen: string): Promise<void> {
  await expect(box(page, name)).toHaveValue(chosen);
  await expect(box(page, name)).not.toHaveAttribute("aria-invalid", "true");
}

const places = [
  { address: "/orders/new", name: "Account" },
  { address: "/orders/new", name: "Product" },
  { address: "/accounts/new", name: "Billing to" },
] as const;

for (const { address, name } of places) {
  for (const pointer of ["mouse", "finger"] as const) {
    test(`${address}, ${name}: what the ${pointer} pressed is chosen, though the answer comes before it is lifted`, async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await page.goto(address);
      const wanted = name === "Product" ? organization.products[1] : organization.accounts[1];
      const held = await typeAhead(page, name, wanted, wanted.slice(0, 5));
      const lift = await press(page, option(page, wanted), pointer);
      await held.answer();
      await lift();
      await expectChosen(page, name, wanted);
      await page.getByRole("button", { name: "Save" }).focus();
      await expectChosen(page, name, wanted);
    });
  }

  test(`${address}, ${name}: Enter before the answer chooses the first of it, also when the box was left`, async ({
    organization,
    signedIn,
  }) => {
    const page = await signedIn(organization.administrator);
    const wanted = name === "Product" ? organization.products[1] : organization.accounts[1];
    for (const leaves of [false, true]) {
      await page.goto(address);
      const held = await typeAhead(page, name, wanted, wanted.slice(0, 5));
      await page.keyboard.press("Enter");
      const save = page.getByRole("button", { name: "Save" });
      if (leaves) await save.focus();
      await held.answer();
      await expectChosen(page, name, wanted);
      // What had the focus keeps it.
      if (leaves) await expect(save).toBeFocused();
      await page.evaluate(() => sessionStorage.clear());
    }
  });
}

test("what is left in the box before its answer is chosen if it is a name, and refused if it is none", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  const [, product] = organization.products;
  const named = await typeAhead(page, "Product", product, product.toLowerCase());
  await page.keyboard.press("Tab");
  await named.answer();
  await expectChosen(page, "Product", product);
  await expect(quantity(page)).toBeFocused();

  const begun = await typeAhead(page, "Product", product, product.slice(0, 5));
  await page.keyboard.press("Tab");
  await begun.answer();
  await expect(box(page, "Product")).toHaveValue(product.slice(0, 5));
  await expect(page.getByText("Choose one from the list.")).toBeVisible();
});

test("a choice stands whatever is answered after it, and whatever was typed before it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  const [typed, chosen] = organization.products;
  const held = await typeAhead(page, "Product", chosen, typed);
  // Enter means the first of the answer; the click that comes before it means something else.
  await page.keyboard.press("Enter");
  await option(page, chosen).click();
  await expect(quantity(page)).toBeFocused();
  await held.answer();
  await expectChosen(page, "Product", chosen);
  await expect(quantity(page)).toBeFocused();
  await page.getByRole("button", { name: "Add item" }).click();
  await expect(page.getByRole("grid", { name: "Items" }).getByRole("row", { name: chosen })).toBeVisible();
});

test("what the arrow keys went to stays marked when the answer comes", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  const wanted = organization.nonAutomaticProduct;
  const held = await typeAhead(page, "Product", wanted, "Fi");
  const names = await page.getByRole("option").allTextContents();
  const place = names.findIndex((text) => text.startsWith(wanted));
  expect(place).toBeGreaterThan(0);
  for (let i = 0; i <= place; i++) await page.keyboard.press("ArrowDown");
  await held.answer();
  await page.keyboard.press("Enter");
  await expectChosen(page, "Product", wanted);
});

test("a list that is filtered in the browser keeps still, too, and takes a name that is left in it", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  await box(page, "Status").click();
  await expect(page.getByRole("option").first()).toBeVisible();
  const names = await page.getByRole("option").allTextContents();
  const [first = "", last = ""] = [names[0], names.at(-1)];
  const lift = await press(page, page.getByRole("option", { name: last, exact: true }), "mouse");
  await page.keyboard.type(last.slice(0, 1));
  await lift();
  await expectChosen(page, "Status", last);
  await box(page, "Status").fill(first.toLowerCase());
  await page.keyboard.press("Tab");
  await expectChosen(page, "Status", first);
});

test("a filter is set by Enter before the answer, and by a finger", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator, { hasTouch: true });
  const [, account] = organization.accounts;
  await page.goto("/orders");
  const held = await typeAhead(page, "Filter by account", account, account.slice(0, 5));
  await page.keyboard.press("Enter");
  await held.answer();
  await page.waitForURL(/account=/);

  await page.goto("/orders");
  const late = await typeAhead(page, "Filter by account", account, account.slice(0, 5));
  await option(page, account).tap();
  await late.answer();
  await page.waitForURL(/account=/);
});

test("an answer that comes late takes nobody out of the box that they type in", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  const save = page.getByRole("button", { name: "Save" });
  const account = box(page, "Account");
  await account.fill("Nobody we know");
  const saving = await holdAnswer(page, (request) => request.method() === "POST");
  await save.click();
  await saving.asked;
  const product = box(page, "Product");
  await product.click();
  await product.pressSequentially(organization.products[0].slice(0, 3));
  await saving.answer();
  await expect(account).toHaveAttribute("aria-invalid", "true");
  await expect(product).toBeFocused();
  await expect(option(page, organization.products[0])).toBeVisible();
  await option(page, organization.products[0]).click();
  await expectChosen(page, "Product", organization.products[0]);

  // A person who has not gone elsewhere is led to what is wrong.
  await save.click();
  await expect(account).toBeFocused();
});

test("Enter chooses the first option also where the list itself comes after the answer", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders/new");
  const list = await holdAnswer(page, (request) => request.url().includes("/_next/static/chunks/"));
  const answered = page.waitForResponse(
    (response) => new URL(response.url()).searchParams.get("q") === "harbour",
  );
  await box(page, "Account").focus();
  await page.keyboard.insertText("harbour");
  await list.asked;
  await (await answered).finished();
  await painted(page);
  await list.answer();
  await option(page, organization.accounts[0]).waitFor();
  await page.keyboard.press("Enter");
  await expectChosen(page, "Account", organization.accounts[0]);
});

import type { Page, Request } from "@playwright/test";
import { holdAnswer, painted, press } from "../fixtures/held-answer";
import { enterGrid, grid, row, saveAll, path as statusPath } from "../fixtures/order-status";
import { execute, makeOrder, status } from "../fixtures/orders";
import { fillBasket } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

// What a pointer is down on stays under it, whatever comes in meanwhile: docs/domain.md, section 6, "Live".

/** A reading anew of this page, as a live change brings it about. */
const isRefreshOf = (path: string) => (request: Request) =>
  new URL(request.url()).pathname === path && new URL(request.url()).searchParams.has("_rsc");

const link = (page: Page, table: string, code: string) =>
  page.getByRole("table", { name: table }).getByRole("link", { name: code, exact: true });

for (const pointer of ["mouse", "finger"] as const) {
  test(`an order pressed by ${pointer} on the dashboard opens, though the one above it leaves meanwhile`, async ({
    organization,
    signedIn,
  }) => {
    const watcher = await signedIn(organization.manager);
    await watcher.clock.install();
    const operator = await signedIn(organization.operator);
    const item = [{ product: organization.products[0] }];
    const second = [await makeOrder(operator, organization.accounts[0], item)];
    const first = second[0] ?? "";
    second[0] = await makeOrder(operator, organization.accounts[0], item);
    const [code = ""] = second;
    await watcher.goto("/dashboard");
    await expect(link(watcher, "Unexecuted Orders", code)).toBeVisible();
    const lift = await press(watcher, link(watcher, "Unexecuted Orders", code), pointer);

    const answered = watcher.waitForResponse(/\/dashboard\/unexecuted/);
    await operator.goto(`/orders/${first}`);
    await execute(operator);
    await expect(status(operator)).toHaveText("Executed");
    await (await answered).finished();
    await painted(watcher);
    // The row that leaves says why for a moment.
    await watcher.clock.fastForward(5_000);
    await painted(watcher);
    await expect(link(watcher, "Unexecuted Orders", first)).toBeVisible();
    await lift();
    await watcher.waitForURL(new RegExp(`/orders/${code}$`));
  });
}

test("the dashboard catches up once the pointer is lifted", async ({ organization, signedIn }) => {
  const watcher = await signedIn(organization.manager);
  const operator = await signedIn(organization.operator);
  await watcher.goto("/dashboard");
  const heading = watcher.getByRole("heading", { name: /^Unexecuted Orders/ });
  await expect(heading).toHaveText("Unexecuted Orders 0");
  const lift = await press(watcher, heading, "mouse");
  const answered = watcher.waitForResponse(/\/dashboard\/unexecuted/);
  const code = await makeOrder(operator, organization.accounts[0], [{ product: organization.products[0] }]);
  await (await answered).finished();
  await painted(watcher);
  await expect(heading).toHaveText("Unexecuted Orders 0");
  await lift();
  await expect(link(watcher, "Unexecuted Orders", code)).toBeVisible();
});

test("an order pressed in the list opens, though a new one comes above it meanwhile", async ({
  organization,
  signedIn,
}) => {
  const watcher = await signedIn(organization.manager);
  const operator = await signedIn(organization.operator);
  const item = [{ product: organization.products[0] }];
  const code = await makeOrder(operator, organization.accounts[0], item);
  await watcher.goto("/orders");
  await expect(link(watcher, "Orders", code)).toBeVisible();
  const lift = await press(watcher, link(watcher, "Orders", code), "mouse");
  const held = await holdAnswer(watcher, isRefreshOf("/orders"));
  await makeOrder(operator, organization.accounts[1], item);
  await held.asked;
  await held.answer();
  await lift();
  await watcher.waitForURL(new RegExp(`/orders/${code}$`));
});

test("a status pressed in the grid is ticked, though a colleague adds one above it meanwhile", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const colleague = await signedIn(organization.administrator);
  await colleague.goto(statusPath);
  await enterGrid(colleague);
  const add = async (no: string, name: string) => {
    const line = grid(colleague).getByRole("row").last();
    await line
      .getByRole("spinbutton", { name: "No." })
      .or(line.getByRole("textbox", { name: "No." }))
      .fill(no);
    await line.getByRole("textbox", { name: "Description" }).fill(name);
    await saveAll(colleague, "Order statuses saved");
  };
  await add("90", "Waits for a colleague");
  await page.goto(statusPath);
  await enterGrid(page);
  const tick = row(page, "Waits for a colleague").getByRole("checkbox", { name: "Active" });
  await expect(tick).toBeChecked();
  const lift = await press(page, tick, "mouse");
  const held = await holdAnswer(page, isRefreshOf(statusPath));
  await add("80", "Comes above it");
  await held.asked;
  await held.answer();
  await lift();
  await expect(tick).not.toBeChecked();
  await expect(row(page, "Comes above it").getByRole("checkbox", { name: "Active" })).toBeChecked();
});

test("what is pressed in the search opens, though hits come above it meanwhile", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Search everything" }).click();
  const search = page.getByRole("combobox", { name: "Search", exact: true });
  const held = await holdAnswer(page, (request) => new URL(request.url()).pathname === "/search");
  await search.fill("o");
  await held.asked;
  const lift = await press(page, page.getByRole("option", { name: "Orders", exact: true }), "mouse");
  await held.answer();
  await expect(page.getByRole("option", { name: organization.accounts[0] })).toBeHidden();
  await lift();
  await page.waitForURL(/\/orders$/);
});

test("Checkout is pressed once, though the basket warns of credit when its quantity is left", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.modestCustomer);
  await fillBasket(page, shop.product);
  await page.goto("/storefront/basket");
  const held = await holdAnswer(page, (request) => request.method() === "POST");
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("9");
  const lift = await press(page, page.getByRole("link", { name: "Checkout" }), "mouse");
  await held.asked;
  await held.answer();
  await lift();
  await page.waitForURL(/\/storefront\/checkout/);
});

test("a filter chosen while a search is on its way keeps what is searched for", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.operator);
  await page.goto("/orders");
  // Its menu is loaded when it is first wanted.
  const menu = page.getByRole("button", { name: "Source" });
  await menu.click();
  await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
  await page.keyboard.press("Escape");
  const held = await holdAnswer(
    page,
    (request) => new URL(request.url()).searchParams.get("q") === "harbour",
  );
  await page.getByRole("searchbox", { name: "Search orders" }).fill("harbour");
  await held.asked;
  await menu.click();
  await page.getByRole("menuitemcheckbox").first().click();
  await held.answer();
  await page.waitForURL((url) => url.searchParams.get("q") === "harbour" && url.searchParams.has("source"));
});

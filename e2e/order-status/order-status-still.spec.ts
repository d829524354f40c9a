import type { Locator, Page } from "@playwright/test";
import {
  cell,
  consequences,
  descriptions,
  enterGrid,
  grid,
  paste,
  path,
  press,
  problem,
  row,
  saveButton,
  saved,
} from "../fixtures/order-status";
import { makeOrder } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

// Nothing moves from under the pointer, and what is wrong is in sight: docs/domain.md, section 1, rule 16.

const box = async (element: Locator) => {
  const found = await element.boundingBox();
  if (!found) throw new Error("It is not on screen");
  return found;
};
const add = (page: Page) => row(page, "New status").getByRole("button", { name: "Add" });

/** More than fit on the screen, with numbers from 20 on. */
async function pasteRows(page: Page, count: number): Promise<void> {
  await enterGrid(page);
  await press(page, "Control+End", "Home");
  await paste(page, Array.from({ length: count }, (_, i) => `${20 + i}\tParked ${i}`).join("\n"));
  await expect(row(page, `Parked ${count - 1}`)).toBeAttached();
}

test("rows stay where they are while an edit is told of, refused and undone", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const places = async () => [await box(row(page, "Canceled")), await box(row(page, "New status"))];
  const before = await places();

  await cell(row(page, "Draft"), "textbox", "Description").fill("Basket");
  await expect(consequences(page)).toBeVisible();
  expect(await places()).toEqual(before);
  await expect(consequences(page)).toContainText("No orders are affected.");
  expect(await places()).toEqual(before);

  await cell(row(page, "Submitted"), "textbox", "No.").fill("none");
  await saveButton(page).click();
  await expect(problem(page)).toBeVisible();
  // The sentence in the cell makes its own row higher, and no row above it moves.
  await cell(row(page, "Submitted"), "textbox", "No.").fill("2");
  await expect(problem(page)).toBeHidden();
  expect(await places()).toEqual(before);
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(consequences(page)).toBeHidden();
  expect(await places()).toEqual(before);
});

test("a phone tells of an edit at its lower edge, without moving the row", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const description = cell(row(page, "Draft"), "textbox", "Description");
  await description.click();
  const before = await box(description);
  await description.fill("Basket");
  await expect(consequences(page)).toBeInViewport();
  await expect(cell(row(page, "Basket"), "textbox", "Description")).toBeFocused();
  expect((await box(cell(row(page, "Basket"), "textbox", "Description"))).y).toBe(before.y);
});

test("a faulty cell is gone to and lies open above the + row", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await pasteRows(page, 40);
  for (const name of ["Parked 39", "Parked 21", "Parked 12"]) {
    const faulty = cell(row(page, name), "textbox", "No.");
    await faulty.fill("none");
    await page.evaluate(() => document.querySelector("[data-grid-frame]")?.scrollTo({ top: 0 }));
    await saveButton(page).click();
    await expect(faulty).toBeFocused();
    const [here, head, last] = [
      await box(row(page, name)),
      await box(grid(page).getByRole("columnheader").first()),
      await box(row(page, "New status")),
    ];
    expect(here.y).toBeGreaterThanOrEqual(head.y + head.height - 1);
    expect(here.y + here.height).toBeLessThanOrEqual(last.y + 1);
    await faulty.fill("9000");
  }
});

test("a cell is marked once it is left, before anybody saves", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const no = cell(row(page, "Submitted"), "textbox", "No.");
  await no.fill("");
  await no.pressSequentially("1a");
  await expect(consequences(page)).toContainText("You can't save yet. Submitted, No.: Enter a whole number");
  await expect(no).not.toHaveAttribute("aria-invalid");
  await press(page, "Tab");
  await expect(no).toHaveAttribute("aria-invalid", "true");
  await expect(no).toHaveAccessibleDescription("Enter a whole number from 1 to 9999.");
});

test("the summary says what is wrong now, not what was", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  const no = cell(row(page, "Submitted"), "textbox", "No.");
  await no.fill("none");
  const description = cell(row(page, "Draft"), "textbox", "Description");
  await description.fill("EXECUTED");
  await saveButton(page).click();
  await expect(problem(page).getByRole("listitem")).toHaveCount(2);
  await no.fill("2");
  await expect(problem(page).getByRole("listitem")).toHaveCount(1);
  await cell(row(page, "EXECUTED"), "textbox", "Description").fill("Саnсеlеd");
  await expect(problem(page)).toContainText("This looks like “Canceled”.");
  await cell(row(page, "Саnсеlеd"), "textbox", "Description").fill("Basket");
  await expect(problem(page)).toBeHidden();
});

test("a message covers neither Add nor Save", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(path);
    await saveButton(page).click();
    const message = page.getByRole("status").filter({ hasText: "nothing to save" });
    await expect(message).toBeVisible();
    const told = await box(message);
    for (const button of [add(page), saveButton(page)]) {
      const { x, y, width, height } = await box(button);
      const apart = y + height <= told.y || told.y + told.height <= y || x + width <= told.x;
      expect(apart, `the message leaves the button free at ${size.width}`).toBe(true);
    }
    if (size.width === 1280) {
      await pasteRows(page, 40);
      await press(page, "Control+s");
      await expect(saved(page, "40 added")).toBeVisible();
      const [last, news] = [await box(add(page)), await box(saved(page, "40 added"))];
      expect(last.y + last.height).toBeLessThanOrEqual(news.y);
    }
  }
});

test("one value fills a selection drawn backwards, and new rows come into sight", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await pasteRows(page, 30);
  await expect(
    page.getByText(
      "Pasted: 0 statuses changed, 30 added: Parked 0, Parked 1, Parked 2, Parked 3, Parked 4 and 25 more.",
    ),
  ).toBeAttached();
  await expect(row(page, "Parked 0").getByRole("rowheader")).toBeFocused();
  await expect(row(page, "Parked 0")).toBeInViewport();

  await press(page, "ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowUp", "Shift+ArrowUp");
  await paste(page, "Canceled");
  for (const name of ["Parked 0", "Parked 1", "Parked 2"]) {
    await expect(cell(row(page, name), "combobox", "Type")).toHaveValue("cancelled");
  }
  await expect(cell(row(page, "Parked 3"), "combobox", "Type")).toHaveValue("in_progress");
});

test("columns are pasted by their names, in any order, beside others", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await enterGrid(page);
  await press(page, "Control+End", "Home");
  await paste(
    page,
    "Reason\tTYPE\tdescription\tno.\nfraud\tcanceled\tDenied\t31\nlate\tcanceled\tToo late\t32",
  );
  await expect(cell(row(page, "Denied"), "textbox", "No.")).toHaveValue("31");
  await expect(cell(row(page, "Too late"), "combobox", "Type")).toHaveValue("cancelled");
});

test("a filter without matches says so, and inactive rows look inactive", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await enterGrid(page);
  await press(page, "Control+End", "Home");
  await paste(page, "20\tParked\tIn progress\tViewable\t#c2185b\tno");
  await expect(row(page, "Parked")).toHaveAttribute("data-dimmed");
  await expect(row(page, "Draft")).not.toHaveAttribute("data-dimmed");
  await press(page, "Control+s");
  await expect(saved(page, "1 added")).toBeVisible();

  await page.getByRole("searchbox", { name: "Filter statuses" }).fill("nowhere");
  await expect(page.getByText("No statuses match “nowhere”.")).toBeVisible();
  expect(await descriptions(page)).toEqual([""]);
});

test("each status leads to the orders that use it", async ({ organization, signedIn }) => {
  await makeOrder(await signedIn(organization.operator), organization.accounts[0], [
    { product: organization.products[0] },
  ]);
  const page = await signedIn(organization.administrator);
  await page.goto(path);
  await page.getByRole("link", { name: "1 order uses Submitted" }).click();
  await page.waitForURL(/\/orders\?status=/);
  await expect(page.getByRole("table", { name: "Orders" }).getByRole("row")).toHaveCount(2);
});

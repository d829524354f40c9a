import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/looks";
import {
  cell,
  colorSchemes,
  consequences,
  goToRow,
  openList,
  paste,
  press,
  pressButton,
  problem,
  rename,
  row,
  saveAll,
  saved,
  tabBackTo,
} from "../fixtures/order-status";
import { openNewOrder, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

// What a save does to orders, told beforehand, by keyboard alone: docs/domain.md, section 1, rules 7, 8 and 12.

for (const colorScheme of colorSchemes) {
  test.describe(`in ${colorScheme}`, () => {
    /** With one order, since new orders get it by its No. */
    async function addAwaiting(page: Page, account: string, product: string) {
      await openList(page, colorScheme);
      await press(page, "Control+End", "Home");
      await paste(page, "1\tAwaiting documents");
      await expect(consequences(page)).toContainText(
        "New orders will get “Awaiting documents” instead of “Submitted” because its No. is lower.",
      );
      await saveAll(page, "1 added");
      await openNewOrder(page, account, [{ product }]);
      await expect(status(page)).toHaveText("Awaiting documents");
      const order = page.url();
      await openList(page, colorScheme);
      return order;
    }

    test("a status in use is deleted with its replacement", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      const order = await addAwaiting(page, organization.accounts[0], organization.products[0]);
      const line = row(page, "Awaiting documents");
      await press(page, "End", "Enter");
      const replacement = page.getByRole("combobox", { name: "Replacement for Awaiting documents" });
      await expect(replacement).toBeFocused();
      await press(page, "Control+s");
      await expect(problem(page)).toContainText("Choose the status that replaces it");
      await expect(replacement).toBeFocused();
      await expect(replacement).toHaveAttribute("aria-invalid", "true");
      await expectAccessible(page);
      await press(page, "s");
      await expect(replacement.locator("option:checked")).toHaveText("Submitted");
      await expect(consequences(page)).toContainText(
        "1 open order will get “Submitted” instead of “Awaiting documents”.",
      );
      await expect(consequences(page)).toContainText(
        "New orders will get “Submitted” instead of “Awaiting documents”.",
      );
      await expectAccessible(page);
      await press(page, "Enter");
      await expect(cell(line, "button", "Restore")).toBeFocused();
      await press(page, "Control+z", "Control+z");
      await expect(cell(line, "button", "Delete")).toBeVisible();
      await expect(page.getByText("No unsaved changes")).toBeVisible();
      // Deleted anew, it asks anew.
      await press(page, "Control+Shift+z");
      await expect(replacement).toBeFocused();
      await press(page, "s");
      await expect(replacement.locator("option:checked")).toHaveText("Submitted");
      await saveAll(page, "1 order got the replacement");
      await page.goto(order);
      await expect(status(page)).toHaveText("Submitted");
    });

    test("a new Storefront Type tells what customers see, and asks first", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await addAwaiting(page, organization.accounts[0], organization.products[0]);
      const line = row(page, "Awaiting documents");
      await expect(cell(line, "combobox", "Type")).toBeDisabled();
      const storefrontType = cell(line, "combobox", "Storefront Type");
      await expect(storefrontType.locator("option:disabled")).toHaveText([
        "Draft (orders use this status)",
        "Pending approval for standard resellers (orders use this status)",
      ]);
      await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "s");
      await expect(storefrontType).toHaveValue("submitted");
      const told =
        "1 open order of “Awaiting documents” will go from Viewable to Submitted in the Storefront and still reads “In Progress / Submitted” there.";
      await expect(consequences(page)).toContainText(told);
      await expect(consequences(page)).toContainText(
        "New orders will get “Submitted” instead of “Awaiting documents”.",
      );
      await press(page, "Enter", "Control+s");
      const question = page.getByRole("dialog", { name: "Orders are affected" });
      await expect(question).toContainText(told);
      await expectAccessible(page);
      await pressButton(page, question.getByRole("button", { name: "Save" }));
      await expect(saved(page, "1 changed")).toBeVisible();
    });

    test("a change of which no order sees anything says that none is affected", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await addAwaiting(page, organization.accounts[0], organization.products[0]);
      await goToRow(page, "Executed");
      await page.keyboard.type("30");
      await press(page, "Enter");
      await expect(consequences(page)).toContainText("No orders are affected.");
      await goToRow(page, "Awaiting documents");
      await page.keyboard.type("50");
      await press(page, "Enter");
      await expect(consequences(page)).toContainText(
        "New orders will get “Submitted” instead of “Awaiting documents” because its No. is lower.",
      );
      await expect(consequences(page)).not.toContainText("1 open order");
      await press(page, "Shift+ArrowDown", "Shift+ArrowRight");
      await expectAccessible(page);
      await saveAll(page, "2 changed");
    });

    test("two people saving at once: the second is told which row, who and when, and loses nothing", async ({
      organization,
      signedIn,
    }) => {
      const first = await signedIn(organization.administrator);
      await openList(first, colorScheme);
      const second = await signedIn(organization.administrator);
      await openList(second, colorScheme);

      await rename(second, "Submitted", "Received");
      await rename(second, "Draft", "Basket");
      await rename(first, "Submitted", "Ordered");
      await saveAll(first, "1 changed");

      await press(second, "Control+s");
      const conflict = second.getByRole("alert").filter({ hasText: "Someone else changed this list" });
      await expect(conflict).toContainText(/Ada Example changed Ordered/);
      await expect(conflict).toContainText("Description is “Ordered” now, and yours is “Received”.");
      await expect(conflict.getByRole("time")).toBeVisible();
      await expect(row(second, "Basket")).toBeVisible();
      await expect(row(second, "Received")).toBeVisible();
      await expectAccessible(second);

      await tabBackTo(second, conflict.getByRole("button", { name: "Keep mine" }));
      await press(second, "Enter");
      await saveAll(second, "2 changed");
      await first.reload();
      await expect(row(first, "Received")).toBeVisible();
      await expect(row(first, "Basket")).toBeVisible();
    });
  });
}

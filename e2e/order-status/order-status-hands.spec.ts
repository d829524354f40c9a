import { expectAccessible } from "../fixtures/looks";
import {
  cell,
  colorSchemes,
  consequences,
  descriptions,
  enterGrid,
  goToRow,
  grid,
  openList,
  paste,
  press,
  pressButton,
  row,
  saveAll,
  saved,
  tabBackTo,
} from "../fixtures/order-status";
import { expect, test } from "../fixtures/test";

// The Order Status grid as a spreadsheet, by keyboard alone: docs/domain.md, section 1.

for (const colorScheme of colorSchemes) {
  test.describe(`in ${colorScheme}`, () => {
    test("every key of the grid does what it should", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      const cellAt = (name: string, column: number) =>
        row(page, name).getByRole("gridcell").or(row(page, name).getByRole("rowheader")).nth(column);
      await press(page, "PageDown");
      await expect(cellAt("New status", 0)).toBeFocused();
      await press(page, "PageUp", "ArrowRight");
      await expect(cellAt("Draft", 1)).toBeFocused();

      // While editing, Shift+Tab keeps what was typed and goes left; Tab, when not editing, leaves the grid.
      await page.keyboard.type("Basket");
      await press(page, "Shift+Tab");
      await expect(cellAt("Basket", 0)).toBeFocused();
      await press(page, "Meta+z");
      await expect(row(page, "Draft")).toBeVisible();
      await press(page, "Meta+Shift+z");
      await expect(row(page, "Basket")).toBeVisible();
      await press(page, "Tab");
      await expect(grid(page).locator(":focus")).toHaveCount(0);
      await tabBackTo(page, cellAt("Basket", 0));

      await press(page, "Control+End", "Home", "ArrowRight", "ArrowRight", "Alt+ArrowDown");
      const type = cell(row(page, "New status"), "combobox", "Type");
      await expect(type).toBeFocused();
      await press(page, "ArrowDown", "Enter");
      await expect(type).toHaveValue("automatic_execute");
      await press(page, "Escape", "Shift+Tab");
      await saveAll(page, "1 changed", "Meta+s");
    });

    test("what is added by keyboard is there after a reload", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "Control+End", "Home", "ArrowRight");
      await page.keyboard.type("Canceled - Keyboard");
      await press(page, "Tab");
      const line = row(page, "New status");
      await expect(cell(line, "textbox", "Description")).toHaveValue("Canceled - Keyboard");
      await expect(line.getByRole("gridcell").nth(1)).toBeFocused();
      await press(page, "c");
      await expect(cell(line, "combobox", "Type")).toHaveValue("cancelled");
      await press(page, "Tab", "Home");
      await page.keyboard.type("77");
      await press(page, "Escape");
      await expect(line.getByRole("gridcell").first()).toBeFocused();
      await expect(cell(line, "textbox", "No.")).toHaveValue("9");
      await press(page, "F2", "Backspace", "4", "2", "Enter", "End", "Enter");
      const added = row(page, "Canceled - Keyboard");
      await expect(cell(added, "textbox", "No.")).toHaveValue("42");

      await press(page, "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
      const active = cell(added, "checkbox", "Active");
      await expect(active).toBeFocused();
      await press(page, "Space");
      await expect(active).not.toBeChecked();
      await press(page, "Control+z");
      await expect(active).toBeChecked();
      await press(page, "Control+Shift+z");
      await expect(active).not.toBeChecked();
      await press(page, "ArrowLeft", "Enter");
      await expect(page.getByRole("dialog", { name: "Color" })).toBeVisible();
      await expectAccessible(page);
      await press(page, "Escape");
      await expect(cell(added, "button", "Color")).toBeFocused();
      await saveAll(page, "1 added");
      await page.reload();
      await expect(active).not.toBeChecked();
    });

    test("rows of a spreadsheet are pasted, told of, saved, and copied back", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "Control+End", "ArrowUp", "Home");
      await expect(row(page, "Scheduled").getByRole("gridcell").first()).toBeFocused();
      await paste(
        page,
        "8\tScheduled for later\tExecuting\n1\tAwaiting documents\tIn progress\tViewable\t#c2185b\tyes\n31\t'=cmd()\tCancelled\tviewable\t#00796b\tno",
      );

      await expect(
        page.getByText(
          "Pasted: 1 status changed, 2 added: Awaiting documents, =cmd(). 1 cell that cannot be edited stays.",
        ),
      ).toBeAttached();
      await expect(row(page, "Scheduled for later")).toBeVisible();
      await expect(cell(row(page, "=cmd()"), "checkbox", "Active")).not.toBeChecked();
      await expect(consequences(page)).toContainText(
        "New orders will get “Awaiting documents” instead of “Submitted” because its No. is lower.",
      );
      await press(page, "Control+z");
      await expect(row(page, "Awaiting documents")).toHaveCount(0);
      await press(page, "Control+Shift+z");
      await saveAll(page, "1 changed, 2 added");

      await page.reload();
      await openList(page, colorScheme);
      await press(page, "ArrowRight", "Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
      await expect(page.getByText("4 cells copied.")).toBeAttached();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        "Awaiting documents\tIn progress\nDraft\tIn progress",
      );
      await press(page, "Control+a", "Control+c");
      const all = await page.evaluate(() => navigator.clipboard.readText());
      expect(all.split("\n")).toHaveLength(10);
      expect(all).toContain("31\t'=cmd()\tCancelled\tViewable\t#00796b\tNo");
      await press(page, "Control+Home", "Control+v");
      await expect(page.getByText("Pasted: 0 statuses changed, 0 added.")).toBeAttached();
      await expect(page.getByText("No unsaved changes")).toBeVisible();
    });

    test("a paste that is too much is refused whole", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "Control+End", "Home");
      await paste(page, Array.from({ length: 1000 }, (_, i) => `${i + 20}\tPasted ${i}`).join("\n"));
      await expect(
        page.getByText("There would be 1,008 statuses, and a list has at most 500."),
      ).toBeVisible();
      await expect(page.getByText("No unsaved changes")).toBeVisible();
    });

    test("who goes elsewhere from an unsaved edit is asked, and finds it again", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "ArrowRight");
      await page.keyboard.type("Basket");
      await press(page, "Enter");
      const question = page.getByRole("dialog", { name: "Leave with unsaved changes?" });
      const leave = async () => {
        await press(page, "Control+k");
        await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
        await page.keyboard.type("Accounts");
        await expect(page.getByRole("option", { name: "Accounts" }).first()).toBeVisible();
        await press(page, "Enter");
        await expect(question).toBeVisible();
      };
      await leave();
      await expectAccessible(page);
      await press(page, "Escape");
      await expect(question).toBeHidden();
      await expect(row(page, "Basket")).toBeVisible();

      await leave();
      await pressButton(page, question.getByRole("button", { name: "Leave" }));
      await page.waitForURL("**/accounts");
      await openList(page, colorScheme);
      await expect(row(page, "Basket")).toBeVisible();
    });

    test("a row is moved by keyboard and by hand, which renumbers, and back", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      const firstFour = async () => (await descriptions(page)).slice(0, 4);
      await press(page, "ArrowDown", "ArrowDown", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp");
      await expect.poll(firstFour).toEqual(["Executed", "Draft", "Submitted", "Canceled"]);
      await expect(page.getByText("Executed is row 1 of 8 now, No. 1.")).toBeAttached();
      await expect(row(page, "Executed").getByRole("gridcell").first()).toBeFocused();
      await expect(cell(row(page, "Draft"), "textbox", "No.")).toHaveValue("2");
      await press(page, "Control+z", "Control+z");
      await expect.poll(firstFour).toEqual(["Draft", "Submitted", "Executed", "Canceled"]);
      await expect(cell(row(page, "Draft"), "textbox", "No.")).toHaveValue("1");
      await expect(page.getByText("No unsaved changes")).toBeVisible();
      await press(page, "Control+Shift+z", "Control+Shift+z");
      await expect.poll(firstFour).toEqual(["Executed", "Draft", "Submitted", "Canceled"]);

      const handle = (name: string) => row(page, name).locator("[data-row-handle]");
      await row(page, "Canceled").hover();
      await handle("Canceled").hover();
      await page.mouse.down();
      await row(page, "Executed").hover({ position: { x: 300, y: 4 } });
      await page.mouse.up();
      await expect.poll(firstFour).toEqual(["Canceled", "Executed", "Draft", "Submitted"]);
      await saveAll(page, "4 changed");
      await page.reload();
      await expect.poll(firstFour).toEqual(["Canceled", "Executed", "Draft", "Submitted"]);
    });

    test("the list is filtered, what is edited stays in sight, and ? shows the keys", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "ArrowRight", "Shift+?");
      const keys = page.getByRole("dialog", { name: "Keys" });
      await expect(keys).toContainText("Alt+Shift+Up");
      await expectAccessible(page);
      await press(page, "Escape");
      await expect(keys).toBeHidden();
      await expect(row(page, "Draft").getByRole("rowheader")).toBeFocused();

      await page.keyboard.type("Basket");
      await press(page, "Enter", "Control+Shift+l");
      await page.keyboard.type("reseller");
      await expect(page.getByText("3 of 8 statuses shown.")).toBeAttached();
      await expect(row(page, "Canceled by Reseller")).toBeVisible();
      await expect(row(page, "Basket")).toBeVisible();
      await expect(row(page, "Executed")).toHaveCount(0);
      await press(page, "Escape");
      await expect(row(page, "Executed")).toBeVisible();
    });

    test("an added row is deleted, and the deletion undone", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await press(page, "Control+End", "Home");
      await paste(page, "20\tParked");
      await expect(page.getByText("1 status added, not saved yet")).toBeVisible();
      await saveAll(page, "1 added");
      await goToRow(page, "Parked");
      await press(page, "End", "Enter");
      await expect(cell(row(page, "Parked"), "button", "Restore")).toBeVisible();
      await expect(consequences(page)).toContainText("Users can no longer set “Parked” on orders.");
      await press(page, "Control+z");
      await expect(cell(row(page, "Parked"), "button", "Delete")).toBeVisible();
      await expect(page.getByText("No unsaved changes")).toBeVisible();
      await press(page, "Control+Shift+z", "Control+s");
      await expect(saved(page, "1 deleted")).toBeVisible();
      await enterGrid(page);
      await expect(row(page, "Parked")).toHaveCount(0);
    });
  });
}

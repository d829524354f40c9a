import { readFile, truncate, writeFile } from "node:fs/promises";
import { expectAccessible } from "../fixtures/looks";
import {
  choose,
  colorSchemes,
  consequences,
  goToRow,
  openList,
  openPanel,
  press,
  pressButton,
  rename,
  row,
  saveAll,
  saved,
  tabTo,
} from "../fixtures/order-status";
import { expect, test } from "../fixtures/test";

// What is done with the status list as a whole, by keyboard alone: docs/domain.md, section 1, rules 13 to 15. Only the
// file chooser is the browser's, and no key of a page reaches it.

for (const colorScheme of colorSchemes) {
  test.describe(`in ${colorScheme}`, () => {
    test("a version is compared with now and restored", async ({ organization, signedIn }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await rename(page, "Draft", "Basket");
      await saveAll(page, "1 changed");
      await rename(page, "Submitted", "Received");
      await saveAll(page, "1 changed");

      const history = await openPanel(page, "History");
      await expect(history.getByRole("heading", { level: 3 })).toHaveText([
        /^Version 3.*Ada Example/,
        /^Version 2.*Ada Example/,
        /^Version 1.*System/,
      ]);
      await tabTo(page, history.locator("summary").first());
      await press(page, "Enter");
      await expect(history).toContainText("Description: Submitted → Received");
      await pressButton(page, history.getByRole("button", { name: "Compare with now: version 1" }));
      const compared = history.getByRole("region", { name: "From version 1 to now" });
      await expect(compared).toContainText("Description: Draft → Basket");
      await expect(compared).toContainText("Description: Submitted → Received");
      await expectAccessible(page);

      await pressButton(page, history.getByRole("button", { name: "Restore version 2" }));
      await expect(history).toBeHidden();
      await expect(page.getByText("Version 2 is in your edit. Save to restore it.")).toBeAttached();
      await expect(row(page, "Submitted")).toBeVisible();
      await expect(row(page, "Basket")).toBeVisible();
      await expect(consequences(page)).toContainText("No orders are affected.");
      await saveAll(page, "1 changed");
      await page.reload();
      await expect(row(page, "Submitted")).toBeVisible();
    });

    test("a deleted status is told with its cells, and restored as what it was", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await rename(page, "", "Parked");
      await saveAll(page, "1 added");
      await goToRow(page, "Parked");
      await press(page, "End", "Enter");
      await saveAll(page, "1 deleted");

      const history = await openPanel(page, "History");
      const deletion = history.locator("details").first();
      await tabTo(page, deletion.locator("summary"));
      await press(page, "Enter");
      await expect(deletion).toContainText("Deleted Parked");
      await expect(deletion).toContainText("Storefront Type: Viewable");
      await expect(deletion).toContainText("Color: #868e96");
      await pressButton(page, history.getByRole("button", { name: "Restore version 2" }));
      await expect(consequences(page)).toContainText("Users can set “Parked” on orders.");
      await saveAll(page, "1 added");

      const again = await openPanel(page, "History");
      await pressButton(page, again.getByRole("button", { name: "Compare with now: version 2" }));
      await expect(again).toContainText("The list is the same as version 2.");
    });

    test("health says who wins, what is unused and which colors are alike", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      await rename(page, "", "Parked");
      await saveAll(page, "1 added");

      const health = await openPanel(page, "Health");
      const eight = health.getByRole("region", { name: "The eight mandatory combinations" });
      await expect(eight.getByRole("img", { name: "Good" })).toHaveCount(8);
      await expect(eight).toContainText("The system uses Submitted, then Parked.");
      await expect(health.getByRole("region", { name: "Statuses that no order has now" })).toContainText(
        "Draft, Submitted, Executed, Canceled, Pending Reseller Approval, Canceled by Reseller, Executing, Scheduled, Parked.",
      );
      const colors = health.getByRole("region", { name: "Colors that are hard to tell apart" });
      const finding = (names: string) =>
        colors.getByRole("listitem").filter({ has: page.getByText(names, { exact: true }) });
      await expect(finding("Draft, Parked")).toContainText("They have the same color.");
      await expect(finding("Submitted, Scheduled")).toContainText(
        "They look alike for people with protanopia or deuteranopia.",
      );
      await expectAccessible(page);
      await press(page, "Escape");
      await expect(health).toBeHidden();
      await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();
    });

    test("a file is previewed row by row, taken into the edit, and exported again", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      const panel = await openPanel(page, "Import");
      const file = panel.getByLabel("CSV or JSON file");
      await tabTo(page, file);
      const text =
        "\ufeffNo.;Description;Type;Storefront Type;Color;Active\r\n" +
        "1;Draft;In progress;Draft;#868e96;Yes\r\n" +
        "2;Submitted;In progress;Viewable;#000000;Yes\r\n" +
        '30;"\'=cmd() ""quoted""";Cancelled;Viewable;#c2185b;Yes\r\n' +
        '31;"Two\nlines";Cancelled;Viewable;#c2185b;Yes\r\n' +
        "40;Running;Executing;Viewable;#c2185b;Yes\r\n";
      await file.setInputFiles({ name: "statuses.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await expect(panel).toContainText("2 added, 1 changed, 1 same, 1 refused");
      await expect(panel.getByRole("table", { name: "Preview" }).getByRole("row")).toHaveText([
        /Result/,
        /Draft\s*Same/,
        /Submitted\s*Changed\s*Color/,
        /=cmd\(\) "quoted"\s*Added/,
        /Two lines\s*Added/,
        /Running\s*Refused\s*Type: Only the system sets Executing/,
      ]);
      await expectAccessible(page);
      await pressButton(page, panel.getByRole("button", { name: "Add to the list" }));
      await expect(row(page, '=cmd() "quoted"')).toBeVisible();
      await saveAll(page, "1 changed, 2 added");

      const unsaved = saved(page, "The file has the list as it is saved, without your unsaved changes.");
      for (const format of ["CSV", "JSON"]) {
        const download = page.waitForEvent("download");
        await choose(page, `Export as ${format}`);
        const exported = await readFile(await (await download).path());
        if (format === "CSV") expect(exported.toString()).toContain(`"'=cmd() ""quoted"""`);
        await expect(unsaved).toHaveCount(0);
        const again = await openPanel(page, "Import");
        const name = `again.${format.toLowerCase()}`;
        await again
          .getByLabel("CSV or JSON file")
          .setInputFiles({ name, mimeType: "text/plain", buffer: exported });
        await expect(again).toContainText("0 added, 0 changed, 10 same, 0 refused");
        await press(page, "Escape");
        await expect(again).toBeHidden();
      }

      await rename(page, "Draft", "Basket");
      const download = page.waitForEvent("download");
      await choose(page, "Export as JSON");
      expect(await readFile(await (await download).path(), "utf8")).not.toContain("Basket");
      await expect(unsaved).toBeVisible();
    });

    test("a file that is no list, or far too large, is refused in words", async ({
      organization,
      signedIn,
    }) => {
      const page = await signedIn(organization.administrator);
      await openList(page, colorScheme);
      const panel = await openPanel(page, "Import");
      const file = panel.getByLabel("CSV or JSON file");
      await tabTo(page, file);
      const files: [string, string, string][] = [
        ["sheet.csv", "PK\u0003\u0004", "Save the sheet as CSV"],
        ["other.csv", "Name,Age\nAda,36\n", "The first row of the file must name the columns"],
        [
          "many.csv",
          `Description\n${"x\n".repeat(1000)}`,
          "The file has 1,000 rows. A list has at most 500.",
        ],
        ["broken.json", "[{", "looks like JSON"],
      ];
      for (const [name, text, why] of files) {
        await file.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
        await expect(panel.getByRole("alert")).toContainText(why);
      }
      // On the disk, from which the browser takes it by itself.
      const large = test.info().outputPath("large.csv");
      await writeFile(large, "");
      await truncate(large, 50_000_000);
      await file.setInputFiles(large);
      await expect(panel.getByRole("alert")).toContainText("The file has 50 MB");
      await expectAccessible(page);
    });
  });
}

import { readFile } from "node:fs/promises";
import { extractText } from "unpdf";
import { openExecutedOrder, openTab, status } from "../fixtures/orders";
import { expect, test } from "../fixtures/test";

test("an order executed by mistake is reversed: credited, its subscriptions ended, the money given back", async ({
  organization,
  signedIn,
}) => {
  const operator = await signedIn(organization.operator);
  const [account] = organization.accounts;
  const code = await openExecutedOrder(operator, account, [
    { product: organization.products[0], quantity: "2" },
    { product: organization.manualProduct },
  ]);
  await expect(operator.getByRole("button", { name: "Reverse execution" })).toBeHidden();

  const page = await signedIn(organization.administrator);
  await page.goto(`/orders/${code}`);
  await page.getByRole("link", { name: account }).first().click();
  await page.getByRole("button", { name: "Record payment" }).click();
  const payment = page.getByRole("dialog", { name: "Record payment" });
  await payment.getByRole("textbox", { name: "Amount" }).fill("20");
  await payment.getByRole("button", { name: "Record payment" }).click();
  await expect(payment).toBeHidden();

  await page.goto(`/orders/${code}`);
  await page.getByRole("button", { name: "Reverse execution" }).click();
  const dialog = page.getByRole("dialog", { name: "Reverse execution" });
  const consequences = dialog.getByRole("region", { name: "What will happen" });
  await expect(consequences).toContainText("Credit note for invoice INV-1001");
  await expect(consequences).toContainText(`becomes credit of ${account}€20.00`);
  await expect(consequences).toContainText(`${organization.products[0]} ends`);
  await expect(consequences).toContainText("by hand");
  await expect(consequences).toContainText(`Order ${code}Canceled`);
  await dialog.getByRole("button", { name: "Reverse execution" }).click();
  const comment = dialog.getByRole("textbox", { name: "Comment" });
  await expect(comment).toHaveAttribute("aria-invalid", "true");
  await comment.fill("Ordered twice");
  await dialog.getByRole("button", { name: "Reverse execution" }).click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toHaveText("Canceled");
  await expect(page.getByRole("button", { name: "Reverse execution" })).toBeHidden();

  const history = await openTab(page, "History");
  await expect(history).toContainText("Execution reversed");
  await expect(history).toContainText("Ordered twice");
  const subscriptions = await openTab(page, "Subscriptions");
  await expect(subscriptions.getByRole("row", { name: organization.products[0] })).toContainText("canceled");
  const invoices = await openTab(page, "Invoices");
  await invoices.getByRole("link", { name: "CN-1001" }).click();

  const note = page.getByRole("article", { name: "Credit note CN-1001" });
  await expect(note.getByRole("table", { name: "Lines" }).getByRole("row")).toHaveCount(3);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download PDF" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("CN-1001.pdf");
  const { text } = await extractText(
    await readFile(await download.path()).then((file) => new Uint8Array(file)),
  );
  expect(text.join(" ")).toContain(organization.products[0]);

  await note.getByRole("link", { name: "INV-1001" }).click();
  const invoice = page.getByRole("article", { name: "Invoice INV-1001" });
  await expect(invoice).toContainText("Credited");
  await expect(invoice.getByRole("link", { name: "CN-1001" })).toBeVisible();
  await invoice.getByRole("link", { name: account }).click();
  await expect(page.getByRole("table", { name: "Credit notes" })).toContainText("CN-1001");
  await expect(page.getByRole("region", { name: "Credit", exact: true })).toContainText("Paid ahead€20.00");
});

test("what cannot be reversed says why", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.administrator);
  const code = await openExecutedOrder(page, organization.accounts[0], [
    { product: organization.products[0] },
  ]);
  const colleague = await signedIn(organization.administrator);
  await colleague.goto(`/orders/${code}`);
  await colleague.getByRole("button", { name: "Reverse execution" }).click();
  await page.getByRole("button", { name: "Reverse execution" }).click();
  const named = { name: "Reverse execution" };
  const [first, second] = [page.getByRole("dialog", named), colleague.getByRole("dialog", named)];
  for (const dialog of [first, second]) {
    await dialog.getByRole("textbox", { name: "Comment" }).fill("A mistake");
  }
  await first.getByRole("button", named).click();
  await expect(status(page)).toHaveText("Canceled");
  await second.getByRole("button", named).click();
  await expect(second.getByRole("alert")).toContainText("already been reversed");
});

test("the file of an invoice is for staff of its organization", async ({ organization, signedIn }) => {
  const page = await signedIn(organization.operator);
  await openExecutedOrder(page, organization.accounts[0], [{ product: organization.products[0] }]);
  const file = "/invoices/INV-1001/pdf";
  const own = await page.request.get(file);
  expect([own.status(), own.headers()["content-disposition"]]).toEqual([
    200,
    'attachment; filename="INV-1001.pdf"',
  ]);
  expect((await page.request.get("/invoices/INV-7/pdf")).status()).toBe(404);
  // Theirs has the same number.
  const other = await (await signedIn("admin@other.example.com")).request.get(file);
  const { text } = await extractText(new Uint8Array(await other.body()));
  expect(text.join(" ")).not.toContain(organization.name);
  expect((await (await signedIn("customer@example.com")).request.get(file)).status()).toBe(403);
});

test("the file of an invoice prints any name, and is the same for every reader", async ({
  organization,
  signedIn,
}) => {
  const page = await signedIn(organization.administrator);
  const buyer = "北京云计算有限公司";
  await page.goto("/accounts/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(buyer);
  await page.getByRole("textbox", { name: "Credit limit" }).fill("2500");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: buyer })).toBeVisible();
  await openExecutedOrder(page, buyer, [{ product: organization.products[0] }]);

  const textFor = async (locale: string) => {
    const headers = { "accept-language": locale };
    const file = await page.request.get("/invoices/INV-1001/pdf", { headers });
    return (await extractText(new Uint8Array(await file.body()))).text.join(" ");
  };
  const text = await textFor("en-GB");
  expect(text).toContain(buyer);
  expect(text).toMatch(/€\d+\.\d\d due on \d+ \w+ \d{4}/);
  expect(await textFor("ar-EG")).toBe(text);
  expect(await textFor("zh-CN")).toBe(text);
});

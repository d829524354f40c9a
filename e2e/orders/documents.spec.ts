import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText } from "unpdf";
import { companyProfile, testLogo } from "../../lib/server/testing/factories/company";
import { openNewPurchase } from "../fixtures/shop";
import { expect, test } from "../fixtures/test";

const company = (page: Page) => page.getByRole("form", { name: "Company" });

async function tellCompany(page: Page): Promise<void> {
  await page.goto("/setup/company");
  const form = company(page);
  for (const [label, typed] of [
    ["Legal name", companyProfile.legalName],
    ["Street", companyProfile.street],
    ["Postal code", companyProfile.postalCode],
    ["City", companyProfile.city],
    ["VAT ID", "de 123 456 789"],
    ["IBAN", "de89 3704 0044 0532 0130 00"],
    ["Bank name", companyProfile.bankName],
    ["Accent color", companyProfile.accentColor],
  ] as const) {
    await form.getByRole("textbox", { name: label, exact: true }).fill(typed);
  }
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Company saved")).toBeVisible();
}

async function chooseLogo(page: Page, buffer: Buffer): Promise<void> {
  await page.getByLabel("Logo file").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
}

async function downloaded(page: Page): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download PDF" }).click();
  const download = await downloading;
  const file = new Uint8Array(await readFile(await download.path()));
  const { text } = await extractText(file);
  return { name: download.suggestedFilename(), text: text.join(" ") };
}

test("an invoice and its credit note can be sent: the company is told once, and the customer downloads both", async ({
  shop,
  signedIn,
}) => {
  const administrator = await signedIn(shop.administrator);
  await tellCompany(administrator);
  await expect(company(administrator).getByRole("textbox", { name: "IBAN" })).toHaveValue(
    "DE89 3704 0044 0532 0130 00",
  );
  await chooseLogo(administrator, testLogo(120, 40));
  await expect(administrator.getByRole("img", { name: /^Logo of/ })).toBeVisible();

  const customer = await signedIn(shop.customer);
  const code = await openNewPurchase(customer, shop.product);
  await customer.getByRole("link", { name: /^INV-/ }).click();
  const invoice = customer.getByRole("article", { name: /^Invoice INV-/ });
  for (const part of [
    "Harbour Cloud GmbH",
    "20457 Hamburg",
    "VAT IDDE123456789",
    "DE89 3704 0044",
    "Tax 20%",
  ])
    await expect(invoice).toContainText(part);
  await expect(invoice.getByRole("link", { name: code })).toBeVisible();
  const shopName = customer.getByRole("banner").getByRole("img");
  await expect(shopName).toHaveJSProperty("naturalWidth", 120);
  const file = await downloaded(customer);
  expect(file.name).toMatch(/^INV-\d+\.pdf$/);
  expect(file.text).toContain("Harbour Cloud GmbH");
  const invoicePath = new URL(customer.url()).pathname;

  await administrator.goto(`/orders/${code}`);
  await administrator.getByRole("button", { name: "Reverse execution" }).click();
  const dialog = administrator.getByRole("dialog", { name: "Reverse execution" });
  await dialog.getByRole("textbox", { name: "Comment" }).fill("Ordered twice");
  await dialog.getByRole("button", { name: "Reverse execution" }).click();
  await expect(dialog).toBeHidden();

  await customer
    .getByRole("navigation", { name: "Billing" })
    .getByRole("link", { name: "Credit notes" })
    .click();
  const notes = customer.getByRole("table", { name: "Credit notes" });
  await notes.getByRole("link", { name: /^CN-/ }).click();
  await expect(customer.getByRole("article", { name: /^Credit note CN-/ })).toContainText(
    "Harbour Cloud GmbH",
  );
  expect((await downloaded(customer)).name).toMatch(/^CN-\d+\.pdf$/);
  const notePath = new URL(customer.url()).pathname;

  for (const other of [shop.modestCustomer, shop.rival]) {
    const stranger = await signedIn(other);
    for (const path of [invoicePath, `${invoicePath}/pdf`, notePath, `${notePath}/pdf`]) {
      const answer = await stranger.request.get(path);
      expect(answer.status(), `${path} for ${other}`).toBe(404);
    }
  }
});

test("a wrong VAT ID or IBAN loses nothing typed, and a file that is no picture is not taken", async ({
  shop,
  signedIn,
}) => {
  const page = await signedIn(shop.administrator);
  await page.goto("/setup/company");
  const form = company(page);
  const field = (name: string) => form.getByRole("textbox", { name, exact: true });
  await field("Legal name").fill("Harbour Cloud GmbH");
  await field("IBAN").fill("DE89 3704 0044 0532 0130 01");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(field("IBAN")).toHaveAccessibleDescription(/check digits do not match/);
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeFocused();
  await field("IBAN").fill("");
  await field("VAT ID").fill("DE12");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(field("VAT ID")).toHaveAccessibleDescription(/Write it like DE123456789/);
  await expect(field("Legal name")).toHaveValue("Harbour Cloud GmbH");

  await chooseLogo(page, Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  await expect(page.getByText("This file is no PNG or JPEG picture. Choose one that is.")).toBeVisible();
  await chooseLogo(page, Buffer.alloc(300_000));
  await expect(page.getByText("This picture is larger than 256 KB. Choose a smaller one.")).toBeVisible();
});

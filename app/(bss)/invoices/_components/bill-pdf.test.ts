import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import type { Bill, BillLine } from "@/lib/server/billing/bill";
import type { BillWords } from "../../../_components/bill/bill-words";
import { billPdf } from "./bill-pdf";

const aLine = (values: Partial<BillLine> = {}): BillLine => ({
  id: "1",
  description: "Mail box",
  quantity: 1200,
  unitPrice: "10.00",
  discountPercent: "12.5",
  taxRate: "19",
  net: "10500.00",
  tax: "1995.00",
  total: "12495.00",
  ...values,
});

const aBill = (values: Partial<Bill> = {}): Bill => ({
  id: "1",
  number: "INV-1001",
  seller: "Northwind Cloud",
  account: { code: "A1001", name: "Fjord Energy", email: "post@fjord.example", country: "NO" },
  orderCode: "1042-1",
  issueDate: "2026-11-23",
  currency: "EUR",
  netTotal: "10500.00",
  taxTotal: "1995.00",
  total: "12495.00",
  lines: [aLine()],
  ...values,
});

const words: BillWords = {
  title: "Invoice INV-1001",
  facts: [
    { name: "Order", text: "1042-1", href: "/orders/1042-1" },
    { name: "Due", day: "2026-12-23", outstanding: "12495.00" },
  ],
  after: { name: "Outstanding", amount: "12495.00" },
};

async function textOf(bill: Bill, locale = "en-GB"): Promise<{ pages: string[]; title: unknown }> {
  const pdf = await billPdf(bill, words, { locale, timeZone: "UTC", now: new Date("2026-11-23T12:00:00Z") });
  const document = await getDocumentProxy(pdf);
  const { text } = await extractText(document);
  const { info } = await document.getMetadata();
  return { pages: text, title: (info as { Title?: unknown }).Title };
}

describe("the file of an invoice", () => {
  test("says what the page says", async () => {
    const { pages, title } = await textOf(aBill());
    expect(title).toBe("Invoice INV-1001");
    expect(pages).toHaveLength(1);
    for (const part of [
      "Northwind Cloud",
      "Invoice INV-1001",
      "Fjord Energy",
      "post@fjord.example",
      "Norway",
      "1042-1",
      "23 Dec 2026",
      "Mail box",
      "1,200",
      "€10.00",
      "12.5%",
      "19%",
      "€10,500.00",
      "€1,995.00",
      "Outstanding",
      "€12,495.00",
      "Page 1 of 1",
    ]) {
      expect(pages[0]).toContain(part);
    }
  });

  test("is written in the reader's notation", async () => {
    const { pages } = await textOf(aBill(), "de-DE");
    expect(pages[0]?.replace(/\u00a0/g, " ")).toContain("10.500,00 €");
  });

  test.each([
    "Łódź Wąż & Šťastný s.r.o.",
    "Ελληνική Εταιρεία ΑΕ",
    "Київська Їдальня ТОВ",
    "Công ty Việt Nam",
  ])("prints the name %s", async (name) => {
    const { pages } = await textOf(aBill({ account: { code: "A1", name, email: null, country: null } }));
    expect(pages[0]).toContain(name);
  });

  test("goes on over pages, with the columns named on each and every line once", async () => {
    const lines = Array.from({ length: 500 }, (_, i) =>
      aLine({ id: `${i}`, description: `Product number ${i} ${"of a long name ".repeat(i % 6)}.` }),
    );
    const { pages } = await textOf(aBill({ lines }));
    expect(pages.length).toBeGreaterThan(10);
    const all = pages.join(" ");
    for (const i of lines.keys()) expect(all.split(`Product number ${i} `)).toHaveLength(2);
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    });
    expect(pages.filter((page) => page.includes("Unit price")).length).toBeGreaterThanOrEqual(
      pages.length - 1,
    );
    expect(pages.at(-1)).toContain("€12,495.00");
  });
});

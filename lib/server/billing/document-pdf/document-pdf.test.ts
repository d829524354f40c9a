import { describe, expect, test } from "vitest";
import type { Buyer } from "@/lib/domain/billing-document/billing-document";
import { aCreditNote, aLine, anInvoice } from "@/lib/domain/billing-document/document.test-data";
import { glyphsOf, keeps, overlaps, readBack } from "@/lib/server/testing/read-pdf";

const named = (name: string): Buyer => ({ name, code: "A1", address: [], vatId: null, email: null });

describe("the file of an invoice", () => {
  test("says who sells and who buys, what, for how much, until when and where to pay", async () => {
    const { pages, title, language } = await readBack(anInvoice());
    expect(title).toBe("Invoice INV-1001");
    expect(language).toBe("en");
    expect(pages).toHaveLength(1);
    for (const part of [
      "Northwind Cloud GmbH",
      "Torstraße 140",
      "DE123456789",
      "HRB 98765 B",
      "Invoice",
      "INV-1001",
      "Fjord Energy",
      "post@fjord.example",
      "Norway",
      "NO912345678MVA",
      "1042-1",
      "23 Dec 2026",
      "Mail box",
      "1 Dec 2026 – 31 Dec 2026 · billed monthly",
      "1,200",
      "€10.00",
      "12.5%",
      "19%",
      "€10,500.00",
      "Tax 19% on €10,500.00",
      "€1,995.00",
      "Outstanding",
      "€12,495.00 due on 23 December 2026",
      "DE89 3704 0044 0532 0130 00",
      "Payment reference",
      "Page 1 of 1",
    ]) {
      expect(pages[0]).toContain(part);
    }
  });

  test("is written in the document's language, words and numbers alike", async () => {
    const { pages, title, language } = await readBack(anInvoice({ language: "de" }));
    expect(title).toBe("Rechnung INV-1001");
    expect(language).toBe("de");
    for (const part of [
      "10.500,00 €",
      "12,5 %",
      "23.12.2026",
      "Offener Betrag",
      "Verwendungszweck",
      "Seite 1 von 1",
    ]) {
      expect(pages[0]).toContain(part);
    }
    expect(pages[0]).not.toContain("€10");
  });

  test("asks for no money once it is paid or credited", async () => {
    const paid = await readBack(anInvoice({ outstanding: "0.00" }));
    expect(paid.pages[0]).toContain("€12,495.00 paid in full");
    const credited = await readBack(anInvoice({ outstanding: "0.00", creditNote: "CN-1001" }));
    expect(credited.pages[0]).toContain("Credited in full with credit note CN-1001");
    for (const { pages } of [paid, credited]) expect(pages[0]).not.toContain("Payment reference");
  });

  test("tells the tax of each rate", async () => {
    const taxes = [
      { rate: "19", net: "100.00", tax: "19.00" },
      { rate: "7.725", net: "50.00", tax: "3.86" },
      { rate: "0", net: "10.00", tax: "0.00" },
    ];
    const { pages } = await readBack(anInvoice({ taxes }));
    for (const part of ["Tax 19% on €100.00", "Tax 7.725% on €50.00", "Tax 0% on €10.00"]) {
      expect(pages[0]).toContain(part);
    }
  });

  test("needs no more of its seller than the name", async () => {
    const seller = {
      ...anInvoice().seller,
      address: [],
      vatId: null,
      registrationNumber: null,
      email: null,
      phone: null,
      website: null,
      bank: null,
    };
    const read = await readBack(anInvoice({ seller, buyer: named("Fjord Energy") }));
    expect(read.pages[0]).toContain("Northwind Cloud GmbH");
    expect(read.pages[0]).not.toMatch(/null|undefined|IBAN|VAT ID/);
  });
});

test("a credit note has the layout of an invoice, and names the invoice that it takes back", async () => {
  const { pages, title } = await readBack(aCreditNote());
  expect(title).toBe("Credit note CN-1001");
  for (const part of [
    "CN-1001",
    "€12,495.00 credited for invoice INV-1001",
    "INV-1001 of 23 Nov 2026",
    "Torstraße 140",
    "NO912345678MVA",
  ]) {
    expect(pages[0]).toContain(part);
  }
  expect(pages[0]).not.toContain("Payment reference");
  const german = await readBack(aCreditNote({ language: "de" }));
  expect(german.pages[0]).toContain("12.495,00 € gutgeschrieben zur Rechnung INV-1001");
});

describe("names are printed in their own letters", () => {
  test.each([
    "Łódź Wąż & Šťastný s.r.o.",
    "Ελληνική Εταιρεία ΑΕ",
    "Київська Їдальня ТОВ",
    "Công ty Việt Nam",
    "北京云计算有限公司（标准版）",
    "臺灣雲端服務股份有限公司",
    "株式会社サンプル・クラウド",
    "주식회사 예제 클라우드",
    "חברת הדוגמה",
    "شركة النيل للتقنية",
    "گروه ابر شمال",
    "บริษัท ตัวอย่าง",
    "შპს ჩრდილოეთის ქარი",
    "Հյուսիսային քամի",
  ])("%s", async (name) => {
    const read = await readBack(anInvoice({ buyer: named(name), lines: [aLine({ description: name })] }));
    expect(read.pages[0]?.split(name).length).toBeGreaterThanOrEqual(3);
    expect(read.pages[0]).not.toContain("?");
    expect(glyphsOf(read)).not.toContain(0);
  });
});

test("letters that are joined to new forms are kept in the file as they were written", async () => {
  for (const name of ["उत्तर प्रदेश", "จำกัด", "شركة (NileTech) ٢٠٢٦"]) {
    const read = await readBack(anInvoice({ buyer: named(name) }));
    expect(keeps(read, name)).toBe(true);
    expect(glyphsOf(read)).not.toContain(0);
  }
});

test("a document is the same whatever was drawn before it", async () => {
  const before = await readBack(anInvoice({ buyer: named("Zażółć gęślą jaźń") }));
  const [one, two] = [await readBack(anInvoice()), await readBack(anInvoice())];
  expect(one.pages).toEqual(two.pages);
  expect(before.pages[0]).toContain("Zażółć gęślą jaźń");
});

describe("what no font has is written in Latin letters, and the file keeps the original", () => {
  test.each([
    ["উত্তর ক্লাউড", "uttr klaud"],
    ["ⵜⴰⵎⴰⵣⵉⵖⵜ", "tamazight"],
    ["🚀", ":rocket:"],
  ])("%s is %s", async (name, letters) => {
    const read = await readBack(anInvoice({ lines: [aLine({ description: name })] }));
    expect(read.pages[0]).toContain(letters);
    expect(keeps(read, name)).toBe(true);
    expect(glyphsOf(read)).not.toContain(0);
  });
});

describe("nothing is printed over anything else", () => {
  const endless = "The Honourable Company of Merchants and Traders of Northern Energy ".repeat(3);
  const unbroken = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
  test.each([
    ["a long name of the buyer", anInvoice({ buyer: { ...anInvoice().buyer, name: endless } })],
    [
      "a word without a place to break",
      anInvoice({ buyer: { ...named(unbroken), email: `${unbroken}@x.example` } }),
    ],
    ["a long name of the seller", anInvoice({ seller: { ...anInvoice().seller, legalName: endless } })],
    [
      "a long description",
      anInvoice({ lines: [aLine({ description: endless }), aLine({ description: unbroken })] }),
    ],
    [
      "the largest amounts",
      anInvoice({
        currency: "IDR",
        lines: [
          aLine({ unitPrice: "999999999999000.1234", net: "-999999999999000.1234", quantity: 1000000 }),
        ],
        taxes: [{ rate: "12.125", net: "999999999999000.1234", tax: "999999999999000.1234" }],
        total: "999999999999000.1234",
      }),
    ],
    [
      "Arabic beside Latin",
      anInvoice({ language: "de", buyer: named(`${"شركة النيل (NileTech) ٢٠٢٦ ".repeat(6)}`) }),
    ],
  ])("%s", async (_, document) => {
    expect(overlaps(await readBack(document))).toEqual([]);
  });
});

test("goes on over pages, with the columns named on each and every line once", async () => {
  const lines = Array.from({ length: 500 }, (_, i) =>
    aLine({ id: `${i}`, description: `Product number ${i} ${"of a long name ".repeat(i % 6)}.` }),
  );
  const read = await readBack(anInvoice({ lines }));
  const { pages } = read;
  expect(pages.length).toBeGreaterThan(10);
  const all = pages.join(" ");
  for (const i of lines.keys()) expect(all.split(`Product number ${i} `)).toHaveLength(2);
  pages.forEach((page, i) => {
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    expect(page).toContain("Fjord Energy");
  });
  expect(pages.filter((page) => page.includes("Unit price")).length).toBeGreaterThanOrEqual(pages.length - 1);
  expect(pages.at(-1)).toContain("€12,495.00");
  expect(overlaps(read)).toEqual([]);
});

test("the totals never stand on a page without a line", async () => {
  for (let count = 7; count <= 16; count++) {
    const lines = Array.from({ length: count }, (_, i) =>
      aLine({ description: `Product ${i}.`, servicePeriod: null }),
    );
    const { pages } = await readBack(anInvoice({ lines }));
    expect(pages.find((page) => page.includes("Outstanding"))).toContain(`Product ${count - 1}.`);
  }
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LetterLook, letterFooter, letterHtml, type Sender } from "./letter";

const url = "https://shop.example/storefront/billing/orders/1042";
const text = `Dear Fjord,\n\nThank you.\n\nOpen the order: ${url}\n\nKind regards\nHarbour Cloud`;
const look: LetterLook = {
  name: "Harbour Cloud",
  accentColor: "#1c6dd0",
  logo: { source: "cid:logo@order-desk", width: 400, height: 100 },
  footer: ["Harbour Cloud GmbH · 20457 Hamburg"],
};
const html = (changes: Partial<LetterLook> = {}, body = text) =>
  letterHtml(body, { language: "en", url, look: { ...look, ...changes } });

describe("an email looks like the organization's letter:", () => {
  test("it shows the logo in its proportions and with the name as its text, the accent, and who sends it", () => {
    expect(html()).toContain('<img src="cid:logo@order-desk" width="200" height="50" alt="Harbour Cloud"');
    expect(html()).toContain("background:#1c6dd0;color:#ffffff");
    expect(html()).toContain("Harbour Cloud GmbH · 20457 Hamburg");
  });

  test("without a logo it begins with the name, and without a color it has the neutral one", () => {
    const plain = html({ logo: null, accentColor: null });
    expect(plain).not.toContain("<img");
    expect(plain).toMatch(/<strong[^>]*>Harbour Cloud<\/strong>/);
    expect(plain).toContain("background:#3a57d3");
  });

  test("the way to the order is a button, and the rest of the text is whole", () => {
    expect(html()).toContain(`<a href="${url}" style="display:inline-block`);
    for (const part of ["Dear Fjord,", "Thank you.", ">Open the order<", "Kind regards<br>Harbour Cloud"])
      expect(html()).toContain(part);
  });

  test("its text on the accent is dark where the accent is light", () => {
    expect(html({ accentColor: "#ffd400" })).toMatch(/background:#[0-9a-f]{6};color:#000000/);
  });
});

test("nothing that somebody typed becomes markup", () => {
  const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;`;
  const typed = html({ name: evil, footer: [evil], logo: { source: evil, width: 1, height: 1 } }, evil);
  expect(typed).not.toContain("<script");
  expect(typed.match(/<img/g)).toHaveLength(1);
  expect(typed).toContain("&#38;amp;");
  fc.assert(
    fc.property(fc.string(), (any) => {
      const tags = (page: string) => page.match(/<[a-z/!]/g)?.length;
      const expected = tags(html({ footer: ["x"] }, "x\n\nx"));
      expect(tags(html({ name: any, footer: [any] }, `x\n\n${any.replaceAll("\n", " ")}`))).toBe(expected);
    }),
  );
});

describe("the lines below the letter", () => {
  const nothing = {
    legalName: null,
    street: null,
    postalCode: null,
    city: null,
    region: null,
    country: null,
    email: null,
    phone: null,
    website: null,
    vatId: null,
    registrationNumber: null,
  };
  const sender: Sender = { ...nothing, name: "Harbour Cloud" };

  test("say who sends it, in the reader's language", () => {
    const told = {
      ...sender,
      legalName: "Harbour Cloud GmbH",
      street: "Am Hafen 1",
      postalCode: "20457",
      city: "Hamburg",
      country: "DE",
      email: "hello@harbour.example",
      website: "https://harbour.example",
      vatId: "DE123456789",
    };
    expect(letterFooter(told, "de")).toEqual([
      "Harbour Cloud GmbH · Am Hafen 1 · 20457 Hamburg · Deutschland",
      "hello@harbour.example · harbour.example",
      "USt-IdNr. DE123456789",
    ]);
    expect(letterFooter(told, "en")).toContain("VAT ID DE123456789");
  });

  test("say the name alone of an organization that has entered nothing else", () => {
    expect(letterFooter(sender, "en")).toEqual(["Harbour Cloud"]);
  });
});

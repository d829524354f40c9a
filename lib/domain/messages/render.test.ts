import { describe, expect, test } from "vitest";
import { gateLabels } from "../order/holds/gate-words";
import { webhookDisabledReasons } from "../webhook";
import type { ToldHold } from "./holds";
import { type LetterLook, letterHtml } from "./letter";
import { languages, type MessageFacts, messageTypes, nextSendAt } from "./message";
import { webhookDisabledNotice } from "./notice";
import { renderMessage } from "./render";

const facts: MessageFacts = {
  order: "1042",
  account: "Harbour Logistics",
  organization: "Northwind Cloud",
  currency: "EUR",
  total: "1234.50",
  lines: [{ quantity: 2, product: "Mail Hosting" }],
  url: "https://shop.example/storefront/billing/orders/1042",
  day: "2026-12-03",
  missing: "7.00",
  holds: [{ gate: "credit", missing: "7.00" }],
  totalBefore: "1000.00",
  creditNotes: ["CN-1001"],
  released: "12.00",
  retried: true,
};

const plain: LetterLook = { name: "Northwind Cloud", accentColor: null, logo: null, footer: [] };

describe.each(languages)("in %s", (language) => {
  test.each(messageTypes)("%s names the order, and what was ordered", (type) => {
    const { subject, text } = renderMessage(type, language, "Harbour Logistics", facts);
    expect(subject).toContain("1042");
    for (const part of [text, letterHtml(text, { language, url: facts.url, look: plain })]) {
      for (const told of ["Harbour Logistics", "2 × Mail Hosting", "Northwind Cloud", facts.url]) {
        expect(part).toContain(told);
      }
      expect(part).not.toMatch(/undefined|null|NaN|Invalid/);
    }
  });
});

test.each(["gone", "failing"] as const)(
  "a notice of a webhook that is %s says why, and leads to it",
  (disabledBy) => {
    const url = "https://desk.example/setup/webhooks/7";
    const about = { webhook: "Ware\nhouse", disabledBy, organization: "Northwind Cloud", url };
    const { subject, text } = webhookDisabledNotice("Ada", about);
    expect(subject).toBe("The webhook Ware house is disabled");
    const html = letterHtml(text, { language: "en", url, look: plain });
    for (const told of ["Ada", webhookDisabledReasons[disabledBy], "Northwind Cloud", url]) {
      expect(text).toContain(told);
      expect(html).toContain(told);
    }
  },
);

test("days and amounts are written as the language writes them", () => {
  expect(renderMessage("scheduled", "en", "A", facts).subject).toBe(
    "Your order 1042 is scheduled for December 3, 2026",
  );
  expect(renderMessage("scheduled", "de", "A", facts).subject).toBe(
    "Ihre Bestellung 1042 ist für den 3. Dezember 2026 geplant",
  );
  expect(renderMessage("submitted_without_credit", "de", "A", facts).text).toMatch(
    /übersteigt den verfügbaren Kredit um 7,00\s€\./,
  );
});

test.each(languages)("every hold has its own sentence in %s", (language) => {
  const gates = Object.keys(gateLabels).filter((gate) => gate !== "date") as ToldHold["gate"][];
  const sentences = gates.map((gate) => {
    const hold: ToldHold = { gate, values: ["Domain name"], products: ["Mail"] };
    const { text } = renderMessage("confirmation", language, "A", { ...facts, holds: [hold] });
    return /^- (?!\d).*$/m.exec(text)?.[0];
  });
  expect(sentences).not.toContain(undefined);
  expect(new Set(sentences).size).toBe(gates.length);
});

test("what people type is told, never taken for markup or for a header", () => {
  const evil = `<img src=x onerror="alert('1')">`;
  const { text } = renderMessage("cancelled", "en", evil, {
    ...facts,
    reason: evil,
    lines: [{ quantity: 1, product: evil }],
    organization: evil,
  });
  expect(text).toContain(evil);
  const html = letterHtml(text, { language: "en", url: facts.url, look: plain });
  expect(html).not.toContain("<img");
  expect(html).toContain(`<a href="${facts.url}"`);
  const account = "Evil\r\nBcc: everybody@example.com";
  const { subject } = renderMessage("approval_wanted", "en", "A", { ...facts, account });
  expect(subject).toBe("Order 1042 of Evil Bcc: everybody@example.com waits for your approval");
});

test("tries to send come at growing intervals, and end", () => {
  const now = new Date("2026-11-23T10:00:00Z");
  const waits = [1, 2, 3, 4, 5].map((tries) => {
    const next = nextSendAt(tries, now);
    return next && (next.getTime() - now.getTime()) / 60_000;
  });
  expect(waits).toEqual([1, 5, 30, 120, null]);
});

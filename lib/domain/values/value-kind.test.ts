import { describe, expect, test } from "vitest";
import { howToWrite, isWrong, kindsOf, type ValueKind, wrongValues } from "./value-kind";

const examples: Record<ValueKind, { right: string[]; wrong: string[] }> = {
  text: { right: ["Debian 13", "as agreed"], wrong: [] },
  domain_name: {
    right: ["example.com", "EXAMPLE.com", "müller.de", "xn--mller-kva.de", "a-b.co.uk", " example.com "],
    wrong: [
      "example",
      "https://example.com",
      "example.com/shop",
      "exa mple.com",
      "-a.example",
      "a..example",
      "example.com.",
      "info@example.com",
      "192.0.2.10",
      "not a domain!!",
      `${"a".repeat(64)}.example`,
    ],
  },
  hostname: {
    right: ["srv1", "srv1.example.com", "büro-2"],
    wrong: ["srv_1", "srv 1", "-srv", "srv-", "192.0.2.10", "42", "http://srv1", "srv1:80"],
  },
  email: { right: ["info@example.com", "info@müller.de"], wrong: ["info", "info@", "a@b@example.com"] },
  ip_address: {
    right: ["192.0.2.10", "0.0.0.0", "2001:db8::1", "::1"],
    wrong: ["192.0.2", "192.0.2.256", "192.0.02.1", "1.2.3.4.5", ":::", "2001:db8::g", "srv1"],
  },
  whole_number: {
    right: ["0", "250", "007"],
    wrong: ["2.5", "2,5", "1 000", "1.000", "-1", "1e3", "ten", "٣"],
  },
};

describe.each(Object.entries(examples))("a value of kind %s", (kind, { right, wrong }) => {
  test("is taken when it is written so", () => {
    expect(right.filter((value) => isWrong(kind as ValueKind, value))).toEqual([]);
  });

  test("is otherwise refused, and it is said how to write it", () => {
    const taken = wrong.filter((value) => !isWrong(kind as ValueKind, value));
    expect(taken).toEqual([]);
    expect(howToWrite[kind as ValueKind]).toMatch(/^(Write|Enter) .+\.$/);
  });

  test("is missing when it is blank, not wrong", () => {
    expect(isWrong(kind as ValueKind, "  ")).toBe(false);
  });
});

test("a value that was there before stays, also when its product asks for another kind since", () => {
  const kinds = { Domain: "domain_name", Host: "hostname" } as const;
  const values = { Domain: "as agreed", Host: "no host", Region: "EU" };
  expect(wrongValues(kinds, values, { Domain: "as agreed", Host: "srv1" })).toEqual([
    { name: "Host", kind: "hostname" },
  ]);
});

test("kinds are kept for the values that a product needs, and only where they are no text", () => {
  const kinds = { Domain: "domain_name", Note: "text", Gone: "hostname" } as const;
  expect(kindsOf(["Domain", "Note"], kinds)).toEqual({ Domain: "domain_name" });
});

test("names like those of objects' own properties have no kind of their own", () => {
  expect(wrongValues({}, { constructor: "x", toString: "y" })).toEqual([]);
});

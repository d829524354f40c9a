import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readVatId } from "./vat-id";

describe("a VAT ID is kept without spaces and in capitals:", () => {
  test.each([
    ["DE123456789", null, "DE123456789"],
    [" de 123 456 789 ", null, "DE123456789"],
    ["123456789", "DE", "DE123456789"],
    ["atu12345678", null, "ATU12345678"],
    ["U12345678", "AT", "ATU12345678"],
    ["che-123.456.789 mwst", null, "CHE123456789MWST"],
    ["123.456.789", "CH", "CHE123456789"],
    ["GR123456789", null, "EL123456789"],
    ["EL 123456789", "GR", "EL123456789"],
    ["123456789", "GR", "EL123456789"],
    ["IE1234567FA", null, "IE1234567FA"],
    ["IE1A23456A", null, "IE1A23456A"],
    ["NL123456789B01", null, "NL123456789B01"],
    ["fr xx 123456789", null, "FRXX123456789"],
    ["ESB12345678", null, "ESB12345678"],
    ["B12345678", "ES", "ESB12345678"],
    ["GB GD 001", null, "GBGD001"],
    ["NO 123 456 789 MVA", null, "NO123456789MVA"],
    ["ATU12345678", "DE", "ATU12345678"],
    ["12-3456789", "US", "123456789"],
    ["51 824 753 556", "AU", "51824753556"],
  ])("%j of %s is %s", (typed, country, vatId) => {
    expect(readVatId(typed, country)).toEqual({ ok: true, vatId });
  });
});

describe("a VAT ID of the wrong form is refused with an example:", () => {
  test.each([
    ["DE12345678", null, "DE123456789"],
    ["DE1234567890", "AT", "DE123456789"],
    ["12345", "DE", "DE123456789"],
    ["AT12345678", null, "ATU12345678"],
    ["SE123456789002", null, "SE123456789001"],
    ["NL123456789", null, "NL123456789B01"],
    ["abc", null, "DE123456789"],
    ["x".repeat(30), "US", "DE123456789"],
    ["<script>1234", "US", "DE123456789"],
    ["", "DE", "DE123456789"],
  ])("%j of %s", (typed, country, example) => {
    const read = readVatId(typed, country);
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining(example) });
  });
});

test("what was kept is read as itself again, in every country", () => {
  const country = fc.constantFrom(null, "DE", "GR", "CH", "ES", "FR", "NL", "GB", "US", "XX");
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 .-]{0,16}$/), country, country, (typed, one, other) => {
      const read = readVatId(typed, one);
      if (!read.ok) return;
      expect(read.vatId).toMatch(/^[A-Z0-9+*]{4,20}$/);
      expect(readVatId(read.vatId, one)).toEqual(read);
      if (one !== null && one !== "US" && one !== "XX") expect(readVatId(read.vatId, other)).toEqual(read);
    }),
  );
});

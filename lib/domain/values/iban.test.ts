import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupedIban, readBic, readIban } from "./iban";

const sound = [
  "DE89370400440532013000",
  "GB82WEST12345698765432",
  "NO9386011117947",
  "FR1420041010050500013M02606",
  "MT84MALT011000012345MTLCAST001S",
  "CH9300762011623852957",
  "BR1800360305000010009795493C1",
];

test.each(sound)("%s is an IBAN, however it is typed", (iban) => {
  expect(readIban(iban)).toEqual({ ok: true, iban });
  expect(readIban(` ${groupedIban(iban).toLowerCase()} `)).toEqual({ ok: true, iban });
});

describe("this is no IBAN:", () => {
  test.each([
    ["DE89370400440532013001", "check digits"],
    ["DE8937040044053201300", "has 22 characters. This one has 21."],
    ["ZZ89370400440532013000", "No IBAN begins with ZZ"],
    ["370400440532013000", "like DE89 3704"],
    ["", "like DE89 3704"],
    ["DE00 0000 0000 0000 0000 00", "check digits"],
  ])("%s", (typed, message) => {
    expect(readIban(typed)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

test("one wrong digit and two swapped ones are noticed", () => {
  const digitsAt = (iban: string) => [...iban].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
  const places = fc.constantFrom(...sound).chain((iban) => {
    const place = fc.constantFrom(...digitsAt(iban).filter((at) => at >= 4));
    return fc.record({ iban: fc.constant(iban), place, digit: fc.nat(9) });
  });
  fc.assert(
    fc.property(places, ({ iban, place, digit }) => {
      const wrong = `${iban.slice(0, place)}${digit}${iban.slice(place + 1)}`;
      expect(readIban(wrong).ok).toBe(wrong === iban);
      const next = iban[place + 1] ?? "";
      fc.pre(/\d/.test(next));
      const swapped = `${iban.slice(0, place)}${next}${iban[place]}${iban.slice(place + 2)}`;
      expect(readIban(swapped).ok).toBe(swapped === iban);
    }),
  );
});

test("a BIC has 8 or 11 characters", () => {
  expect(readBic(" cobadeff ")).toBe("COBADEFF");
  expect(readBic("COBADEFFXXX")).toBe("COBADEFFXXX");
  for (const none of ["COBADEF", "COBADEFFXX", "C0BADEFF", ""]) expect(readBic(none)).toBeNull();
});

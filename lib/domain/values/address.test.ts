import { expect, test } from "vitest";
import { type Address, addressLines } from "./address";

const address = (parts: Partial<Address>): Address => ({
  street: null,
  postalCode: null,
  city: null,
  region: null,
  country: null,
  ...parts,
});

test.each([
  [
    "en",
    { street: "Speicherstraße 12\nHaus B", postalCode: "20457", city: "Hamburg", country: "DE" },
    ["Speicherstraße 12", "Haus B", "20457 Hamburg", "Germany"],
  ],
  [
    "de",
    { street: "Via Roma 1", postalCode: "10121", city: "Torino", region: "TO", country: "IT" },
    ["Via Roma 1", "10121 Torino, TO", "Italien"],
  ],
  [
    "en",
    { street: "1 Congress Ave", postalCode: "78701", city: "Austin", region: "TX", country: "US" },
    ["1 Congress Ave", "Austin, TX 78701", "United States"],
  ],
  ["en", { city: "Lyon" }, ["Lyon"]],
  ["en", { country: "NO" }, ["Norway"]],
  ["en", { postalCode: "SW1A 1AA", country: "GB" }, ["SW1A 1AA", "United Kingdom"]],
  ["en", {}, []],
])("writes an address in %s as on a letter, without empty lines: %j", (language, parts, lines) => {
  expect(addressLines(address(parts), language)).toEqual(lines);
});

import { expect, test } from "vitest";
import { countries } from "./countries";

test("offers each country of today once, and none of the past", () => {
  const offered = countries();
  const codes = offered.map(({ id }) => id);
  for (const code of ["DE", "RU", "RS", "CD", "GB", "TL"]) expect(codes).toContain(code);
  for (const code of ["DD", "SU", "YU", "CS", "ZR", "BU", "TP", "UK", "EU"])
    expect(codes).not.toContain(code);
  expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length);
  expect(offered.length).toBeGreaterThan(240);
});

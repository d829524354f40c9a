import { describe, expect, test } from "vitest";
import { keyRoles, keyState, permissionsOf, permissionsOfKey } from "./api-key";
import { permissions, roleMay } from "./permissions";

const now = new Date("2026-11-26T12:00:00Z");
const [before, after] = [new Date("2026-11-26T11:59:59Z"), new Date("2026-11-26T12:00:01Z")];

test.each([
  ["active", null, null],
  ["active", after, null],
  ["expired", now, null],
  ["expired", before, null],
  ["revoked", null, before],
  ["revoked", before, before],
  ["revoked", after, now],
] as const)("a key is %s if it expires at %o and was revoked at %o", (state, expiresAt, revokedAt) => {
  expect(keyState({ expiresAt, revokedAt }, now)).toBe(state);
});

describe("what a key may", () => {
  test.each(keyRoles)("is without scopes what a %s may", (role) => {
    const allowed = permissions.filter((permission) => roleMay(role, permission));
    expect(permissionsOfKey({ role, scopes: null })).toEqual(allowed);
    expect(permissionsOf(role)).toEqual(allowed);
  });

  test("is with scopes only these, and never more than its role", () => {
    const scopes = ["order:read", "user:save"] as const;
    expect(permissionsOfKey({ role: "operator", scopes })).toEqual(["order:read"]);
    expect(permissionsOfKey({ role: "administrator", scopes })).toEqual(["order:read", "user:save"]);
  });

  test("is for a manager nothing that changes anything", () => {
    const allowed = permissionsOf("manager");
    expect(allowed.filter((permission) => !permission.endsWith(":read"))).toEqual([]);
  });
});

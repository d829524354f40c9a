import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedRoles, isStaff, permissionsOfPerson, staffPermissions } from "../permissions";
import { permissionGroups } from "./groups";
import { managesPeople } from "./managing";
import { neededFor, withNeeded, without } from "./needed";

const some = fc.subarray(staffPermissions);

describe("what a permission needs comes with it", () => {
  test.each([
    [
      ["order:edit"],
      ["order:read", "account:read", "product:read", "subscription:read", "order-status:read"],
    ],
    [["credit:override"], ["order:execute", "order:read"]],
    [["user:save"], ["user:read", "account:read"]],
    [["vendor:save"], []],
  ] as const)("%j brings %j", (chosen, brought) => {
    expect(withNeeded(chosen)).toEqual(expect.arrayContaining([...chosen, ...brought]));
  });

  test("once for all, whatever was chosen, and without anything of the Storefront", () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const whole = withNeeded(chosen);
        expect(whole).toEqual(expect.arrayContaining(chosen));
        expect(withNeeded(whole)).toEqual(whole);
        expect(new Set(whole).size).toBe(whole.length);
      }),
    );
    expect(withNeeded(["storefront:buy", "order:read"])).not.toContain("storefront:buy");
  });

  test.each(fixedRoles.filter(isStaff))("the fixed role %s has all that its permissions need", (role) => {
    const permissions = permissionsOfPerson({ role, defined: null, accountRole: null });
    expect(withNeeded(permissions)).toEqual(permissions);
  });
});

test("a permission that is taken away takes along what needs it, and nothing else", () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...staffPermissions), (chosen, taken) => {
      const whole = withNeeded(chosen);
      const left = without(whole, taken);
      expect(left).not.toContain(taken);
      expect(withNeeded(left)).toEqual(left);
      for (const gone of whole.filter((one) => !left.includes(one))) {
        expect(withNeeded([gone])).toContain(taken);
      }
    }),
  );
});

test("every permission of staff stands in one group", () => {
  expect(permissionGroups.flatMap(({ permissions }) => permissions).toSorted()).toEqual(
    staffPermissions.toSorted(),
  );
});

test("users and roles are managed with both permissions alone", () => {
  expect(managesPeople(["user:save", "role:save"])).toBe(true);
  expect(managesPeople(["user:save", "user:read"])).toBe(false);
  expect(managesPeople(["role:save"])).toBe(false);
});

test("a role of the organization allows what it lists, and nothing that the product does not know", () => {
  const defined = ["order:read", "moon:walk", "account:read"];
  expect(permissionsOfPerson({ role: "custom", defined, accountRole: null })).toEqual([
    "order:read",
    "account:read",
  ]);
  expect(permissionsOfPerson({ role: "custom", defined: null, accountRole: null })).toEqual([]);
  expect(permissionsOfPerson({ role: "manager", defined: ["user:save"], accountRole: null })).not.toContain(
    "user:save",
  );
});

test("no permission needs itself", () => {
  for (const permission of staffPermissions) expect(neededFor(permission)).not.toContain(permission);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SignInInput, safeNextPath } from "./sign-in";

describe("safeNextPath", () => {
  it.each([
    "/orders",
    "/orders?status=a&q=b%20c",
    "/orders/1042-1#history",
    "/setup/sales/orders/order-status",
  ])("allows %s", (path) => expect(safeNextPath(path)).toBe(path));

  it.each([
    "",
    "orders",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "/login?next=/orders",
    "/api/auth/signout",
    null,
    ["/orders"],
    `/${"a".repeat(3000)}`,
  ])("refuses %j", (path) => expect(safeNextPath(path)).toBeNull());

  it("never leads to another origin", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const path = safeNextPath(`/${text}`);
        if (path === null) return;
        expect(new URL(path, "https://desk.example").origin).toBe("https://desk.example");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("SignInInput", () => {
  it("takes an email in any case, and a password as it is", () => {
    expect(SignInInput.parse({ email: " Admin@Example.com ", password: " x " })).toEqual({
      email: "admin@example.com",
      password: " x ",
    });
  });
});

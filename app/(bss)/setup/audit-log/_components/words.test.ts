import { describe, expect, it } from "vitest";
import { changeLines, subjectLabel } from "./words";

describe("subjectLabel", () => {
  it("tells in words what somebody tried to call, and leaves other subjects as they are", () => {
    expect(subjectLabel("call.forbidden", "order.set-status")).toBe("Order: set status");
    expect(subjectLabel("call.forbidden", "search")).toBe("Search");
    expect(subjectLabel("user.created", "ada.lovelace@example-one.com")).toBe("ada.lovelace@example-one.com");
  });
});

describe("changeLines", () => {
  it("tells what a value was and is, and leaves out what stayed", () => {
    const before = { name: "Fjord", creditLimit: "500.00", active: true };
    const after = { name: "Fjord", creditLimit: "800.00", active: false };
    expect(changeLines({ kind: "account.edited", before, after })).toEqual([
      "Credit limit: 500.00 → 800.00",
      "Active: yes → no",
    ]);
  });

  it("tells what is new, and what is gone", () => {
    expect(
      changeLines({
        kind: "account.edited",
        before: { email: "a@b.example" },
        after: { country: "DE", email: null },
      }),
    ).toEqual(["Email: a@b.example → nothing", "Country: DE"]);
  });

  it("says roles as on screen", () => {
    expect(
      changeLines({
        kind: "user.role_changed",
        before: { role: "manager" },
        after: { role: "operator", account: null },
      }),
    ).toEqual(["Role: Manager → Operator"]);
  });

  it("names the rows of a saved status list", () => {
    const before = {
      version: 4,
      names: { a: "Submitted" },
      rows: { a: { color: "#111111" }, b: { description: "Old", no: 7 }, d: { description: "Used" } },
    };
    const after = {
      version: 5,
      rows: { a: { color: "#222222" }, c: { description: "Denial" } },
      replacements: { d: "Submitted" },
    };
    expect(changeLines({ kind: "order_statuses.saved", before, after })).toEqual([
      "Added “Denial”",
      "“Submitted” Color: #111111 → #222222",
      "Deleted “Old”",
      "Deleted “Used”, whose orders got “Submitted”",
    ]);
  });

  it("tells a logo by its size and kind", () => {
    const after = { width: 640, height: 160, mediaType: "image/png" };
    expect(changeLines({ kind: "organization.logo_saved", after })).toEqual([
      "Size: 640 × 160",
      "Kind: image/png",
    ]);
  });

  it("makes nothing of an event without facts", () => {
    expect(changeLines({ kind: "user.signed_out" })).toEqual([]);
  });
});

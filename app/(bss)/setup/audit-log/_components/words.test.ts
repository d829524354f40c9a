import { describe, expect, it } from "vitest";
import { changeLines, subjectLabel } from "./words";

describe("subjectLabel", () => {
  it("tells in words what somebody tried to call, and leaves other subjects as they are", () => {
    expect(subjectLabel("forbidden", "order.set-status")).toBe("Order: set status");
    expect(subjectLabel("forbidden", "search")).toBe("Search");
    expect(subjectLabel("user_created", "ada.lovelace@example-one.com")).toBe("ada.lovelace@example-one.com");
  });
});

describe("changeLines", () => {
  it("tells what a value was and is, and leaves out what stayed", () => {
    const before = { name: "Fjord", creditLimit: "500.00", active: true };
    const after = { name: "Fjord", creditLimit: "800.00", active: false };
    expect(changeLines("account_edited", before, after)).toEqual([
      "Credit limit: 500.00 → 800.00",
      "Active: yes → no",
    ]);
  });

  it("tells what is new, and what is gone", () => {
    expect(changeLines("account_edited", { email: "a@b.example" }, { country: "DE", email: null })).toEqual([
      "Email: a@b.example → nothing",
      "Country: DE",
    ]);
  });

  it("says roles as on screen", () => {
    expect(changeLines("user_role_changed", { role: "manager" }, { role: "operator" })).toEqual([
      "Role: Manager → Operator",
    ]);
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
    expect(changeLines("order_statuses_saved", before, after)).toEqual([
      "Added “Denial”",
      "“Submitted” Color: #111111 → #222222",
      "Deleted “Old”",
      "Deleted “Used”, whose orders got “Submitted”",
    ]);
  });

  it.each([[null], [undefined], ["text"], [[1, 2]]])("makes nothing of %j", (value) => {
    expect(changeLines("sign_in", value, value)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { breadcrumbs, isActive, mainNavigation, pagesFor, setupPermissions, startOf } from "./navigation";
import { setupAreas } from "./setup-areas";

describe("breadcrumbs", () => {
  it("tells the way to a setup page; words on the way lead nowhere", () => {
    expect(breadcrumbs("/setup/sales/orders/order-status")).toEqual([
      { label: "BSS Setup", href: "/setup" },
      { label: "Sales" },
      { label: "Orders" },
      { label: "Order Status" },
    ]);
  });

  it("names each area of the setup as the setup does", () => {
    for (const { href, label } of setupAreas.flatMap(({ pages }) => pages)) {
      expect(breadcrumbs(href).at(-1)).toMatchObject({ label });
    }
  });

  it("names a row by its code", () => {
    expect(breadcrumbs("/orders/1042-1/edit")).toEqual([
      { label: "Orders", href: "/orders" },
      { label: "1042-1", href: "/orders/1042-1" },
      { label: "Edit" },
    ]);
    expect(breadcrumbs("/accounts/A1001/history").at(-1)).toEqual({ label: "History" });
  });

  it("survives a path that cannot be decoded", () => {
    expect(breadcrumbs("/orders/%E0%A4%A")).toEqual([
      { label: "Orders", href: "/orders" },
      { label: "%E0%A4%A" },
    ]);
  });
});

describe("the pages of a person", () => {
  it("have BSS Setup where one page of it is", () => {
    const needed = setupAreas.flatMap(({ pages }) => pages.map(({ permission }) => permission));
    expect([...setupPermissions].sort()).toEqual([...new Set(needed)].sort());
    expect(pagesFor(["vendor:save"]).setup).toMatchObject({ href: "/setup" });
    expect(pagesFor(["order:read"]).setup).toBeNull();
  });

  it("begin with the first one that they may open", () => {
    expect(startOf(["dashboard:read", "order:read"]).href).toBe("/dashboard");
    expect(startOf(["invoice:read", "order:read"]).href).toBe("/orders");
    expect(startOf(["audit:read"]).href).toBe("/setup");
    expect(startOf(["order-status:read"]).href).toBe("/profile");
  });
});

it("marks the part of the house one is in", () => {
  const active = (path: string) =>
    mainNavigation.filter((item) => isActive(item, path)).map(({ label }) => label);
  expect(active("/orders/1042")).toEqual(["Orders"]);
  expect(active("/ordersX")).toEqual([]);
});

import { expect, test } from "vitest";
import { accountChanges } from "./history-words";

test("an edit shows what changed, before and after, a limit as an amount or as unlimited", () => {
  const before = { creditLimit: "500", active: true, billingTo: null, name: "Fjord" };
  const after = { creditLimit: null, active: false, billingTo: "Meridian", name: "Fjord" };
  expect(accountChanges({ kind: "account.edited", before, after })).toEqual([
    { label: "Credit limit", limit: true, before: "500", after: null },
    { label: "Active", before: "yes", after: "no" },
    { label: "Billing to", before: "the account itself", after: "Meridian" },
  ]);
});

test("an account that was added shows what it was added with, and nothing that it lacks", () => {
  const after = { name: "Fjord", email: null, creditLimit: "0", language: "de" } as const;
  expect(accountChanges({ kind: "account.created", after })).toEqual([
    { label: "Name", after: "Fjord" },
    { label: "Language", after: "German" },
    { label: "Credit limit", limit: true, after: "0" },
  ]);
});

import { expect, test } from "vitest";
import { preflightLines, progressWords, runDetails, runTitle } from "./words";

test("a look ahead names only what there is", () => {
  const preflight = {
    selected: 17,
    tooMany: false,
    ready: 12,
    held: [{ gate: "credit" as const, orders: 3 }],
    alreadyExecuted: 2,
    alreadyCancelled: 0,
    notInBss: 0,
  };
  expect(preflightLines("execute", preflight)).toEqual([
    "12 can be executed",
    "3 held by credit",
    "2 already executed",
  ]);
});

test("a run is named by what it does, and tells how far it is", () => {
  const run = {
    id: "",
    action: "set_status" as const,
    state: "running" as const,
    startedBy: "",
    retriedBy: null,
    status: "Awaiting documents",
    startDate: null,
    comment: "Passport is missing",
    startedAt: "",
    finishedAt: null,
    orders: 1,
    done: 0,
    refused: 1,
    failed: 0,
  };
  expect(runTitle(run)).toBe("Set status of 1 order");
  expect(progressWords(run)).toBe("0 of 1 done, 1 refused");
  const locale = { locale: "en-US", timeZone: "UTC" };
  expect(runDetails(run, locale)).toEqual(["Status: Awaiting documents", "Comment: Passport is missing"]);
  expect(
    runDetails({ ...run, action: "execute", status: null, startDate: "2026-11-26", comment: null }, locale),
  ).toEqual(["Start date: Nov 26, 2026"]);
});

import { describe, expect, test } from "vitest";
import { fieldWords } from "../refusing/field-words";
import { say } from "../refusing/words";
import { refusalExamples } from "./examples";
import type { Refusal } from "./refusal";
import { tellRefusal } from "./tell";

const refusals = Object.entries(refusalExamples).map(([reason, data]) => ({ reason, ...data }) as Refusal);

describe("a refusal", () => {
  test.each(refusals)("$reason is told in whole sentences", (refusal) => {
    const { message, problems } = tellRefusal(refusal, "en-GB");
    for (const said of [message, ...problems.map((problem) => problem.message)]) {
      expect(said).toMatch(/^[A-Z].*[.!]$/s);
      expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test("of one field is told beside the field, and as a whole where it is of none", () => {
    const taken = { reason: "vendor_name_taken", name: "Acme", path: "name" } as const;
    const message = "A vendor named “Acme” already exists. Choose another name.";
    expect(tellRefusal(taken, "en-GB")).toEqual({
      message,
      problems: [{ path: "name", message }],
      because: "refused",
    });
    expect(tellRefusal({ reason: "own_user", path: "" }, "en-GB").problems).toEqual([]);
  });

  test("of several fields marks each, and says once that nothing was saved", () => {
    const problems = [
      { reason: "not_sold", path: "items.0.productId" },
      { reason: "value_not_of_its_kind", kind: "domain_name", path: "items.1.configuration.Domain" },
    ] as const;
    const told = tellRefusal({ reason: "invalid_input", problems: [...problems] }, "en-GB");
    expect(told).toMatchObject({
      message: "Nothing was saved. Correct the marked fields.",
      because: "invalid",
      problems: problems.map((problem) => ({
        path: problem.path,
        message: say(fieldWords, problem, "en-GB"),
      })),
    });
  });

  test("writes days, numbers and amounts as its reader does", () => {
    const told = (refusal: Refusal, locale: string) => tellRefusal(refusal, locale).message;
    const range = { reason: "date_out_of_range", date: "start", path: "startDate" } as const;
    expect(told({ ...range, first: "2026-10-25", last: "2027-11-26" }, "en-GB")).toBe(
      "Choose a start date from 25 October 2026 to 26 November 2027.",
    );
    const units = { reason: "trial_too_large", most: 1500, path: "" } as const;
    expect(told(units, "en-GB")).toContain("at most 1,500 units");
    expect(told(units, "de-DE")).toContain("at most 1.500 units");
  });
});

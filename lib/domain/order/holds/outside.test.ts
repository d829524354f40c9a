import { describe, expect, test } from "vitest";
import type { Silence } from "../../refusing/silence";
import { gatesOf, planExecution } from "../moves/execution";
import type { OrderItem } from "../tree/order";
import { anItem, aTree, parties, unlimited } from "../tree/tree.test-data";
import { describeGate } from "./gate-words";
import type { Gate } from "./gates";
import {
  askedOfCredit,
  askedOfVendor,
  type OutsideAnswers,
  type OutsideQuestions,
  remembered,
} from "./outside";

const aster = { id: "aster", name: "Aster", preCheck: true };
const meridian = { id: "meridian", name: "Meridian", preCheck: true };
const items = [
  anItem({
    id: "office",
    description: "Office",
    vendor: aster,
    quantity: 3,
    configuration: { Region: "EU" },
  }),
  anItem({ id: "domain", description: "Domain", vendor: meridian }),
  anItem({ id: "backup", description: "Backup", vendor: { ...aster, id: "quiet", preCheck: false } }),
  anItem({ id: "mail", description: "Mail", vendor: aster }),
];
const checked = { ...unlimited, credit: { ...unlimited.credit, checked: true } };

function plan(of: OrderItem[], answers?: OutsideAnswers, billingTo: typeof unlimited = checked) {
  const tree = aTree({ items: of });
  return planExecution(tree, tree.primary, {
    executor: "bss_user",
    ...parties(),
    billingTo,
    ...(answers && { answers }),
  });
}

function questionsOf(of = items): OutsideQuestions {
  const refused = plan(of);
  if (refused.ok || refused.refusal.reason !== "unanswered") throw new Error("Nobody is to be asked");
  return refused.refusal.questions;
}

/** Returns a yes from everybody, except for what is given. */
function answers(
  questions: OutsideQuestions,
  no: { vendors?: Record<string, string>; credit?: Silence } = {},
): OutsideAnswers {
  return {
    vendors: questions.vendors.map((question) => {
      const message = no.vendors?.[question.vendor.id];
      const verdict = message ? ({ verdict: "held", message } as const) : ({ verdict: "clear" } as const);
      return { vendorId: question.vendor.id, asked: askedOfVendor(question), items: [], ...verdict };
    }),
    credit: questions.credit && {
      asked: askedOfCredit(questions.credit),
      ...(no.credit ? { verdict: "silent", silence: no.credit } : { verdict: "clear" }),
    },
  };
}

function gatesWith(given: OutsideAnswers): Gate[] {
  const refused = plan(items, given);
  if (refused.ok || refused.refusal.reason !== "held") throw new Error("Not held");
  return refused.refusal.gates;
}

describe("before an execution", () => {
  test("each vendor that wants to be asked is asked about its own items, and the credit check about the total", () => {
    const questions = questionsOf();
    expect(
      questions.vendors.map(({ vendor, items }) => [vendor.id, items.map((item) => item.itemId)]),
    ).toEqual([
      ["aster", ["office", "mail"]],
      ["meridian", ["domain"]],
    ]);
    expect(questions.vendors[0]?.items[0]).toMatchObject({ quantity: 3, configuration: { Region: "EU" } });
    expect(questions.credit).toMatchObject({ account: { id: "account" }, currency: "EUR" });
  });

  test("nobody is asked if no vendor wants to be and credit is not checked", () => {
    expect(plan([anItem()], undefined, unlimited).ok).toBe(true);
  });

  test("nobody is asked about credit if nothing is to be paid", () => {
    expect(plan([anItem({ itemType: "trial" })]).ok).toBe(true);
  });

  test("nobody is asked while another gate holds the order", () => {
    const unconfigured = anItem({ vendor: aster, requiredConfiguration: ["Domain"] });
    expect(plan([unconfigured])).toMatchObject({ refusal: { gates: [{ gate: "configuration" }] } });
  });
});

describe("answers", () => {
  test("let the order pass if all say yes", () => {
    expect(plan(items, answers(questionsOf())).ok).toBe(true);
  });

  test.each([
    ["quantity", { quantity: 4 }],
    ["configuration", { configuration: { Region: "US" } }],
    ["item", { id: "other" }],
  ])("count for nothing once the %s is another", (_, change) => {
    const given = answers(questionsOf());
    const changed = items.map((item) => (item.id === "office" ? anItem({ ...item, ...change }) : item));
    expect(plan(changed, given)).toMatchObject({ refusal: { reason: "unanswered" } });
  });

  test("do not depend on the order in which items and values stand", () => {
    const given = answers(questionsOf());
    expect(plan([...items].reverse(), given).ok).toBe(true);
  });

  test("about credit count for no other amount", () => {
    const without = [anItem()];
    const given = answers(questionsOf(without));
    expect(plan([anItem({ quantity: 2 })], given)).toMatchObject({ refusal: { reason: "unanswered" } });
  });

  test("that say no hold, with the message, the items and who", () => {
    const given = answers(questionsOf(), { vendors: { aster: "No licences left" } });
    const [gate] = gatesWith(given);
    expect(gate).toMatchObject({
      gate: "vendor",
      vendors: [{ id: "aster", answered: true, items: [{ itemId: "office" }, { itemId: "mail" }] }],
    });
    expect(gate && describeGate(gate, "en-GB").sentence).toBe("Aster holds Office, Mail: No licences left.");
  });

  test("that name items hold for those", () => {
    const [first, ...others] = answers(questionsOf(), { vendors: { aster: "Not so many" } }).vendors;
    if (!first) throw new Error("Nobody was asked");
    const gates = gatesWith({
      vendors: [{ ...first, items: ["mail", "unheard of"] }, ...others],
      credit: null,
    });
    expect(gates).toMatchObject([{ vendors: [{ items: [{ itemId: "mail" }] }] }]);
  });

  test("that never came hold and say so", () => {
    const gates = gatesWith(answers(questionsOf(), { credit: { is: "late", seconds: 5 } }));
    expect(gates.map((gate) => describeGate(gate, "en-GB").sentence)).toEqual([
      expect.stringMatching(
        /^The credit check did not answer within 5 seconds\. It has to allow €[\d.]+ for Account\.$/,
      ),
    ]);
  });

  test("are remembered by the refusal, for the order as it was", () => {
    const tree = aTree({ items });
    const terms = { ...parties(), billingTo: checked };
    const given = answers(questionsOf(), { vendors: { meridian: "Taken" }, credit: { is: "unreachable" } });
    const gates = gatesWith(given);
    expect(gates.map(({ gate }) => gate)).toEqual(["vendor", "credit_check"]);
    const again = JSON.parse(JSON.stringify(gates)) as Gate[];
    expect(gatesOf(tree, tree.primary, terms, remembered(again))).toEqual(gates);
    const changed = aTree({ items: items.slice(0, 1) });
    expect(gatesOf(changed, changed.primary, terms, remembered(again))).toEqual([]);
    expect(gatesOf(tree, tree.primary, terms, remembered(null))).toEqual([]);
  });
});

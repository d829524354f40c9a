import { describe, expect, test } from "vitest";
import { allDefinitions, type Defined } from "./definitions";
import { storefrontExamples } from "./examples/storefront";
import { makeOrganization } from "./factories/basics";
import { bugsOf, leftOut, outcome } from "./hostile";

/** Does what hostile-input.db.test.ts does for customers and resellers, since anyone who signs in can send anything. */

const { commands, lists, customer, reseller } = await storefrontExamples(await makeOrganization());
const examples = { ...commands, ...lists };
const ofStorefront = (await allDefinitions()).filter(({ definition }) =>
  ["customer", "reseller"].includes(definition.caller.kind),
);
const tried = ofStorefront.flatMap((defined) => {
  const example = examples[defined.exported];
  return example ? [{ ...defined, example }] : [];
});
const send = ({ call, definition }: Defined) => {
  return (raw: unknown) => call(definition.caller.kind === "reseller" ? reseller : customer, raw);
};

test("every command of the Storefront has an example, and every example is of one", () => {
  const wanted = ofStorefront.filter(({ definition }) => definition.kind !== "query");
  const names = tried.map(({ exported }) => exported);
  expect(wanted.filter(({ exported }) => !names.includes(exported))).toEqual([]);
  expect(names.toSorted()).toEqual(Object.keys(examples).toSorted());
});

describe.each(tried)("$exported", (defined) => {
  const { definition, example } = defined;

  test("is sent every field that it takes", async () => {
    expect(leftOut(definition.input, await example.input())).toEqual([]);
  });

  test("answers whatever is sent, and in its own form what is right", async () => {
    const command = async (raw: unknown) => {
      const answer = (await send(defined)(raw)) as { ok?: boolean; value?: unknown };
      if (answer?.ok) definition.output?.parse(answer.value);
      return answer;
    };
    expect(await bugsOf({ ...example, command })).toEqual([]);
  });
});

describe.each(tried.filter(({ exported }) => exported in commands))("$exported", (defined) => {
  test.each(["accountId", "organizationId", "unitPrice", "discountPercent", "status"])(
    "takes no %s from the browser",
    async (name) => {
      const sound = (await defined.example.input()) as object;
      if (Object.hasOwn(sound, name)) return;
      expect(await outcome(send(defined)({ ...sound, [name]: "1" }))).toBe("refused");
    },
  );
});

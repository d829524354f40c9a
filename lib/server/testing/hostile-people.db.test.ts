import { beforeAll, describe, expect, test } from "vitest";
import { allDefinitions } from "./definitions";
import { peopleExamples, sentBy } from "./examples/people";
import { makeOrganization, type TestOrganization } from "./factories/basics";
import { bugsOf, leftOut } from "./hostile";

/** Sends what nobody should send to all that people do about themselves, signed in or by a link. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const own = (await allDefinitions()).filter(({ definition }) =>
  ["person", "link"].includes(definition.caller.kind),
);

test("each has an example, and each example is of one", () => {
  expect(Object.keys(peopleExamples).toSorted()).toEqual(own.map(({ exported }) => exported).toSorted());
});

describe.each(own.filter(({ definition }) => definition.kind === "command"))(
  "$exported",
  ({ exported, call, definition }) => {
    const example = peopleExamples[exported] ?? { who: async () => null };
    const { who, kinds = {} } = example;
    const input = () => sentBy(example) ?? {};

    test("is sent every field that it takes", () => {
      expect(leftOut(definition.input, input())).toEqual([]);
    });

    test("answers whatever is sent, and in its own form what is right", async () => {
      const command = async (raw: unknown) => {
        const answer = (await call(await who(here), raw)) as { ok?: boolean; value?: unknown };
        if (answer?.ok) definition.output?.parse(answer.value);
        return answer;
      };
      expect(await bugsOf({ command, input: async () => input(), kinds })).toEqual([]);
    });
  },
);

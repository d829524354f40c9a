import { expect, test } from "vitest";
import { allDefinitions } from "../../testing/definitions";

const definitions = await allDefinitions();

test("each command and query has a name of its own, the subject and the verb, and a task the queue's", () => {
  const names = definitions.map(({ definition }) => definition.name);
  expect(new Set(names).size).toBe(names.length);
  const odd = definitions.filter(
    ({ definition: { kind, name } }) => !(kind === "task" ? /^[a-z_]+$/ : /^[a-z-]+(\.[a-z-]+)?$/).test(name),
  );
  expect(odd.map(({ definition }) => definition.name)).toEqual([]);
});

test("each command says how it answers, and names each of its refusals once", () => {
  for (const { definition } of definitions.filter(({ definition }) => definition.kind === "command")) {
    expect(definition.output, definition.name).toBeDefined();
    const codes = definition.refusals?.codes ?? [];
    expect(new Set(codes).size, definition.name).toBe(codes.length);
  }
});

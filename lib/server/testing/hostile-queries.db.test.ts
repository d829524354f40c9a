import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { allDefinitions, type Defined } from "./definitions";
import { peopleExamples } from "./examples/people";
import { queryExamples } from "./examples/queries";
import { outcome } from "./hostile";
import { makeScene, type Scene } from "./scene";

/** Asks every query for texts that the database cannot hold, since addresses bring whatever people put into them. */

const unkeepable = ["\u0000", "a\u0000b", "\ud800", "b\udc00"];

const queries = (await allDefinitions()).filter(({ definition }) => definition.kind === "query");

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene(1);
});

function asked({ exported, definition }: Defined): unknown[] {
  const described = z.toJSONSchema(definition.input, { io: "input", unrepresentable: "any" });
  if (!described.properties) return unkeepable;
  const sound = (queryExamples[exported]?.input?.(scene) ?? {}) as object;
  return Object.keys(described.properties).flatMap((name) =>
    unkeepable.flatMap((text) => [
      { ...sound, [name]: text },
      { ...sound, [name]: [text] },
    ]),
  );
}

test.each(queries)("$exported", async (defined) => {
  const { here, shop } = scene;
  const { kind } = defined.definition.caller;
  const own = await peopleExamples[defined.exported]?.who(here);
  const who =
    own ?? (kind === "staff" ? here.as.administrator : kind === "reseller" ? shop.reseller : shop.customer);
  const bugs: unknown[] = [];
  for (const raw of asked(defined)) {
    const answer = await outcome(defined.call(who, raw));
    if (typeof answer === "object") bugs.push({ raw, ...answer });
  }
  expect(bugs).toEqual([]);
});

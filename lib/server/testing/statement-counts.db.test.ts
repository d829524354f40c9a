import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { CustomerCtx } from "../storefront/customer";
import { allDefinitions, type Defined } from "./definitions";
import { peopleExamples, sentBy as personSends } from "./examples/people";
import { queryExamples } from "./examples/queries";
import { staffExamples } from "./examples/staff";
import { insertOrders } from "./factories/bulk-orders";
import { ownerUrl } from "./owner";
import { makeScene, type Scene } from "./scene";
import { statementsSentBy } from "./sent-statements";

/**
 * Checks that the number of statements of a command or query depends on neither the stored rows nor the items it gets. Each
 * runs in an organization with a few of everything and in one with many.
 */

/** Leaves out the product's own tasks, which are about one row or run commands that are counted here anyway. */
const definitions = (await allDefinitions()).filter(({ definition }) => definition.caller.kind !== "machine");

let few: Scene;
let many: Scene;
beforeAll(async () => {
  [few, many] = [await makeScene(2), await makeScene(6)];
  // These are more orders than any page of a list has.
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  const { organizationId } = many.here;
  await insertOrders(client, { organizationId, count: 600, now: new Date() });
  await client.end();
});

/** Prepares what is sent, so that the preparation is not counted. */
async function errandOf(
  { exported, call, definition }: Defined,
  scene: Scene,
): Promise<() => Promise<unknown>> {
  const { here, shop } = scene;
  const ofPeople = peopleExamples[exported];
  if (ofPeople) {
    const who = await ofPeople.who(here);
    return () => call(who, personSends(ofPeople));
  }
  const ofStaff = staffExamples[exported];
  const query = queryExamples[exported];
  if (definition.kind === "query") {
    if (!query) throw new Error(`${exported} is new: say in examples/queries.ts what it is asked`);
    const buys: CustomerCtx = definition.caller.kind === "reseller" ? shop.reseller : shop.customer;
    const who = definition.caller.kind === "staff" ? here.as.administrator : (query.who?.(scene) ?? buys);
    const raw = query.input?.(scene);
    return async () => drawn(await call(who, raw));
  }
  if (ofStaff) {
    const as = here.as[ofStaff.as ?? "operator"];
    const who = ofStaff.who ? await ofStaff.who(as, here) : as;
    const raw = await ofStaff.input(here);
    return () => call(who, raw);
  }
  const example = shop.commands[exported];
  if (!example) throw new Error(`${exported} is new: say in examples/storefront.ts what it is sent`);
  const raw = await example.input();
  return () => call(definition.caller.kind === "reseller" ? shop.reseller : shop.customer, raw);
}

/** Reads an answer that comes page by page to its end. */
async function drawn(answer: unknown): Promise<unknown> {
  if (!answer || typeof answer !== "object" || !(Symbol.asyncIterator in answer)) return answer;
  const parts: unknown[] = [];
  for await (const part of answer as AsyncIterable<unknown>) parts.push(part);
  return parts;
}

/** Returns the statements of one call, which must succeed, and the number of rows if it is a list. */
async function sentBy(defined: Defined, scene: Scene): Promise<{ statements: string[]; rows: number }> {
  const work = await errandOf(defined, scene);
  let rows = 0;
  const sent = await statementsSentBy(async () => {
    const answer = (await work()) as { ok?: boolean; refusal?: unknown } | null | undefined;
    expect(answer?.ok === false ? answer.refusal : undefined).toBeUndefined();
    const lists = [answer, ...Object.values(answer ?? {})].filter(Array.isArray);
    rows = Math.max(0, ...lists.map(({ length }) => length));
  });
  return { statements: sent.map(({ text }) => text), rows };
}

const growing = definitions.filter(({ exported }) => queryExamples[exported]?.grows);

test("every query has an example, and every example is of one", () => {
  const queries = definitions.filter(
    ({ definition, exported }) =>
      definition.kind === "query" && (exported in queryExamples || !(exported in peopleExamples)),
  );
  expect(queries.map(({ exported }) => exported).toSorted()).toEqual(Object.keys(queryExamples).toSorted());
});

test("one query alone sends more statements for more rows", () => {
  expect(growing.map(({ exported }) => exported).toSorted()).toEqual(["exportOrders"]);
});

test.each(definitions)(
  "$definition.name sends as many statements for many rows as for a few",
  async (defined) => {
    const [some, more] = [await sentBy(defined, few), await sentBy(defined, many)];
    // A list with equally many rows in both scenes would prove nothing.
    const { bounded } = queryExamples[defined.exported] ?? {};
    if (/^list/.test(defined.exported) && !bounded) expect(more.rows).toBeGreaterThan(some.rows);
    if (growing.includes(defined))
      return expect(more.statements.length).toBeGreaterThan(some.statements.length);
    const added = [...more.statements];
    for (const text of some.statements) if (added.includes(text)) added.splice(added.indexOf(text), 1);
    expect(more.statements.length, added.join("\n")).toBe(some.statements.length);
  },
);

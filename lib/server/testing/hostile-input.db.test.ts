import { beforeAll, describe, expect, test } from "vitest";
import type { KeyRole } from "@/lib/domain/api-key";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { type Ctx, schedulerCtx, systemCtx } from "../kernel/ctx";
import { allDefinitions } from "./definitions";
import { staffExamples } from "./examples/staff";
import { makeApiKey } from "./factories/api-keys";
import { makeOrganization, type TestOrganization } from "./factories/basics";
import { at, bugsOf, kindOf, leftOut, outcome, paths, replaced } from "./hostile";

/**
 * Fills every field of every command of staff with values that nobody should send. Each answer must be a value where the
 * field accepts that, and otherwise a refusal or an error beside the field; anything else is a bug.
 */

let here: TestOrganization;
let there: TestOrganization;
let keys: Record<KeyRole, Ctx>;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
  const keyOf = async (role: KeyRole) => {
    const { secret } = await makeApiKey(here, { role });
    const caller = await ctxOfKey(secret, new Date());
    if (!caller) throw new Error("A new key counts");
    return caller.ctx;
  };
  keys = {
    administrator: await keyOf("administrator"),
    operator: await keyOf("operator"),
    manager: await keyOf("manager"),
  };
});

const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

const ofStaff = (await allDefinitions()).filter(({ definition }) => definition.caller.kind === "staff");
const tried = ofStaff.flatMap((defined) => {
  const example = staffExamples[defined.exported];
  return example ? [{ ...defined, example }] : [];
});

test("every command and preview of staff has an example, and every example is of one", () => {
  const wanted = ofStaff.filter(({ definition }) => definition.kind !== "query");
  const names = tried.map(({ exported }) => exported);
  expect(wanted.filter(({ exported }) => !names.includes(exported))).toEqual([]);
  expect(names.toSorted()).toEqual(Object.keys(staffExamples).toSorted());
});

describe.each(tried)("$exported", ({ call, definition, example }) => {
  const { as = "operator", who, input, without = [] } = example;
  const send = async (raw: unknown) => call(who ? await who(here.as[as], here) : here.as[as], raw);

  test("is sent every field that it takes", async () => {
    const left = leftOut(definition.input, await input(here));
    expect(left.filter((field) => !without.includes(field))).toEqual([]);
  });

  test("answers whatever is sent, and in its own form what is right", async () => {
    const command = async (raw: unknown) => {
      const answer = (await send(raw)) as { ok?: boolean; value?: unknown };
      if (answer?.ok) definition.output?.parse(answer.value);
      return answer;
    };
    // A preview or a query changes nothing, so its valid input stays valid.
    const sound = definition.kind === "command" ? null : await input(here);
    expect(await bugsOf({ ...example, command, input: async () => sound ?? input(here) })).toEqual([]);
    const tooMuch = { ...((await input(here)) as object), organizationId: there.organizationId };
    // The address of a list may say anything.
    expect(await outcome(send(tooMuch))).toBe(definition.name === "order.list" ? "done" : "refused");
  });

  test("is done for programs and for the product itself, too", async () => {
    const now = new Date();
    const by = async (ctx: Ctx) => outcome(call(ctx, await input(here)));
    expect(await by(keys[as as KeyRole])).toBe("done");
    expect(await by(systemCtx(here.organizationId, now))).toBe("done");
    // The scheduler executes nothing before its day.
    expect(["done", "refused"]).toContain(await by(schedulerCtx(here.organizationId, now)));
  });

  test("finds nothing by the ids of another organization", async () => {
    const [sound, foreign] = [await input(here), await input(there)];
    for (const path of paths(sound).filter((path) => isId(at(sound, path)))) {
      const answer = await outcome(send(replaced(sound, path, at(foreign, path))));
      const any = ["anyId", "anything"].includes(kindOf(path, example.kinds ?? {}) ?? "");
      expect(answer, path.join(".")).toBe(any ? "done" : "refused");
    }
  });
});

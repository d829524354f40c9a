import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { listOrders } from "../orders/queries/list-orders";
import { makeOrganization, type TestOrganization } from "./factories";
import { at, bugsOf, kindOf, leftOut, outcome, paths, replaced } from "./hostile";
import { staffErrands } from "./staff-errands";

/**
 * Every field of every command that staff send, filled with what nobody should send: each answer is a value where that is
 * right in the field after all, and a refusal or an error beside the field otherwise. Anything else is a bug.
 */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

describe.each(Object.entries(staffErrands))(
  "%s",
  (_, { as = "operator", command, input, without = [], ...errand }) => {
    const send = (raw: unknown) => command(here.as[as], raw, here);

    test("is sent every field that it takes", async () => {
      const left = leftOut(errand.schema, await input(here));
      expect(left.filter((field) => !without.includes(field))).toEqual([]);
    });

    test("answers whatever is sent", async () => {
      expect(await bugsOf({ ...errand, command: send, input: () => input(here) })).toEqual([]);
      const tooMuch = { ...((await input(here)) as object), organizationId: there.organizationId };
      expect(await outcome(send(tooMuch))).toBe(command === listOrders ? "done" : "refused");
    });

    test("finds nothing by the ids of another organization", async () => {
      const [sound, foreign] = [await input(here), await input(there)];
      for (const path of paths(sound).filter((path) => isId(at(sound, path)))) {
        const answer = await outcome(send(replaced(sound, path, at(foreign, path))));
        const any = ["anyId", "anything"].includes(kindOf(path, errand.kinds ?? {}) ?? "");
        expect(answer, path.join(".")).toBe(any ? "done" : "refused");
      }
    });
  },
);

test("whatever staff can do by a command is tried here", () => {
  const files = readdirSync("lib/server", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.includes("test"),
  );
  const commands = /export async function (\w+)\(\s*ctx: Ctx,\s*raw: unknown/g;
  const names = files.flatMap((file) =>
    [...readFileSync(`lib/server/${file}`, "utf8").matchAll(commands)].map(([, name = ""]) => name),
  );
  // Readings, and what only the worker does.
  const others =
    /^(list(?!Orders)|get|count|freed|search|orderHistory)|Options$|^(advanceTrial|executeScheduled|provision|sendMessage)$/;
  expect(names.filter((name) => !others.test(name)).toSorted()).toEqual(Object.keys(staffErrands).toSorted());
});

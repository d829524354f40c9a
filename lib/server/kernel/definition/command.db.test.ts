import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { EventKind } from "@/lib/domain/events/event";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, refuse } from "@/lib/domain/values/result";
import { line } from "@/lib/schemas/fields";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { bugsOf } from "../../testing/hostile";
import { type Ctx, requirePermission } from "../ctx";
import { read } from "../db";
import { Forbidden } from "../errors";
import { record } from "../record";
import { staff } from "./caller";
import { command } from "./command";
import type { Outside } from "./outside";
import { preview } from "./preview";
import { refusals } from "./refusals";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const newKey = () => `key-${randomUUID()}`;
const unanswered: Refused<"on_its_way"> = { reason: "on_its_way", path: "" };

/** Writes a line to the audit log, so that the tests below can count how often the work was done. */
const note = command({
  name: "test.note",
  caller: staff("order:read"),
  input: z.strictObject({ word: line("a word", 200), now: z.boolean().default(true) }),
  output: z.object({ word: z.string() }),
  refusals: refusals("not_scheduled"),
  needs: ({ word }) => (word === "secret" ? ["user:save"] : []),
  async run({ tx, ctx }, { word, now }) {
    if (!now) return refuse({ reason: "not_scheduled" });
    await record(tx, ctx, [{ kind: "user.password_reset", subject: word }]);
    return ok({ word });
  },
});

const audited = async (ctx: Ctx, kind: EventKind, subject: string) =>
  read(ctx).event.count({ where: { kind, subject } });
const noted = (word: string) => audited(here.as.administrator, "user.password_reset", word);

describe("who may not call a command", () => {
  test("is refused before anything is looked at, and it is written down", async () => {
    const { customer } = here.as;
    await expect(note(customer, { word: 5 })).rejects.toThrow(Forbidden);
    const [entry] = await read(here.as.administrator).event.findMany({
      where: { kind: "call.forbidden", actorId: customer.actor.id },
    });
    expect(entry).toMatchObject({ subject: "test.note", after: { permission: "order:read" } });
  });

  test("is refused also by what only some inputs need, within the work or before it", async () => {
    const { operator, administrator } = here.as;
    await expect(note(operator, { word: "secret" })).rejects.toThrow("user:save");
    expect(await noted("secret")).toBe(0);
    expect(value(await note(administrator, { word: "secret" }))).toEqual({ word: "secret" });

    const late = command({
      name: "test.late",
      caller: staff("order:read"),
      input: z.strictObject({}),
      output: z.null(),
      refusals: refusals(),
      async run({ tx, ctx }) {
        await record(tx, ctx, [{ kind: "user.password_reset", subject: "late" }]);
        requirePermission(ctx, "user:save");
        return ok(null);
      },
    });
    await expect(late(operator, {})).rejects.toThrow(Forbidden);
    expect(await noted("late")).toBe(0);
    expect(await audited(administrator, "call.forbidden", "test.late")).toBe(1);
  });
});

describe("a request with a key", () => {
  test("is done once, however many send it at once, and each gets the answer", async () => {
    const request = { word: randomUUID(), idempotencyKey: newKey() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => note(here.as.operator, request)));
    expect(answers).toEqual(answers.map(() => ok({ word: request.word })));
    expect(await noted(request.word)).toBe(1);
  });

  test("is refused when the key was used for something else", async () => {
    const idempotencyKey = newKey();
    value(await note(here.as.operator, { word: "first", idempotencyKey }));
    expect(await note(here.as.operator, { word: "second", idempotencyKey })).toEqual(
      refuse({ reason: "key_reused" }),
    );
  });

  test("meets nobody else's: a key is its asker's own", async () => {
    const request = { word: randomUUID(), idempotencyKey: newKey() };
    value(await note(here.as.operator, request));
    value(await note(here.as.administrator, request));
    expect(await noted(request.word)).toBe(2);
  });

  test("may be sent again after a refusal, which is not kept", async () => {
    const request = { word: randomUUID(), idempotencyKey: newKey() };
    expect(await note(here.as.operator, { ...request, now: false })).toEqual(
      refuse({ reason: "not_scheduled" }),
    );
    value(await note(here.as.operator, request));
    expect(await noted(request.word)).toBe(1);
  });

  test("takes no hostile key, and says so at the key", async () => {
    const command = (raw: unknown) => note(here.as.operator, raw);
    const input = async () => ({ word: randomUUID(), now: true, idempotencyKey: newKey() });
    const kinds = { word: "words", now: "optionalYes", idempotencyKey: "key" } as const;
    expect(await bugsOf({ command, input, kinds })).toEqual([]);
  });

  test("goes on where its work was committed and what follows had not happened", async () => {
    let lost = true;
    const followed: string[] = [];
    const send = command({
      name: "test.send",
      caller: staff("order:read"),
      input: z.strictObject({ word: z.string() }),
      output: z.object({ told: z.string() }),
      refusals: refusals(),
      async run({ tx, ctx }, { word }) {
        await record(tx, ctx, [{ kind: "user.password_reset", subject: word }]);
        return ok({ kept: word });
      },
      async finish(_, __, { kept }) {
        if (lost) throw new Error("The process died");
        followed.push(kept);
        return ok({ told: `${kept} once` });
      },
    });
    const request = { word: randomUUID(), idempotencyKey: newKey() };
    await expect(send(here.as.operator, request)).rejects.toThrow("died");
    lost = false;
    for (const _ of [1, 2]) {
      expect(value(await send(here.as.operator, request))).toEqual({ told: `${request.word} once` });
    }
    expect(followed).toEqual([request.word]);
    expect(await noted(request.word)).toBe(1);
  });
});

describe("who is outside", () => {
  const outside = (asked: string[]): Outside<string[], Refused<"on_its_way">> => ({
    nothingAsked: [],
    async ask(ctx) {
      asked.push(await openTransactions(ctx));
      return ["rain"];
    },
  });
  /** Counts the open transactions. One that waits for an answer from outside would be among them. */
  const openTransactions = async (ctx: Ctx) => {
    const [row] = await read(ctx).$queryRaw<{ open: number }[]>`
      SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    return `${row?.open} open`;
  };

  test("is asked between two transactions, and nobody is who need not be", async () => {
    const asked: string[] = [];
    const plan = command({
      name: "test.plan",
      caller: staff("order:read"),
      input: z.strictObject({ walk: z.boolean() }),
      output: z.object({ weather: z.array(z.string()) }),
      refusals: refusals("on_its_way"),
      outside: outside(asked),
      async run({ answers }, { walk }) {
        if (walk && answers.length === 0) return refuse(unanswered);
        return ok({ weather: answers });
      },
    });
    expect(value(await plan(here.as.operator, { walk: false }))).toEqual({ weather: [] });
    expect(asked).toEqual([]);
    expect(value(await plan(here.as.operator, { walk: true }))).toEqual({ weather: ["rain"] });
    expect(asked).toEqual(["0 open"]);
  });

  test("is asked a bounded number of times about what keeps changing", async () => {
    const asked: string[] = [];
    const never = command({
      name: "test.never",
      caller: staff("order:read"),
      input: z.strictObject({}),
      output: z.null(),
      refusals: refusals("on_its_way"),
      outside: outside(asked),
      run: async () => refuse(unanswered),
    });
    expect(await never(here.as.operator, {})).toEqual(refuse(unanswered));
    expect(asked).toHaveLength(3);
  });
});

test("a preview does the work and leaves nothing of it, nor of the key", async () => {
  const word = randomUUID();
  const rehearsed = preview({
    name: "test.preview",
    caller: note.definition.caller,
    input: note.definition.input,
    refusals: note.definition.refusals,
    async run({ tx, ctx }, input) {
      await record(tx, ctx, [{ kind: "user.password_reset", subject: input.word }]);
      return ok(await tx.event.count({ where: { kind: "user.password_reset", subject: input.word } }));
    },
  });
  const sent = { word, idempotencyKey: newKey() };
  expect(value(await rehearsed(here.as.operator, sent))).toBe(1);
  expect(await noted(word)).toBe(0);
  expect(value(await note(here.as.operator, sent))).toEqual({ word });
});

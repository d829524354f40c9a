import { once } from "node:events";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { read, unscoped } from "../kernel/db";
import { staff } from "../kernel/definition/caller";
import { command } from "../kernel/definition/command";
import { refusals } from "../kernel/definition/refusals";
import { requireStillSignedIn } from "../kernel/definition/still-signed-in";
import { SessionEnded } from "../kernel/errors";
import { record } from "../kernel/record";
import { loadSession } from "../sign-in/session/session";
import { endSessionWith } from "../sign-in/session/sessions";
import { allDefinitions, type Defined } from "./definitions";
import { peopleExamples, sentBy } from "./examples/people";
import { staffExamples } from "./examples/staff";
import { storefrontExamples } from "./examples/storefront";
import { makeOrganization, type TestOrganization, value } from "./factories/basics";
import { inSession, makeSignedIn, type SignedIn, waysToEnd } from "./factories/sessions";
import { lockWaits } from "./lock-waits";

/**
 * Tries every command in a session that ends while the command is at work: after the door has asked for the session, and before
 * anything is saved. That each door asks is tried in e2e/people/ended-sessions.spec.ts. See docs/domain.md, section 7, "Sessions".
 */

let here: TestOrganization;
let shop: Awaited<ReturnType<typeof storefrontExamples>>;
let ended: SignedIn;
beforeAll(async () => {
  here = await makeOrganization();
  shop = await storefrontExamples(here);
  ended = await makeSignedIn(here);
  await endSessionWith(ended.claims, new Date());
});

/** Leaves out what nobody asks for in a session: links stand for themselves, and the product signs in nowhere. */
const commands = (await allDefinitions()).filter(
  ({ definition: { kind, caller } }) => kind === "command" && !["link", "machine"].includes(caller.kind),
);

/** Returns who calls a command, and what they send when nothing is wrong. */
async function errandOf({ exported, definition }: Defined): Promise<{ who: unknown; raw: unknown }> {
  const ofPeople = peopleExamples[exported];
  if (ofPeople) return { who: await ofPeople.who(here), raw: sentBy(ofPeople) };
  const ofStaff = staffExamples[exported];
  if (ofStaff) {
    const as = here.as[ofStaff.as ?? "operator"];
    return { who: ofStaff.who ? await ofStaff.who(as, here) : as, raw: await ofStaff.input(here) };
  }
  const example = shop.commands[exported];
  if (!example) throw new Error(`${exported} is new: say in examples/ what it is sent`);
  const who = definition.caller.kind === "reseller" ? shop.reseller : shop.customer;
  return { who, raw: await example.input() };
}

/** Counts what commands leave behind: events, and jobs of the worker. */
async function leftBehind() {
  const [counts] = await unscoped().$queryRaw<object[]>`
    SELECT (SELECT count(*) FROM events WHERE organization_id = ${here.organizationId}::uuid) AS events,
      (SELECT count(*) FROM graphile_worker._private_jobs) AS jobs,
      (SELECT count(*) FROM idempotency_keys WHERE organization_id = ${here.organizationId}::uuid) AS keys`;
  return counts;
}

test("there are many commands to try", () => {
  expect(commands.length).toBeGreaterThan(90);
});

describe("a command changes nothing once the session of its person has ended", () => {
  test.each(commands)("$definition.name", async (defined) => {
    const { who, raw } = await errandOf(defined);
    const before = await leftBehind();
    const request = { ...(raw as object), idempotencyKey: crypto.randomUUID() };
    await expect(defined.call(inSession(who, ended), request)).rejects.toThrow(SessionEnded);
    expect(await leftBehind()).toEqual(before);
  });
});

/** Makes a command that waits in the middle of its work until it is let go. */
function slowCommand() {
  const [begins, goes] = [new AbortController(), new AbortController()];
  const slow = command({
    name: "test.slow",
    caller: staff("order:read"),
    input: z.strictObject({ word: z.string() }),
    output: z.null(),
    refusals: refusals(),
    async run({ tx, ctx }, { word }) {
      await record(tx, ctx, [{ kind: "user.password_reset", subject: word }]);
      begins.abort();
      await aborted(goes.signal);
      return ok(null);
    },
  });
  return { slow, begun: aborted(begins.signal), letGo: () => goes.abort() };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

const noted = (subject: string) => read(here.as.administrator).event.count({ where: { subject } });

describe("races", () => {
  test.each(Object.entries(waysToEnd))("a command takes back its work if its session %s", async (_, end) => {
    const signedIn = await makeSignedIn(here);
    const { slow, begun, letGo } = slowCommand();
    const word = crypto.randomUUID();
    const done = slow(inSession(here.as.operator, signedIn), { word });
    await begun;
    await end(here, signedIn);
    letGo();
    await expect(done).rejects.toThrow(SessionEnded);
    expect(await noted(word)).toBe(0);
  });

  test("a command of a session that goes on is done", async () => {
    const signedIn = await makeSignedIn(here);
    const { slow, letGo } = slowCommand();
    const word = crypto.randomUUID();
    letGo();
    value(await slow(inSession(here.as.operator, signedIn), { word }));
    expect(await noted(word)).toBe(1);
  });

  test.each(Object.entries(waysToEnd))(
    "what a command is about to save comes before the end of a session that %s",
    async (_, end) => {
      const signedIn = await makeSignedIn(here);
      const ctx = inSession(here.as.operator, signedIn);
      const word = crypto.randomUUID();
      let ending: Promise<unknown> | undefined;
      let over = false;
      // A transaction of the kernel's own would not let anything else be asked in the meantime.
      await read(ctx).$transaction(async (tx) => {
        await record(tx, ctx, [{ kind: "user.password_reset", subject: word }]);
        await requireStillSignedIn(tx, ctx);
        ending = end(here, signedIn).then(() => {
          over = true;
        });
        await Promise.race([ending, expect.poll(async () => (await lockWaits()).length).toBeGreaterThan(0)]);
        expect(over).toBe(false);
      });
      await ending;
      expect(await noted(word)).toBe(1);
    },
  );

  test("a request of a session whose command is about to be saved does not wait for it", async () => {
    const signedIn = await makeSignedIn(here);
    const later = new Date(Date.now() + 120_000);
    await read(here.as.operator).$transaction(async (tx) => {
      await requireStillSignedIn(tx, inSession(here.as.operator, signedIn));
      const asked = { now: later, browserTimeZone: null, locale: "en-GB", usedFrom: "192.0.2.9" };
      expect(await loadSession(signedIn.claims, asked)).not.toBeNull();
    });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { stepMinutes } from "@/lib/domain/sign-in/second-factor";
import { read } from "../kernel/db";
import { beginApp } from "../own-factors/commands/begin-app";
import { confirmApp } from "../own-factors/commands/confirm-app";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { chooseAnother, makePerson, signedIn } from "../testing/factories/people";
import { codeOf, makePersonWithApp, makePersonWithPasskey } from "../testing/factories/second-factors";
import { softwarePasskey } from "../testing/factories/software-passkey";
import { deactivateUser } from "../users/commands/set-active";
import type { SignedInUser } from "./admit";
import { beginByPasskey, finishSignIn, lookAtStep, signInByPasskey } from "./finish";
import { loadSession } from "./session/session";
import { claimsOf } from "./session/session-token";
import { signIn } from "./sign-in";
import { tryLimits } from "./tries/rate-limit";

/** Signing in with a second factor: docs/domain.md, section 7. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

let addresses = 0;
const from = (now = new Date()) => ({
  now,
  address: `203.0.113.${++addresses % 250}`,
});
type Owner = { email: string; password: string };
const begin = async ({ email, password }: Owner, request = from()): Promise<string> => {
  const begun = value(await signIn(request, { email, password }));
  if (!("waitsWith" in begun)) throw new Error("Nobody asked for the second factor");
  return begun.waitsWith;
};
const events = (subject: string) =>
  read(here.as.administrator).event.findMany({
    where: { subject, kind: { startsWith: "user.s" } },
    orderBy: { id: "asc" },
    select: { kind: true, after: true },
  });
const live = async (user: SignedInUser) =>
  loadSession(await claimsOf(user, { device: "Firefox on Linux", address: "192.0.2.1" }), {
    ...{ now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null },
  });

test("a right password alone signs nobody in who has a second factor", async () => {
  const made = await makePersonWithApp(here);
  const token = await begin(made);
  expect(await lookAtStep(token, new Date())).toEqual({ app: true, passkey: null });
  expect((await events(made.email)).map(({ kind }) => kind)).toEqual([
    "user.second_factor_added",
    "user.second_factor_asked",
  ]);
});

describe("the code of an app", () => {
  test("finishes a sign-in, which says so in the audit log and in the session", async () => {
    const made = await makePersonWithApp(here);
    const admitted = value(await finishSignIn(from(), await begin(made), { code: codeOf(made.secret) }));
    expect(admitted).toMatchObject({ id: made.id, secondFactor: true });
    expect((await live(admitted))?.signedInWithFactor).toBe(true);
    expect((await events(made.email)).at(-1)).toMatchObject({
      kind: "user.signed_in",
      after: { method: "password", secondFactor: "app" },
    });
  });

  test("counts once, also of two that are sent at once", async () => {
    const made = await makePersonWithApp(here);
    const [one, other] = [await begin(made), await begin(made)];
    const code = codeOf(made.secret);
    const answers = await Promise.all([one, other].map((token) => finishSignIn(from(), token, { code })));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const later = new Date(Date.now() + 1);
    expect(await finishSignIn(from(later), await begin(made), { code })).toMatchObject({
      refusal: { reason: "wrong" },
    });
  });

  test("of an earlier step than the last one counts no more", async () => {
    const made = await makePersonWithApp(here);
    const now = new Date();
    value(await finishSignIn(from(now), await begin(made), { code: codeOf(made.secret, now) }));
    const earlier = codeOf(made.secret, new Date(now.getTime() - 30_000));
    expect(await finishSignIn(from(now), await begin(made), { code: earlier })).toMatchObject({
      refusal: { reason: "wrong" },
    });
  });

  test("of somebody else is wrong", async () => {
    const [mine, theirs] = [await makePersonWithApp(here), await makePersonWithApp(here)];
    for (const code of [codeOf(theirs.secret), theirs.recoveryCodes[0] ?? "", ""]) {
      expect(await finishSignIn(from(), await begin(mine), { code })).toMatchObject({
        refusal: { reason: "wrong" },
      });
    }
    expect(
      (await events(mine.email)).filter(({ kind }) => kind === "user.second_factor_failed"),
    ).toHaveLength(3);
  });
});

test("a recovery code stands in once, and its person is told", async () => {
  const made = await makePersonWithApp(here);
  const [code = ""] = made.recoveryCodes;
  const tokens = [await begin(made), await begin(made)];
  const answers = await Promise.all(
    tokens.map((token) => finishSignIn(from(), token, { code: code.toLowerCase().replaceAll("-", " ") })),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const letters = await read(here.as.administrator).message.findMany({ where: { address: made.email } });
  expect(letters.filter(({ type }) => type === "recovery_code_used")).toHaveLength(1);
});

describe("a sign-in that waits", () => {
  test("is over after its minutes, once it is finished, and for a token that nobody has", async () => {
    const made = await makePersonWithApp(here);
    const now = new Date();
    const late = new Date(now.getTime() + stepMinutes * 60_000);
    const token = await begin(made, from(now));
    expect(await lookAtStep(token, late)).toBeNull();
    expect(await finishSignIn(from(late), token, { code: codeOf(made.secret, late) })).toMatchObject({
      refusal: { reason: "over" },
    });
    value(await finishSignIn(from(now), token, { code: codeOf(made.secret, now) }));
    for (const over of [token, "", "nobody's"]) {
      expect(await finishSignIn(from(now), over, { code: made.recoveryCodes[0] ?? "" })).toMatchObject({
        refusal: { reason: "over" },
      });
    }
  });

  test("counts for nothing once the password is another one, or the person inactive", async () => {
    const made = await makePersonWithApp(here);
    const token = await begin(made);
    await chooseAnother(here, made.id);
    const finished = await finishSignIn(from(), token, { code: codeOf(made.secret) });
    if (finished.ok) expect(await live(finished.value)).toBeNull();

    const gone = await makePersonWithApp(here);
    const waits = await begin(gone);
    value(await deactivateUser(here.as.administrator, { id: gone.id, version: 1 }));
    expect(await finishSignIn(from(), waits, { code: codeOf(gone.secret) })).toMatchObject({
      refusal: { reason: "over" },
    });
  });
});

describe("guessing codes", () => {
  test("from one address is locked for that address, and not for the person's own device", async () => {
    const made = await makePersonWithApp(here);
    const admitted = value(await finishSignIn(from(), await begin(made), { code: codeOf(made.secret) }));
    const address = "198.51.100.7";
    const now = new Date();
    for (let time = 0; time < 5; time++) {
      expect(await finishSignIn({ now, address }, await begin(made), { code: "no code" })).toMatchObject({
        refusal: { reason: "wrong" },
      });
    }
    const right = made.recoveryCodes[0] ?? "";
    expect(await finishSignIn({ now, address }, await begin(made), { code: right })).toMatchObject({
      refusal: { reason: "too_many" },
    });
    const { name, value: kept } = admitted.device;
    const cookieOf = (asked: string) => (asked === name ? kept : undefined);
    value(await finishSignIn({ now, address, cookieOf }, await begin(made), { code: right }));
  });

  test("is told the person, who learns that somebody knows the password", async () => {
    const made = await makePersonWithApp(here);
    const address = "198.51.100.77";
    for (let time = 0; time < 5; time++)
      await finishSignIn({ now: new Date(), address }, await begin(made), { code: "no code" });
    const letters = await read(here.as.administrator).message.findMany({
      where: { address: made.email, type: "sign_in_locked" },
    });
    expect(letters.map(({ subject }) => subject)).toEqual([
      "Someone who knows your password failed at your second factor",
    ]);
  });

  test("from a device that knows the password alone counts with all others", async () => {
    const made = await makePerson(here);
    const { device } = signedIn(await signIn(from(), { email: made.email, password: made.password }));
    const cookieOf = (asked: string) => (asked === device.name ? device.value : undefined);
    const { secret } = value(await beginApp(made.person, { current: made.password }));
    value(await confirmApp(made.person, { code: codeOf(secret ?? "", made.person.ctx.now) }));
    const token = await begin(made);
    const guesses = Array.from({ length: tryLimits.second_factor }, () =>
      finishSignIn({ ...from(), cookieOf }, token, { code: "000000" }),
    );
    await Promise.all(guesses);
    expect(await finishSignIn({ ...from(), cookieOf }, token, { code: "000000" })).toMatchObject({
      refusal: { reason: "too_many" },
    });
  });

  test("from many addresses is limited for the person, and not for their own device", async () => {
    const made = await makePersonWithApp(here);
    const admitted = value(await finishSignIn(from(), await begin(made), { code: codeOf(made.secret) }));
    const token = await begin(made);
    const guesses = Array.from({ length: tryLimits.second_factor }, () =>
      finishSignIn(from(), token, { code: "000000" }),
    );
    await Promise.all(guesses);
    const right = made.recoveryCodes[0] ?? "";
    expect(await finishSignIn(from(), token, { code: right })).toMatchObject({
      refusal: { reason: "too_many" },
    });
    const { name, value: kept } = admitted.device;
    const cookieOf = (asked: string) => (asked === name ? kept : undefined);
    value(await finishSignIn({ ...from(), cookieOf }, token, { code: right }));
  });
});

describe("a passkey", () => {
  const challengeOf = async (token: string) =>
    (await lookAtStep(token, new Date()))?.passkey?.challenge ?? "";

  test("finishes a sign-in after the password, once", async () => {
    const made = await makePersonWithPasskey(here);
    const token = await begin(made);
    const response = made.passkey.sign(await challengeOf(token));
    expect(value(await finishSignIn(from(), token, { response }))).toMatchObject({
      id: made.id,
      secondFactor: true,
    });
    expect(await finishSignIn(from(), token, { response })).toMatchObject({ refusal: { reason: "over" } });
  });

  test("signs in alone, by its own count", async () => {
    const made = await makePersonWithPasskey(here);
    const { token, options } = value(await beginByPasskey(from()));
    const response = made.passkey.sign(options.challenge);
    const answers = await Promise.all([1, 2].map(() => signInByPasskey(from(), token, response)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await events(made.email)).find(({ kind }) => kind === "user.signed_in")).toMatchObject({
      after: { method: "passkey", secondFactor: "passkey" },
    });
  });

  test("is refused for another question, site, person or key, without unlocking, and as a copy", async () => {
    const [mine, theirs] = [await makePersonWithPasskey(here), await makePersonWithPasskey(here)];
    const token = await begin(mine);
    const challenge = await challengeOf(token);
    const stranger = softwarePasskey();
    const forged = { ...stranger.sign(challenge), id: mine.passkey.id, rawId: mine.passkey.id };
    for (const response of [
      mine.passkey.sign("anotherQuestion"),
      mine.passkey.sign(challenge, { origin: "https://elsewhere.example" }),
      mine.passkey.sign(challenge, { host: "elsewhere.example" }),
      mine.passkey.sign(challenge, { unverified: true }),
      theirs.passkey.sign(challenge),
      stranger.sign(challenge),
      forged,
      mine.passkey.sign(challenge, { counter: 1 }),
    ]) {
      expect(await finishSignIn(from(), token, { response })).toMatchObject({ refusal: { reason: "wrong" } });
    }
    value(await finishSignIn(from(), token, { response: mine.passkey.sign(challenge, { counter: 50 }) }));
  });

  test("of an inactive person signs nobody in", async () => {
    const made = await makePersonWithPasskey(here);
    value(await deactivateUser(here.as.administrator, { id: made.id, version: 1 }));
    const { token, options } = value(await beginByPasskey(from()));
    expect(await signInByPasskey(from(), token, made.passkey.sign(options.challenge))).toMatchObject({
      refusal: { reason: "wrong" },
    });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { roles } from "@/lib/domain/permissions";
import { read } from "../kernel/db";
import { verifyPassword } from "../sign-in/password/password";
import { loadSession } from "../sign-in/session/session";
import { claimsOf } from "../sign-in/session/session-token";
import { tryLimits } from "../sign-in/tries/rate-limit";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { makeEmailChange, makePerson, personNamed, storedUser } from "../testing/factories/people";
import { makeRole } from "../testing/factories/roles";
import { changeEmail } from "./commands/change-email";
import { changeName } from "./commands/change-name";
import { changePassword } from "./commands/change-password";
import { keepEmail } from "./commands/keep-email";
import { personOf } from "./person";
import { getProfile } from "./queries/get-profile";

/** The own profile: docs/domain.md, section 7, "Own profile". */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const good = "seven umbrellas in the rain";
const stored = (id: string) => storedUser(here, id);
const told = async (subject: string) =>
  read(here.as.administrator).event.findMany({ where: { subject }, orderBy: { id: "asc" } });

test.each(roles)("a person who signs in as %s sees and names themself", async (role) => {
  const account = await makeAccount(here, role === "reseller" ? { type: "reseller" } : {});
  const accountId = role === "customer" || role === "reseller" ? account.id : null;
  const roleId = role === "custom" ? (await makeRole(here)).id : null;
  const { id, email, person } = await makePerson(here, { role, roleId, accountId });
  expect(await getProfile(person)).toEqual({
    ...{ name: "Ada Example", email, hasPassword: true, newEmail: null, mailIsSent: false },
  });
  value(await changeName(person, { name: "  Ada Byron " }));
  expect(await stored(id)).toMatchObject({ name: "Ada Byron", version: 2 });
  expect((await told(email)).at(-1)).toMatchObject({
    kind: "user.name_changed",
    actorName: "Ada Example",
    before: { name: "Ada Example" },
    after: { name: "Ada Byron" },
  });
  value(await changeName(await personNamed(here, id), { name: "Ada Byron" }));
  expect(await stored(id)).toMatchObject({ version: 2 });
});

test.each(["", "   ", "x".repeat(81), "a\u0000b", "a\nb", 7, null])(
  "the name %j is refused",
  async (name) => {
    const { person } = await makePerson(here);
    await expect(changeName(person, { name })).rejects.toThrow(ZodError);
  },
);

describe("the own password", () => {
  test("changes with the current one, and ends every session but the one that asks", async () => {
    const { id, email, password } = await makePerson(here);
    const seen = { device: "Firefox on Linux", address: "192.0.2.1" };
    const [asking, other] = [await claimsOf(await stored(id), seen), await claimsOf(await stored(id), seen)];
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    const session = await loadSession(asking, request);
    if (!session) throw new Error("A new session counts");
    value(await changePassword(personOf(session), { current: password, password: good }));
    const user = await stored(id);
    expect(await loadSession(asking, request)).not.toBeNull();
    expect(await loadSession(other, request)).toBeNull();
    expect(await verifyPassword(user.passwordHash, good)).toBe(true);
    const events = await told(email);
    expect(events.at(-1)).toMatchObject({ kind: "user.password_changed", before: null, after: null });
  });

  test("stays with a wrong current one, and with a bad new one", async () => {
    const { id, password, person } = await makePerson(here);
    const { passwordHash } = await stored(id);
    const refused = [
      [{ current: "not my password", password: good }, "password_wrong", "current"],
      [{ current: password, password: "password1234" }, "password_common", "password"],
      [{ current: password, password: "Ada Example 2026" }, "password_personal", "password"],
    ] as const;
    for (const [input, reason, path] of refused) {
      expect(await changePassword(person, input)).toEqual({ ok: false, refusal: { reason, path } });
    }
    for (const bad of [
      { password: good },
      { current: password },
      { current: password, password: "x".repeat(10_000) },
    ])
      await expect(changePassword(person, bad)).rejects.toThrow(ZodError);
    expect(await stored(id)).toMatchObject({ passwordHash, sessionVersion: 1 });
  });

  test("cannot be guessed in a session that somebody left open, also by many tries at once", async () => {
    const { password, person } = await makePerson(here);
    const tries = Array.from({ length: tryLimits.current_password + 4 }, (_, index) =>
      changePassword(person, { current: `guess number ${index}`, password: good }),
    );
    const reasons = (await Promise.all(tries)).map((answer) => (answer.ok ? "ok" : answer.refusal.reason));
    expect(reasons.filter((reason) => reason === "password_wrong")).toHaveLength(tryLimits.current_password);
    expect(await changePassword(person, { current: password, password: good })).toMatchObject({
      refusal: { reason: "too_many_tries", path: "current" },
    });
  });

  test("of two changes at once, one counts", async () => {
    const { id, password, person } = await makePerson(here);
    const answers = await Promise.all(
      ["seven umbrellas in the rain", "eight umbrellas in the snow"].map((chosen) =>
        changePassword(person, { current: password, password: chosen }),
      ),
    );
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await stored(id)).sessionVersion).toBe(2);
  });
});

describe("the own email address", () => {
  test("waits for its confirmation, and can be kept", async () => {
    const { id, email, newEmail, person } = await makeEmailChange(here);
    expect(await getProfile(person)).toMatchObject({ email, newEmail });
    expect((await told(email)).at(-1)).toMatchObject({
      kind: "user.link_asked_for",
      after: { purpose: "email", newEmail },
    });
    value(await keepEmail(person, {}));
    expect(await getProfile(person)).toMatchObject({ email, newEmail: null });
    expect(await stored(id)).toMatchObject({ email, version: 1 });
  });

  test("is asked for with the password alone", async () => {
    const { person } = await makePerson(here);
    const email = "other@new.example";
    expect(await changeEmail(person, { email })).toMatchObject({ refusal: { reason: "password_wrong" } });
    expect(await changeEmail(person, { email, current: "not my password" })).toMatchObject({
      refusal: { reason: "password_wrong", path: "current" },
    });
    expect(await getProfile(person)).toMatchObject({ newEmail: null });
  });

  test("is refused where it is the present one, in any case", async () => {
    const { person, email, password } = await makePerson(here);
    const again = { email: ` ${email.toUpperCase()}`, current: password };
    expect(await changeEmail(person, again)).toMatchObject({ refusal: { reason: "same_email" } });
  });

  test("is limited, so that nobody floods mailboxes from here", async () => {
    const { person, password } = await makePerson(here);
    const ask = (index: number) => changeEmail(person, { email: `a${index}@new.example`, current: password });
    for (let index = 0; index < tryLimits.new_email; index++) value(await ask(index));
    expect(await ask(99)).toMatchObject({ refusal: { reason: "too_many_tries", path: "email" } });
  });
});

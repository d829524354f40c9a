import { beforeAll, describe, expect, test } from "vitest";
import type { Permission } from "@/lib/domain/permissions";
import { recentMinutes } from "@/lib/domain/sign-in/recent";
import { recoveryCodeCount } from "@/lib/domain/sign-in/second-factor";
import { read, unscoped } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import { saveSignInRules } from "../organizations/commands/save-sign-in-rules";
import { getSignInRules } from "../organizations/queries/get-sign-in-rules";
import { changeEmail } from "../profile/commands/change-email";
import { joinOrganization } from "../profile/commands/join";
import { inviteeBy } from "../profile/invitee";
import { personOf } from "../profile/person";
import { hashOfCode } from "../second-factor/recovery-codes";
import { loadSession } from "../sign-in/session/session";
import { claimsOf } from "../sign-in/session/session-token";
import { switchSession } from "../sign-in/session/switch-session";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeInvitation, personIn } from "../testing/factories/memberships";
import { held, makePerson, storedUser } from "../testing/factories/people";
import { codeOf, makePersonWithApp, makePersonWithPasskey } from "../testing/factories/second-factors";
import { softwarePasskey } from "../testing/factories/software-passkey";
import { resetSecondFactor } from "../users/commands/reset-second-factor";
import { hostReset } from "../users/host-reset";
import { getUser } from "../users/queries/users";
import { addPasskey } from "./commands/add-passkey";
import { beginApp } from "./commands/begin-app";
import { beginPasskey } from "./commands/begin-passkey";
import { confirmApp } from "./commands/confirm-app";
import { makeRecoveryCodes } from "./commands/make-recovery-codes";
import { removeApp } from "./commands/remove-app";
import { removePasskey } from "./commands/remove-passkey";
import { getSecondFactor } from "./queries/get-second-factor";

/** Second factors that people set up: docs/domain.md, section 7. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

const kindsOf = async (subject: string) => {
  const events = await read(here.as.administrator).event.findMany({
    where: { subject },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
};
const lettersTo = async (address: string) => {
  const letters = await read(here.as.administrator).message.findMany({
    where: { address },
    orderBy: { createdAt: "asc" },
  });
  return letters.map(({ type }) => type);
};

describe("an authenticator app", () => {
  test("is set up by the password and its first code, which brings recovery codes and a letter", async () => {
    const { person, email, password, id } = await makePerson(here);
    const { secret, setupUri } = value(await beginApp(person, { current: password }));
    expect(setupUri).toContain(`secret=${secret}`);
    // Until its first code it counts for nothing.
    expect(await getSecondFactor(person)).toMatchObject({ appSince: null, recoveryCodesLeft: 0 });
    const now = person.ctx.now;
    const { recoveryCodes } = value(await confirmApp(person, { code: codeOf(secret ?? "", now) }));
    expect(new Set(recoveryCodes).size).toBe(recoveryCodeCount);
    expect(await getSecondFactor(person)).toMatchObject({
      appSince: now.toISOString(),
      recoveryCodesLeft: recoveryCodeCount,
    });
    expect(await kindsOf(email)).toEqual(["user.created", "user.second_factor_added"]);
    expect(await lettersTo(email)).toEqual(["second_factor_added"]);

    // Neither the secret nor a code is kept as it is.
    const { personId } = await storedUser(here, id);
    const app = await unscoped().authenticatorApp.findUniqueOrThrow({ where: { personId } });
    expect(app.secret).not.toContain(secret);
    const kept = await unscoped().recoveryCode.findMany({ where: { personId } });
    expect(kept.map(({ hash }) => hash).sort()).toEqual(recoveryCodes?.map(hashOfCode).sort());
  });

  test("is not set up without the password, by a wrong code, or a second time", async () => {
    const { person, password } = await makePerson(here);
    for (const sent of [{}, { current: "not my password" }]) {
      expect(await beginApp(person, sent)).toMatchObject({ refusal: { reason: "password_wrong" } });
    }
    expect(await confirmApp(person, { code: "123456" })).toMatchObject({
      refusal: { reason: "no_app_waits" },
    });
    const { secret } = value(await beginApp(person, { current: password }));
    const right = codeOf(secret ?? "", person.ctx.now);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, "0");
    for (const code of [wrong, "no code", "7K3M-0QXA-9T2B-HJ5V"]) {
      expect(await confirmApp(person, { code })).toMatchObject({
        refusal: { reason: "code_wrong", path: "code" },
      });
    }
    value(await confirmApp(person, { code: right }));
    expect(await confirmApp(person, { code: right })).toMatchObject({ refusal: { reason: "no_app_waits" } });
  });

  test("that is begun again has another secret, and the earlier one counts for nothing", async () => {
    const { person, password } = await makePerson(here);
    const [one, other] = [
      value(await beginApp(person, { current: password })),
      value(await beginApp(person, { current: password })),
    ];
    const { now } = person.ctx;
    expect(await confirmApp(person, { code: codeOf(one.secret ?? "", now) })).toMatchObject({
      refusal: { reason: "code_wrong" },
    });
    value(await confirmApp(person, { code: codeOf(other.secret ?? "", now) }));
  });

  test("is replaced by another one with its first code, so that a lost phone locks nobody in", async () => {
    const { person, password, secret: lost, id } = await makePersonWithApp(here);
    const { secret } = value(await beginApp(person, { current: password }));
    const { personId } = await storedUser(here, id);
    const sealed = async () =>
      (await unscoped().authenticatorApp.findUniqueOrThrow({ where: { personId } })).secret;
    const before = await sealed();
    // Until then the earlier one counts.
    expect(await confirmApp(person, { code: codeOf(lost, person.ctx.now) })).toMatchObject({
      refusal: { reason: "code_wrong" },
    });
    expect(await sealed()).toBe(before);
    const answer = value(await confirmApp(person, { code: codeOf(secret ?? "", person.ctx.now) }));
    expect(answer).toEqual({ recoveryCodes: null });
    expect(await sealed()).not.toBe(before);
  });

  test("is given to nobody by the password alone who has another factor", async () => {
    const made = await makePersonWithApp(here);
    const bare = { ...made.person, signedInWithFactor: false };
    const current = made.password;
    const refused = { refusal: { reason: "sign_in_with_factor" } };
    expect(await beginApp(bare, { current })).toMatchObject(refused);
    expect(await confirmApp(bare, { code: "123456" })).toMatchObject(refused);
    expect(await removeApp(bare, { current })).toMatchObject(refused);
    expect(await makeRecoveryCodes(bare, { current })).toMatchObject(refused);
    const { token, options } = value(await beginPasskey(made.person, { current }));
    expect(await beginPasskey(bare, { current })).toMatchObject(refused);
    const response = softwarePasskey().make(String(options.challenge));
    expect(await addPasskey(bare, { token: token ?? "", response, name: "Theirs" })).toMatchObject(refused);
  });

  test("ends all other sessions if it is the first factor, and so does its removal", async () => {
    const made = await makePerson(here);
    const begin = async () =>
      claimsOf(await storedUser(here, made.id), { device: "Firefox on Linux", address: "192.0.2.1" });
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    const [asking, other] = [await begin(), await begin()];
    const own = async () => {
      const session = await loadSession(asking, request);
      if (!session) throw new Error("The session that asks counts");
      return personOf(session);
    };
    const person = await own();
    const { secret } = value(await beginApp(person, { current: made.password }));
    value(await confirmApp(person, { code: codeOf(secret ?? "", person.ctx.now) }));
    expect(await loadSession(other, request)).toBeNull();
    expect((await own()).signedInWithFactor).toBe(true);

    const later = await begin();
    value(await removeApp(await own(), { current: made.password }));
    expect(await loadSession(later, request)).toBeNull();
    // Without any factor no session counts as signed in with one.
    expect((await own()).signedInWithFactor).toBe(false);
  });

  test("cannot be guessed by somebody who found the session open", async () => {
    const { person, password } = await makePerson(here);
    value(await beginApp(person, { current: password }));
    for (let time = 0; time < 10; time++) await confirmApp(person, { code: "000000" });
    expect(await confirmApp(person, { code: "000000" })).toMatchObject({
      refusal: { reason: "too_many_tries" },
    });
  });

  test("is removed by the password, with the recovery codes if it is the last factor", async () => {
    const { person, email, password } = await makePersonWithApp(here);
    expect(await removeApp(person, {})).toMatchObject({ refusal: { reason: "password_wrong" } });
    value(await removeApp(person, { current: password }));
    expect(await getSecondFactor(person)).toMatchObject({ appSince: null, recoveryCodesLeft: 0 });
    expect(await removeApp(person, { current: password })).toMatchObject({ refusal: { reason: "no_app" } });
    expect((await kindsOf(email)).at(-1)).toBe("user.second_factor_removed");
    expect(await lettersTo(email)).toEqual(["second_factor_added", "second_factor_removed"]);
  });
});

describe("a passkey", () => {
  test("is kept under its name, and removed by the password", async () => {
    const { person, password, passkeyId, recoveryCodes } = await makePersonWithPasskey(here);
    expect(recoveryCodes).toHaveLength(recoveryCodeCount);
    expect((await getSecondFactor(person)).passkeys).toMatchObject([{ id: passkeyId, name: "Work laptop" }]);
    expect(await removePasskey(person, { id: passkeyId })).toMatchObject({
      refusal: { reason: "password_wrong" },
    });
    value(await removePasskey(person, { id: passkeyId, current: password }));
    expect((await getSecondFactor(person)).passkeys).toEqual([]);
  });

  test("of somebody else is not there to remove", async () => {
    const [mine, theirs] = [await makePersonWithPasskey(here), await makePersonWithPasskey(here)];
    const remove = removePasskey(mine.person, { id: theirs.passkeyId, current: mine.password });
    await expect(remove).rejects.toThrow(NotFound);
  });

  test("is refused if it was made for another question, site or person, or without unlocking", async () => {
    const [mine, theirs] = [await makePerson(here), await makePerson(here)];
    const begun = async ({ person, password }: typeof mine) => {
      const { token, options } = value(await beginPasskey(person, { current: password }));
      return { token: token ?? "", challenge: String(options.challenge) };
    };
    const [own, other] = [await begun(mine), await begun(theirs)];
    const passkey = softwarePasskey();
    const add = (token: string, response: object) =>
      addPasskey(mine.person, { token, response, name: "Phone" });
    for (const [token, response] of [
      [own.token, passkey.make(other.challenge)],
      [other.token, passkey.make(other.challenge)],
      [own.token, passkey.make(own.challenge, { origin: "https://elsewhere.example" })],
      [own.token, passkey.make(own.challenge, { host: "elsewhere.example" })],
      [own.token, passkey.make(own.challenge, { unverified: true })],
      ["no such token", passkey.make(own.challenge)],
    ] as const) {
      expect(await add(token, response)).toMatchObject({ refusal: { reason: "passkey_refused" } });
    }
    const right = passkey.make(own.challenge);
    value(await add(own.token, right));
    // The question is answered once, and a credential is one person's.
    expect(await add(own.token, right)).toMatchObject({ refusal: { reason: "passkey_refused" } });
    const again = await begun(theirs);
    const copied = passkey.make(again.challenge);
    expect(
      await addPasskey(theirs.person, { token: again.token, response: copied, name: "x" }),
    ).toMatchObject({
      refusal: { reason: "passkey_known" },
    });
  });

  test("that is added beside an app brings no new recovery codes", async () => {
    const { person, password } = await makePersonWithApp(here);
    const { token, options } = value(await beginPasskey(person, { current: password }));
    const response = softwarePasskey().make(String(options.challenge));
    expect(value(await addPasskey(person, { token: token ?? "", response, name: "Phone" }))).toMatchObject({
      recoveryCodes: null,
    });
  });
});

test("new recovery codes replace the old ones, and need a factor for which they stand in", async () => {
  const bare = await makePerson(here);
  expect(await makeRecoveryCodes(bare.person, { current: bare.password })).toMatchObject({
    refusal: { reason: "no_second_factor" },
  });
  const { person, password, id, recoveryCodes } = await makePersonWithApp(here);
  const made = value(await makeRecoveryCodes(person, { current: password })).recoveryCodes ?? [];
  const { personId } = await storedUser(here, id);
  const kept = (await unscoped().recoveryCode.findMany({ where: { personId } })).map(({ hash }) => hash);
  expect(kept.sort()).toEqual(made.map(hashOfCode).sort());
  expect(made).not.toContain(recoveryCodes[0]);
});

describe("an administrator", () => {
  test("resets the factors of a person, which ends their sessions and is told", async () => {
    const { id, email, person } = await makePersonWithPasskey(here);
    const user = await storedUser(here, id);
    const claims = await claimsOf(user, { device: "Firefox on Linux", address: "192.0.2.1" });
    value(await resetSecondFactor(here.as.administrator, { id }));
    expect(await getSecondFactor(person)).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    expect(await loadSession(claims, request)).toBeNull();
    expect((await kindsOf(email)).at(-1)).toBe("user.second_factor_reset");
    expect(await lettersTo(email)).toContain("second_factor_reset");
    expect(await resetSecondFactor(here.as.administrator, { id })).toMatchObject({
      refusal: { reason: "no_second_factor" },
    });
  });

  test("learns nothing of somebody who is invited and has not joined", async () => {
    const there = await makeOrganization();
    const elsewhere = await makePersonWithApp(there);
    const { id } = await makeInvitation(here, elsewhere.email);
    expect(await resetSecondFactor(here.as.administrator, { id })).toMatchObject({
      refusal: { reason: "no_second_factor" },
    });
    expect((await getUser(here.as.administrator, id)).secondFactor).toBe(false);
  });

  test("resets neither their own nor another organization's", async () => {
    const { person } = await makePersonWithApp(here, { role: "administrator" });
    const own = resetSecondFactor(person.ctx, { id: person.userId });
    expect(await own).toMatchObject({ refusal: { reason: "own_user" } });
    const there = await makeOrganization();
    const foreign = await makePersonWithApp(there);
    await expect(resetSecondFactor(here.as.administrator, { id: foreign.id })).rejects.toThrow(NotFound);
  });
});

test("the people who run the product reset the factors of a person in several organizations, which no administrator may", async () => {
  const there = await makeOrganization();
  const made = await makePersonWithApp(here);
  const { secret } = await makeInvitation(there, made.email);
  const { personId } = await storedUser(here, made.id);
  value(
    await joinOrganization(
      inviteeBy(await held("invitation", secret), { personId, ctx: here.as.operator }),
      {},
    ),
  );
  expect(await resetSecondFactor(here.as.administrator, { id: made.id })).toMatchObject({
    refusal: { reason: "person_of_others" },
  });
  expect(await hostReset(` ${made.email.toUpperCase()} `, new Date())).toEqual({ email: made.email });
  expect(await getSecondFactor(made.person)).toMatchObject({ appSince: null });
  expect(await hostReset(made.email, new Date())).toBeNull();
  expect(await hostReset("nobody@nobody.example", new Date())).toBeNull();
});

describe("a person without a password", () => {
  const withoutPassword = async () => {
    const made = await makePerson(here);
    await unscoped().person.update({ where: { email: made.email }, data: { passwordHash: null } });
    const seen = { device: "Firefox on Linux", address: "192.0.2.1" };
    const person = await personIn(await claimsOf(await storedUser(here, made.id), seen));
    return (minutes: number) => ({ ...person, ctx: at(person.ctx, new Date(Date.now() + minutes * 60_000)) });
  };

  test("changes how they sign in only a short time after they have signed in", async () => {
    const signedIn = await withoutPassword();
    const late = signedIn(recentMinutes + 1);
    const refused = { refusal: { reason: "sign_in_again", minutes: recentMinutes } };
    const soon = signedIn(recentMinutes - 1);
    const { secret } = value(await beginApp(soon, {}));
    value(await confirmApp(soon, { code: codeOf(secret ?? "", soon.ctx.now) }));
    value(await beginPasskey({ ...soon, signedInWithFactor: true }, {}));
    const withFactor = { ...late, signedInWithFactor: true };
    expect(await beginApp(withFactor, {})).toMatchObject(refused);
    expect(await beginPasskey(withFactor, { current: "a password for tests" })).toMatchObject(refused);
    expect(await makeRecoveryCodes(withFactor, {})).toMatchObject(refused);
    expect(await removeApp(withFactor, {})).toMatchObject(refused);
    expect(await changeEmail(withFactor, { email: `${crypto.randomUUID()}@new.example` })).toMatchObject(
      refused,
    );
    expect(await getSecondFactor(withFactor)).toMatchObject({ recoveryCodesLeft: recoveryCodeCount });
  });

  test("has signed in nowhere if no session says when", async () => {
    const { person, email } = await makePerson(here);
    await unscoped().person.update({ where: { email }, data: { passwordHash: null } });
    expect(await beginApp(person, {})).toMatchObject({ refusal: { reason: "sign_in_again" } });
  });
});

describe("an organization that requires a second factor", () => {
  const require = async (organization: TestOrganization, secondFactorRoles: string[]) => {
    const { version } = await getSignInRules(organization.as.administrator);
    value(
      await saveSignInRules(organization.as.administrator, {
        version,
        secondFactorRoles,
        singleSignOnOnly: false,
      } as never),
    );
  };
  const seen = { device: "Firefox on Linux", address: "192.0.2.1" };
  const request = () => ({ now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null });

  test("counts from the next request on, for people of the role alone", async () => {
    const organization = await makeOrganization();
    const [operator, manager] = [
      await makePerson(organization),
      await makePerson(organization, { role: "manager" }),
    ];
    const claimsFor = async (id: string) => claimsOf(await storedUser(organization, id), seen);
    const [ofOperator, ofManager] = [await claimsFor(operator.id), await claimsFor(manager.id)];
    const lacks = async (claims: typeof ofOperator) => (await loadSession(claims, request()))?.lacksFactor;
    expect(await lacks(ofOperator)).toBe(false);
    await require(organization, ["operator"]);
    expect(await lacks(ofOperator)).toBe(true);
    expect(await lacks(ofManager)).toBe(false);

    // Setting one up in this session is enough.
    const session = await loadSession(ofOperator, request());
    if (!session) throw new Error("The session counts");
    const person = personOf(session);
    const { secret } = value(await beginApp(person, { current: operator.password }));
    value(await confirmApp(person, { code: codeOf(secret ?? "", person.ctx.now) }));
    expect(await lacks(ofOperator)).toBe(false);
    const now = { ...person, signedInWithFactor: true };
    expect(await removeApp(now, { current: operator.password })).toMatchObject({
      refusal: { reason: "second_factor_needed" },
    });
    expect(await getSecondFactor(person)).toMatchObject({ needed: true });
  });

  test("keeps the last factor also where another organization of the person asks", async () => {
    const [strict, lax] = [await makeOrganization(), await makeOrganization()];
    const made = await makePersonWithApp(lax);
    const { secret } = await makeInvitation(strict, made.email);
    const { personId } = await storedUser(lax, made.id);
    value(
      await joinOrganization(
        inviteeBy(await held("invitation", secret), { personId, ctx: here.as.operator }),
        {},
      ),
    );
    await require(strict, ["operator"]);
    expect(await removeApp(made.person, { current: made.password })).toMatchObject({
      refusal: { reason: "second_factor_needed" },
    });
    expect(await getSecondFactor(made.person)).toMatchObject({ needed: true });
    // A session without the factor does not go there.
    const claims = await claimsOf(await storedUser(lax, made.id), seen);
    expect(await switchSession(claims, strict.organizationId, seen, new Date())).toEqual({
      lacksFactor: strict.name,
    });
  });

  test("is told so by those alone who may change the rules for signing in", async () => {
    const { as } = await makeOrganization();
    const actor = { ...as.administrator.actor, role: "custom" as const };
    const manages: Permission[] = ["user:read", "user:save", "role:save", "account:read"];
    const managing = { ...as.administrator, actor: { ...actor, permissions: manages } };
    await expect(getSignInRules(managing)).rejects.toThrow("sign-in:save");
    await expect(
      saveSignInRules(managing, { version: 1, secondFactorRoles: [], singleSignOnOnly: false }),
    ).rejects.toThrow("sign-in:save");
    const chosen = { ...managing, actor: { ...actor, permissions: ["sign-in:save" as const] } };
    const { version } = await getSignInRules(chosen);
    value(
      await saveSignInRules(chosen, {
        version,
        secondFactorRoles: ["administrator"],
        singleSignOnOnly: false,
      }),
    );
  });

  test("keeps what changed in the audit log, and refuses what is no role", async () => {
    const organization = await makeOrganization();
    await require(organization, ["manager", "administrator", "manager"]);
    const entry = await read(organization.as.administrator).event.findFirst({
      where: { kind: "organization.sign_in_rules_saved" },
    });
    expect(entry).toMatchObject({
      before: { secondFactorRoles: [] },
      after: { secondFactorRoles: ["administrator", "manager"] },
    });
    await expect(require(organization, ["owner"])).rejects.toThrow("secondFactorRoles");
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { read, unscoped } from "../kernel/db";
import { saveSignInRules } from "../organizations/commands/save-sign-in-rules";
import { hostAllowPasswords } from "../organizations/host-allow-passwords";
import { getSignInRules } from "../organizations/queries/get-sign-in-rules";
import { unlinkIdentity } from "../own-identities/commands/unlink-identity";
import { getIdentities } from "../own-identities/queries/get-identities";
import { choosePassword } from "../profile/commands/choose-password";
import { personOf } from "../profile/person";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import {
  acceptBy,
  acceptByLink,
  issuer,
  linkTo,
  makeLinked,
  vouchedFor,
} from "../testing/factories/identities";
import { beginFor, makeInvitation, makeMember, personIn, sessionOf } from "../testing/factories/memberships";
import {
  held,
  makeInvited,
  makeLink,
  makePerson,
  personNamed,
  storedUser,
} from "../testing/factories/people";
import { codeOf, makePersonWithApp, makePersonWithPasskey } from "../testing/factories/second-factors";
import { sendLink } from "../users/commands/send-link";
import { getUser } from "../users/queries/users";
import { signInByIdentity } from "./by-identity";
import { beginByPasskey, finishSignIn, signInByPasskey } from "./finish";
import { claimsOf } from "./session/session-token";
import { switchSession } from "./session/switch-session";
import { signIn } from "./sign-in";

/** Organizations that take single sign-on alone: docs/domain.md, section 7, "Single sign-on". */

let here: TestOrganization;
let there: TestOrganization;
beforeEach(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

let addresses = 0;
const from = () => ({ now: new Date(), address: `203.0.113.${++addresses % 250}` });
const seen = { device: "Firefox on Linux", address: "192.0.2.1" };
const refused = (reason: string) => ({ ok: false, refusal: { reason } });

/** Has an administrator link their account in a session, and returns what their session claims and may do. */
async function signedOn(organization: TestOrganization) {
  const made = await makePerson(organization, { role: "administrator" });
  const claims = await beginFor(organization, made.id);
  const vouched = vouchedFor();
  value(await linkTo(await personIn(claims), made.password, vouched));
  const session = await sessionOf(claims);
  if (!session) throw new Error("The session does not count");
  return { ...made, claims, vouched, ctx: session.ctx, person: personOf(session) };
}
type Admin = Awaited<ReturnType<typeof signedOn>>;

async function rule({ ctx }: Pick<Admin, "ctx">, singleSignOnOnly: boolean) {
  const { version } = await getSignInRules(ctx);
  return saveSignInRules(ctx, { version, secondFactorRoles: [], singleSignOnOnly });
}

/** Has an organization take single sign-on alone. */
async function take(organization: TestOrganization): Promise<Admin> {
  const admin = await signedOn(organization);
  value(await rule(admin, true));
  return admin;
}

const kindsOf = async (subject: string) => {
  const events = await read(here.as.administrator).event.findMany({
    where: { subject },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
};

describe("an administrator", () => {
  test("turns it on in a session of single sign-on, which ends the sessions of passwords alone", async () => {
    const admin = await signedOn(here);
    const { id, vouched } = await makeLinked(here);
    const byPassword = await beginFor(here, id);
    const byIdentity = await claimsOf((await signInByIdentity(from(), vouched)) as never, seen);
    value(await rule(admin, true));
    expect(await sessionOf(byPassword)).toBeNull();
    expect(await sessionOf(byIdentity)).not.toBeNull();
    expect(await sessionOf(admin.claims)).not.toBeNull();
    const [told] = await read(here.as.administrator).event.findMany({
      where: { kind: "organization.sign_in_rules_saved" },
    });
    expect(told).toMatchObject({ before: { singleSignOnOnly: false }, after: { singleSignOnOnly: true } });
    expect(
      await read(here.as.administrator).session.count({ where: { endedAt: null, singleSignOn: false } }),
    ).toBe(0);
    value(await rule(admin, false));
  });

  test("does not in a session of a password, without one, or by an account that was unlinked", async () => {
    const { id } = await makeLinked(here, { role: "administrator" });
    const session = await sessionOf(await beginFor(here, id));
    for (const ctx of [session?.ctx ?? here.as.administrator, here.as.administrator])
      expect(await rule({ ctx }, true)).toMatchObject(refused("link_account_first"));
    const admin = await signedOn(here);
    await unscoped().identity.deleteMany({ where: { subject: admin.vouched.subject } });
    expect(await rule(admin, true)).toMatchObject(refused("link_account_first"));
    expect(await getSignInRules(admin.ctx)).toMatchObject({ singleSignOnOnly: false });
  });

  test("and unlinking at once leave them a way in", async () => {
    for (let time = 0; time < 4; time++) {
      const organization = await makeOrganization();
      const admin = await signedOn(organization);
      const [ruled, unlinked] = await Promise.all([
        rule(admin, true),
        unlinkIdentity(admin.person, { issuer, current: admin.password }),
      ]);
      expect([ruled.ok, unlinked.ok]).not.toEqual([true, true]);
    }
  });

  test("sees how many people have not linked an account", async () => {
    const admin = await signedOn(here);
    await makeUser(here);
    await makeInvited(here);
    expect(await getSignInRules(admin.ctx)).toMatchObject({
      ...{ provider: "Single sign-on", signedOn: true, people: { active: 2, unlinked: 1 } },
    });
  });
});

describe("in such an organization", () => {
  test("a right password signs nobody in and is told, and a wrong one learns nothing", async () => {
    const made = await makePersonWithApp(here);
    await take(here);
    expect(await signIn(from(), { email: made.email, password: "not my password" })).toMatchObject(
      refused("wrong"),
    );
    expect(await signIn(from(), { email: made.email, password: made.password })).toEqual({
      ok: false,
      refusal: { reason: "single_sign_on", organization: here.name },
    });
    expect((await kindsOf(made.email)).slice(-2)).toEqual([
      "user.sign_in_failed",
      "user.single_sign_on_asked",
    ]);
  });

  test("a second factor does not finish a sign-in that began before", async () => {
    const made = await makePersonWithApp(here);
    const begun = value(await signIn(from(), { email: made.email, password: made.password }));
    await take(here);
    const token = "waitsWith" in begun ? begun.waitsWith : "";
    expect(await finishSignIn(from(), token, { code: codeOf(made.secret) })).toMatchObject(
      refused("single_sign_on"),
    );
  });

  test("a passkey signs nobody in, and tells that to its owner alone", async () => {
    const made = await makePersonWithPasskey(here);
    await take(here);
    const tried = async (sign: (challenge: string) => ReturnType<typeof made.passkey.sign>) => {
      const { token, options } = value(await beginByPasskey(from()));
      return signInByPasskey(from(), token, sign(options.challenge));
    };
    expect(await tried((challenge) => made.passkey.sign(challenge))).toMatchObject(refused("single_sign_on"));
    expect(await tried(() => made.passkey.sign("anotherQuestion"))).toMatchObject(refused("wrong"));
  });

  test("a session that a password begins at the same moment counts for nothing", async () => {
    const user = await makeUser(here);
    await take(here);
    expect(await sessionOf(await beginFor(here, user.id))).toBeNull();
  });

  test("an account signs in, and stays", async () => {
    const { id, vouched, password } = await makeLinked(here);
    await take(here);
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id });
    const person = await personNamed(here, id);
    expect(await getIdentities(person)).toMatchObject({
      linked: [{ stays: "single_sign_on_needed" }],
    });
    expect(await unlinkIdentity(person, { issuer, current: password })).toMatchObject(
      refused("single_sign_on_needed"),
    );

    // An account of a provider that is set up no more is of no use there.
    const former = "https://former.example";
    const { personId } = await storedUser(here, id);
    await unscoped().identity.create({
      data: { issuer: former, subject: vouched.subject, personId, createdAt: new Date() },
    });
    value(await unlinkIdentity(person, { issuer: former, current: password }));
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id });
  });

  test("an invitation alone keeps nobody's account, and joining does", async () => {
    const { id, email, password, vouched } = await makeLinked(there);
    await take(here);
    await makeInvitation(here, email);
    const person = await personNamed(there, id);
    expect(await getIdentities(person)).toMatchObject({ linked: [{ stays: null }] });
    value(await unlinkIdentity(person, { issuer, current: password }));

    value(await linkTo(person, password, vouched));
    await unscoped().user.updateMany({
      where: { email, acceptedAt: null },
      data: { acceptedAt: new Date() },
    });
    expect(await unlinkIdentity(person, { issuer, current: password })).toMatchObject(
      refused("single_sign_on_needed"),
    );
  });

  test("an invitation sets no password and is accepted by an account, also by somebody with a password", async () => {
    await take(here);
    const invited = await makeInvited(here);
    expect(
      await choosePassword(await held("invitation", invited.secret), {
        password: "seven umbrellas in the rain",
      }),
    ).toMatchObject(refused("single_sign_on_only"));
    value(await acceptBy(invited.secret, vouchedFor()));

    const elsewhere = await makeUser(there);
    const invitation = await makeInvitation(here, elsewhere.email);
    await unscoped().user.updateMany({ where: { id: elsewhere.id }, data: { active: false } });
    const request = { ...from(), invitation: invitation.secret };
    expect(await signIn(request, { email: elsewhere.email, password: elsewhere.password })).toMatchObject(
      refused("single_sign_on"),
    );
    expect((await storedUser(here, invitation.id)).acceptedAt).toBeNull();
  });

  test("a link for a password links an account instead, unless a second factor guards the person", async () => {
    const [plain, linked] = [await makePerson(here), await makeLinked(here)];
    const guarded = await makePersonWithApp(here);
    const early = await makeLink(here, plain.id);
    const [ofLinked, ofGuarded] = [await makeLink(here, linked.id), await makeLink(here, guarded.id)];
    expect(await acceptByLink("password", early, vouchedFor())).toMatchObject(refused("link_over"));
    await take(here);
    const link = await makeLink(here, plain.id);
    expect(
      await choosePassword(await held("password", link), { password: "seven umbrellas in the rain" }),
    ).toMatchObject(refused("single_sign_on_only"));
    const vouched = vouchedFor();
    value(await acceptByLink("password", link, vouched));
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id: plain.id });
    expect(await acceptByLink("password", ofLinked, vouchedFor())).toMatchObject(refused("identity_linked"));
    expect(await acceptByLink("password", ofGuarded, vouchedFor())).toMatchObject(refused("factor_guards"));
  });

  test("nobody gets a link that would do nothing", async () => {
    const [linked, guarded] = [await makeLinked(here), await makePersonWithApp(here)];
    await take(here);
    for (const [{ id }, why] of [
      [linked, "linked"],
      [guarded, "second_factor"],
    ] as const) {
      expect(await sendLink(here.as.administrator, { id })).toMatchObject({
        refusal: { reason: "useless_link", why },
      });
    }
    // An invitation is accepted by a linked account, too.
    const elsewhere = await makeLinked(there);
    const { id } = await makeInvitation(here, elsewhere.email);
    expect(value(await sendLink(here.as.administrator, { id })).link).not.toBeNull();
  });
});

describe("the page of a user", () => {
  test("tells whether a link is of use where single sign-on alone counts", async () => {
    const [plain, linked, invited] = [
      await makePerson(here),
      await makeLinked(here),
      await makeInvited(here),
    ];
    // What an invited person has linked elsewhere is not told.
    const elsewhere = await makeLinked(there);
    const known = await makeInvitation(here, elsewhere.email);
    const as = here.as.administrator;
    expect(await getUser(as, linked.id)).toMatchObject({ singleSignOn: null });
    await take(here);
    for (const [{ id }, isLinked] of [
      [plain, false],
      [linked, true],
      [invited, false],
      [known, false],
    ] as const) {
      expect(await getUser(as, id)).toMatchObject({ singleSignOn: { linked: isLinked } });
    }
  });
});

describe("somebody in several organizations", () => {
  test("signs in by password to one that takes it, and goes to the other one by single sign-on alone", async () => {
    const member = await makeMember(here, there);
    const vouched = vouchedFor();
    value(await linkTo(await personNamed(here, member.id), member.password, vouched));
    await take(there);
    // They were last where no password counts.
    await unscoped().user.updateMany({ where: { id: member.there }, data: { lastSignInAt: new Date() } });
    expect(value(await signIn(from(), { email: member.email, password: member.password }))).toMatchObject({
      organizationId: here.organizationId,
    });
    const claims = await beginFor(here, member.id);
    expect(await switchSession(claims, there.organizationId, seen, new Date())).toEqual({
      lacksSingleSignOn: there.name,
    });
    expect(await sessionOf(claims)).not.toBeNull();

    const admitted = await signInByIdentity(from(), vouched);
    expect(admitted).toMatchObject({ organizationId: here.organizationId });
    // The session keeps how it began, there, back and there again.
    let own = await claimsOf(admitted as never, seen);
    for (const { organizationId } of [there, here, there]) {
      own = (await switchSession(own, organizationId, seen, new Date())) as typeof own;
      expect(own).toMatchObject({ organizationId });
      expect(await sessionOf(own)).not.toBeNull();
    }
  });

  test("comes from no session that no longer counts", async () => {
    const member = await makeMember(here, there);
    await take(here);
    const claims = await beginFor(here, member.id);
    expect(await switchSession(claims, there.organizationId, seen, new Date())).toBeNull();
  });
});

test("the people who run the product allow passwords again, once", async () => {
  const made = await makePerson(here);
  await take(here);
  expect(await hostAllowPasswords("No such organization", new Date())).toBe(false);
  expect(await hostAllowPasswords(there.name, new Date())).toBe(false);
  expect(await hostAllowPasswords(here.name, new Date())).toBe(true);
  expect(await hostAllowPasswords(here.name, new Date())).toBe(false);
  expect((await signIn(from(), { email: made.email, password: made.password })).ok).toBe(true);
});

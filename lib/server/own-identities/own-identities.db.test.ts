import { beforeAll, describe, expect, test } from "vitest";
import { stepMinutes } from "@/lib/domain/sign-in/second-factor";
import { read, unscoped } from "../kernel/db";
import { changeEmail } from "../profile/commands/change-email";
import { choosePassword } from "../profile/commands/choose-password";
import { confirmEmail } from "../profile/commands/confirm-email";
import type { PersonCtx } from "../profile/person";
import { signInAs, signInByIdentity } from "../sign-in/by-identity";
import { claimsOf } from "../sign-in/session/session-token";
import { signIn } from "../sign-in/sign-in";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { acceptBy, issuer, linkTo, makeLinked, vouchedFor } from "../testing/factories/identities";
import {
  beginFor,
  makeInvitation,
  makeMember,
  personIdOf,
  personIn,
  sessionOf,
} from "../testing/factories/memberships";
import {
  held,
  makeInvited,
  makePerson,
  personNamed,
  secretOf,
  storedUser,
} from "../testing/factories/people";
import { makePersonWithApp } from "../testing/factories/second-factors";
import { owner } from "../testing/owner";
import { deactivateUser } from "../users/commands/set-active";
import { showEmailLink } from "../users/commands/show-email-link";
import { acceptByIdentity } from "./commands/accept-by-identity";
import { beginByLink } from "./commands/begin-by-link";
import { beginLinking } from "./commands/begin-linking";
import { linkIdentity } from "./commands/link-identity";
import { unlinkIdentity } from "./commands/unlink-identity";
import { getIdentities } from "./queries/get-identities";

/** Accounts at identity providers: docs/domain.md, section 7, "Single sign-on". */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

let addresses = 0;
const from = () => ({ now: new Date(), address: `203.0.113.${++addresses % 250}` });
const kindsOf = async (organization: TestOrganization, subject: string) => {
  const events = await read(organization.as.administrator).event.findMany({
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
const identitiesOf = async (user: { id: string }) =>
  unscoped().identity.findMany({ where: { personId: await personIdOf(user) } });

/** Makes a person one who signed in by their verified email in an earlier version, which the application cannot. */
async function bindsByEmail(email: string) {
  const trigger = "TRIGGER people_link_by_email_no_more";
  await owner().$transaction([
    owner().$executeRawUnsafe(`ALTER TABLE people DISABLE ${trigger}`),
    owner().person.updateMany({ where: { email }, data: { linksByEmail: true } }),
    owner().$executeRawUnsafe(`ALTER TABLE people ENABLE ${trigger}`),
  ]);
}

const seen = { device: "Firefox on Linux", address: "192.0.2.1" };

describe("signing in", () => {
  test("is by issuer and subject, whatever the provider says of the email", async () => {
    const { id, email, vouched } = await makeLinked(here);
    for (const verifiedEmail of [email, null, "another@people.example"]) {
      expect(await signInByIdentity(from(), { ...vouched, verifiedEmail })).toMatchObject({
        ...{ id, organizationId: here.organizationId, singleSignOn: true, secondFactor: true },
      });
    }
    expect((await kindsOf(here, email)).slice(-2)).toEqual(["user.signed_in", "user.signed_in"]);
  });

  test("is refused for another subject, another issuer and an unknown account with the same email", async () => {
    const { email, vouched } = await makeLinked(here);
    const { email: unlinked } = await makePerson(here);
    for (const stranger of [
      vouchedFor(email),
      { ...vouched, issuer: "https://login.example.attacker.example" },
      { ...vouched, issuer: `${issuer}/` },
      { ...vouched, subject: vouched.subject.toUpperCase() },
      vouchedFor(unlinked),
      vouchedFor(null),
    ]) {
      expect(await signInByIdentity(from(), stranger)).toBeNull();
    }
    expect(await kindsOf(here, unlinked)).toEqual(["user.created"]);
  });

  test("still works after the email changed here", async () => {
    const { id, email, password, person, vouched } = await makeLinked(here);
    const newEmail = `new-${email}`;
    value(await changeEmail(person, { email: newEmail, current: password }));
    const { link } = value(await showEmailLink(here.as.administrator, { id }));
    value(await confirmEmail(await held("email", secretOf(link)), {}));
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id });
    // A person who has the old address by now is nobody here.
    expect(await signInByIdentity(from(), vouchedFor(email))).toBeNull();
  });

  test("is refused for somebody who is deactivated, and goes to where they were last otherwise", async () => {
    const member = await makeMember(here, there);
    const vouched = vouchedFor();
    value(await linkTo(await personNamed(here, member.id), member.password, vouched));
    value(await deactivateUser(here.as.administrator, { id: member.id, version: 1 }));
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ organizationId: there.organizationId });
    value(await deactivateUser(there.as.administrator, { id: member.there, version: 1 }));
    expect(await signInByIdentity(from(), vouched)).toBeNull();
    expect(await signInAs(from(), { organizationId: here.organizationId, userId: member.id })).toBeNull();
  });

  test("accepts no invitation by the email", async () => {
    const { id, email } = await makeInvited(here);
    expect(await signInByIdentity(from(), vouchedFor(email))).toBeNull();
    expect(await identitiesOf({ id })).toEqual([]);
  });
});

describe("somebody who signed in by their verified email before", () => {
  test("is bound at their next sign-in, once", async () => {
    const { id, email } = await makePerson(here);
    await bindsByEmail(email);
    for (const stranger of [vouchedFor(null), vouchedFor(`other-${email}`)])
      expect(await signInByIdentity(from(), stranger)).toBeNull();
    const vouched = vouchedFor(email.toUpperCase());
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id });
    expect(await signInByIdentity(from(), vouchedFor(email))).toBeNull();
    expect(await signInByIdentity(from(), { ...vouched, verifiedEmail: null })).toMatchObject({ id });
    expect(await identitiesOf({ id })).toMatchObject([{ issuer, subject: vouched.subject }]);
    expect(await kindsOf(here, email)).toEqual([
      ...["user.created", "user.identity_linked", "user.signed_in", "user.signed_in"],
    ]);
    expect(await lettersTo(email)).toEqual(["identity_linked"]);
  });

  test("is bound to one account of several that come at once", async () => {
    const { id, email } = await makePerson(here);
    await bindsByEmail(email);
    const same = vouchedFor(email);
    const answers = await Promise.all(
      [same, same, vouchedFor(email), vouchedFor(email)].map((vouched) => signInByIdentity(from(), vouched)),
    );
    const [bound] = await identitiesOf({ id });
    const right = answers.filter((answer) => answer !== null);
    expect(right).toHaveLength(bound?.subject === same.subject ? 2 : 1);
    expect(await identitiesOf({ id })).toHaveLength(1);
  });

  test("is bound by nothing but the email once they have linked another account", async () => {
    const { email, password, person } = await makePerson(here);
    await bindsByEmail(email);
    value(await linkTo(person, password, vouchedFor()));
    expect(await signInByIdentity(from(), vouchedFor(email))).toBeNull();
  });

  test("is not bound while they are deactivated", async () => {
    const { id, email } = await makePerson(here);
    await bindsByEmail(email);
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
    expect(await signInByIdentity(from(), vouchedFor(email))).toBeNull();
    expect(await identitiesOf({ id })).toEqual([]);
  });
});

describe("an invitation", () => {
  test("is accepted by an account, which signs in from then on without a password", async () => {
    const { id, email, secret } = await makeInvited(here);
    const vouched = vouchedFor();
    const accepted = value(await acceptBy(secret, vouched));
    expect(accepted).toEqual({ organizationId: here.organizationId, userId: id });
    expect(await signInAs(from(), accepted)).toMatchObject({ id, joined: false, singleSignOn: true });
    expect(await signInByIdentity(from(), vouched)).toMatchObject({ id });
    expect(await kindsOf(here, email)).toEqual([
      ...["user.invited", "user.link_asked_for", "user.invitation_accepted", "user.identity_linked"],
      ...["user.signed_in", "user.signed_in"],
    ]);
    expect(await signIn(from(), { email, password: "a password for tests" })).toMatchObject({
      refusal: { reason: "wrong" },
    });
  });

  test("counts once, of two accounts or two windows at once, and against a password", async () => {
    const { id, secret } = await makeInvited(here);
    const answers = await Promise.all(
      [vouchedFor(), vouchedFor()].map((vouched) => acceptBy(secret, vouched)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await identitiesOf({ id })).toHaveLength(1);

    const other = await makeInvited(here);
    const holder = await held("invitation", other.secret);
    const both = await Promise.all([
      acceptBy(other.secret, vouchedFor()),
      choosePassword(holder, { password: "seven umbrellas in the rain" }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { passwordHash } = await unscoped().person.findFirstOrThrow({ where: { email: other.email } });
    expect((await identitiesOf(other)).length).toBe(passwordHash === null ? 1 : 0);
  });

  test("stays good after an account that is somebody else's, also of two people at once", async () => {
    const taken = await makeLinked(here);
    const { id, secret } = await makeInvited(here);
    expect(await acceptBy(secret, taken.vouched)).toMatchObject({ refusal: { reason: "identity_taken" } });
    value(await acceptBy(secret, vouchedFor()));
    expect(await identitiesOf({ id })).toHaveLength(1);

    const two = [await makeInvited(here), await makeInvited(there)];
    const vouched = vouchedFor();
    const answers = await Promise.all(two.map((invited) => acceptBy(invited.secret, vouched)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "identity_taken" } });
    const loser = two[answers.findIndex(({ ok }) => !ok)];
    value(await acceptBy(loser?.secret ?? "", vouchedFor()));
  });

  test("binds no account to somebody who has accepted another one, which its holder would take over", async () => {
    const user = await makePerson(there);
    const { secret } = await makeInvitation(here, user.email);
    expect(await acceptBy(secret, vouchedFor(user.email))).toMatchObject({
      refusal: { reason: "sign_in_to_join" },
    });
    expect(await identitiesOf(user)).toEqual([]);
  });

  test("is accepted by the account that its person has linked already", async () => {
    const linked = await makeLinked(there);
    const { id, secret } = await makeInvitation(here, linked.email);
    expect(value(await acceptBy(secret, linked.vouched))).toEqual({
      organizationId: here.organizationId,
      userId: id,
    });
    expect(await kindsOf(here, linked.email)).not.toContain("user.identity_linked");
  });

  test("of two organizations is accepted at once by one account, which is bound once", async () => {
    const { email, secret } = await makeInvited(here);
    const other = await makeInvitation(there, email);
    const vouched = vouchedFor();
    const answers = await Promise.all([secret, other.secret].map((one) => acceptBy(one, vouched)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test("needs the step that its page began, in time, and of its own person", async () => {
    const [mine, theirs] = [await makeInvited(here), await makeInvited(here)];
    const account = { issuer, subject: vouchedFor().subject };
    const begin = async (secret: string) =>
      value(await beginByLink(await held("invitation", secret), {})).token;
    const holder = await held("invitation", mine.secret);
    const over = { refusal: { reason: "linking_over" } };
    for (const token of ["", "nobody's", await begin(theirs.secret)])
      expect(await acceptByIdentity(holder, { token, ...account })).toMatchObject(over);
    const token = await begin(mine.secret);
    const late = await held("invitation", mine.secret, new Date(Date.now() + stepMinutes * 60_000));
    expect(await acceptByIdentity(late, { token, ...account })).toMatchObject(over);
    const { person, password } = await makePerson(here);
    const own = value(await beginLinking(person, { current: password })).token;
    expect(await acceptByIdentity(holder, { token: own, ...account })).toMatchObject(over);
    value(await acceptByIdentity(holder, { token, ...account }));
    expect(await acceptByIdentity(holder, { token, ...account })).toMatchObject({ ok: false });
  });

  test("that was replaced or whose person is deactivated accepts nothing", async () => {
    const { id, secret } = await makeInvited(here);
    const holder = await held("invitation", secret);
    const { token } = value(await beginByLink(holder, {}));
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
    expect(await acceptByIdentity(holder, { token, issuer, subject: "4711" })).toMatchObject({
      refusal: { reason: "link_over" },
    });
    expect(await beginByLink(holder, {})).toMatchObject({ refusal: { reason: "link_over" } });
  });
});

describe("an account of the own profile", () => {
  test("is linked with the password, told, and makes the session one of single sign-on", async () => {
    const { id, email, password } = await makePerson(here);
    const claims = await beginFor(here, id);
    const person = await personIn(claims);
    expect(await beginLinking(person, { current: "not my password" })).toMatchObject({
      refusal: { reason: "password_wrong" },
    });
    expect(await beginLinking(person, {})).toMatchObject({ refusal: { reason: "password_wrong" } });
    value(await linkTo(person, password, vouchedFor()));
    expect(await getIdentities(person)).toMatchObject({
      linked: [{ issuer, name: "Single sign-on", stays: null }],
    });
    expect((await kindsOf(here, email)).at(-1)).toBe("user.identity_linked");
    expect(await lettersTo(email)).toEqual(["identity_linked"]);
    const session = await sessionOf(claims);
    const row = await unscoped().session.findFirstOrThrow({ where: { id: session?.id ?? "" } });
    expect(row.singleSignOn).toBe(true);
  });

  test("is told in each organization of the person", async () => {
    const member = await makeMember(here, there);
    value(await linkTo(await personNamed(here, member.id), member.password, vouchedFor()));
    expect((await kindsOf(there, member.email)).at(-1)).toBe("user.identity_linked");
  });

  test("is refused if somebody else has it, and of two at once one has it", async () => {
    const [one, other] = [await makePerson(here), await makePerson(there)];
    const vouched = vouchedFor();
    const answers = await Promise.all(
      [one, other].map(({ person, password }) => linkTo(person, password, vouched)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "identity_taken" } });
  });

  test("is one of a provider, also of two that are linked at once", async () => {
    const { id, person, password } = await makePerson(here);
    const answers = await Promise.all([1, 2].map(() => linkTo(person, password, vouchedFor())));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await linkTo(person, password, vouchedFor())).toMatchObject({
      refusal: { reason: "identity_linked" },
    });
    expect(await identitiesOf({ id })).toHaveLength(1);
  });

  test("is linked by nobody but who began it", async () => {
    const [mine, theirs] = [await makePerson(here), await makePerson(here)];
    const { token } = value(await beginLinking(theirs.person, { current: theirs.password }));
    const account = { issuer, subject: vouchedFor().subject };
    expect(await linkIdentity(mine.person, { token, ...account })).toMatchObject({
      refusal: { reason: "linking_over" },
    });
    value(await linkIdentity(theirs.person, { token, ...account }));
  });

  test("is linked by no session that lacks the second factor of its person", async () => {
    const { person, password } = await makePersonWithApp(here);
    const lacking = { ...person, signedInWithFactor: false };
    expect(await beginLinking(lacking, { current: password })).toMatchObject({
      refusal: { reason: "sign_in_with_factor" },
    });
  });

  test("is unlinked with the password, which ends the other sessions", async () => {
    const { id, email, password, vouched } = await makeLinked(here);
    const [asking, other] = [await beginFor(here, id), await beginFor(here, id)];
    const person = await personIn(asking);
    expect(await unlinkIdentity(person, { issuer })).toMatchObject({ refusal: { reason: "password_wrong" } });
    value(await unlinkIdentity(person, { issuer, current: password }));
    expect(await signInByIdentity(from(), vouched)).toBeNull();
    expect(await sessionOf(other)).toBeNull();
    expect(await sessionOf(asking)).not.toBeNull();
    expect(await lettersTo(email)).toEqual(["identity_linked", "identity_unlinked"]);
    expect((await kindsOf(here, email)).at(-1)).toBe("user.identity_unlinked");
    expect(await unlinkIdentity(person, { issuer, current: password })).toMatchObject({
      refusal: { reason: "no_identity" },
    });
  });

  test("stays if it is the only way to sign in", async () => {
    const { id, secret } = await makeInvited(here);
    value(await acceptBy(secret, vouchedFor()));
    const unlinkedBy = async (person: PersonCtx) => {
      const unlinked = await unlinkIdentity(person, { issuer });
      return unlinked.ok ? null : unlinked.refusal.reason;
    };
    const person = await personNamed(here, id);
    expect(await getIdentities(person)).toMatchObject({
      ...{ linked: [{ stays: "only_way_in" }], hasPassword: false },
    });
    expect(await unlinkedBy(person)).toBe("sign_in_again");
    expect(await unlinkedBy(await personIn(await claimsOf(await storedUser(here, id), seen)))).toBe(
      "only_way_in",
    );
  });

  test("of a provider that is set up no more goes while another one signs in, also without a password", async () => {
    const { id, email, secret } = await makeInvited(here);
    const vouched = vouchedFor();
    value(await acceptBy(secret, vouched));
    const personId = await personIdOf({ id });
    const former = "https://former.example";
    await unscoped().identity.create({
      data: { issuer: former, subject: vouched.subject, personId, createdAt: new Date() },
    });
    const claims = await claimsOf((await signInByIdentity(from(), vouched)) as never, seen);
    const person = await personIn(claims);
    expect((await getIdentities(person)).linked).toMatchObject([
      ...[{ issuer, stays: "only_way_in" }],
      ...[{ issuer: former, name: null, stays: null }],
    ]);
    // The former one alone would sign nobody in.
    expect(await unlinkIdentity(person, { issuer })).toMatchObject({ refusal: { reason: "only_way_in" } });
    value(await unlinkIdentity(person, { issuer: former }));
    expect(await identitiesOf({ id })).toMatchObject([{ issuer }]);
    expect((await kindsOf(here, email)).at(-1)).toBe("user.identity_unlinked");
    const session = await sessionOf(claims);
    expect(await unscoped().session.findFirst({ where: { id: session?.id ?? "" } })).toMatchObject({
      singleSignOn: true,
    });
    expect(await unlinkIdentity(person, { issuer })).toMatchObject({ refusal: { reason: "only_way_in" } });
  });
});

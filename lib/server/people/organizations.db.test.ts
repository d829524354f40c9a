import { beforeAll, describe, expect, test } from "vitest";
import { read, unscoped } from "../kernel/db";
import { NotFound, SessionEnded } from "../kernel/errors";
import { changeEmail } from "../profile/commands/change-email";
import { changeName } from "../profile/commands/change-name";
import { changePassword } from "../profile/commands/change-password";
import { choosePassword } from "../profile/commands/choose-password";
import { confirmEmail } from "../profile/commands/confirm-email";
import { declineInvitation } from "../profile/commands/decline";
import { joinOrganization } from "../profile/commands/join";
import { holderOf } from "../profile/holder";
import { inviteeBy, inviteeOf } from "../profile/invitee";
import { listOwnOrganizations } from "../profile/queries/organizations";
import { endOwnSession } from "../sessions/commands/end-session";
import { endOtherSessions, endUserSessions } from "../sessions/commands/end-sessions";
import { listOwnSessions } from "../sessions/queries/sessions";
import { verifyPassword } from "../sign-in/password/password";
import { switchSession } from "../sign-in/session/switch-session";
import { signIn } from "../sign-in/sign-in";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import {
  beginFor,
  makeInvitation,
  makeMember,
  personIdOf,
  personIn,
  sessionOf,
} from "../testing/factories/memberships";
import { held, makeInvited, makeLink, personNamed, secretOf, storedUser } from "../testing/factories/people";
import { makeSignedIn, waysToEnd } from "../testing/factories/sessions";
import { inviteUser } from "../users/commands/invite-user";
import { sendLink } from "../users/commands/send-link";
import { activateUser, deactivateUser } from "../users/commands/set-active";
import { setRole } from "../users/commands/set-role";
import { showEmailLink } from "../users/commands/show-email-link";
import { addExistingUser, createUser } from "../users/create-user";
import { getUser } from "../users/queries/users";

/** People in several organizations: docs/domain.md, section 7. No mail server is set here, so administrators hold the links. */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const own = "a password for tests";
const good = "seven umbrellas in the rain";
const other = "eight cats below the stairs";
const unique = () => crypto.randomUUID().slice(0, 8);
let addresses = 0;
/** Says where the person signed in. */
const placeOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  (value(answer) as { organizationId: string }).organizationId;
const signedIn = (email: string, password = own, invitation: string | null = null) =>
  signIn(
    { now: new Date(), address: `198.51.${100 + (++addresses >> 8)}.${addresses & 255}`, invitation },
    { email, password },
  );
const auditOf = async ({ as, organizationId }: TestOrganization, subject: string) => {
  const events = await read(as.administrator).event.findMany({
    where: { organizationId, subject },
    orderBy: { id: "asc" },
    select: { kind: true, after: true },
  });
  return events.map(({ kind }) => kind);
};
const personOfEmail = (email: string) => unscoped().person.findUniqueOrThrow({ where: { email } });
const seen = { device: "Firefox on Linux", address: "192.0.2.9" };

describe("inviting somebody who is in another organization", () => {
  const input = { name: "Ida Invited", role: "operator", accountId: null, timeZone: null };

  test("answers and keeps the same as for somebody new, and a dry run too", async () => {
    const { email } = await makeUser(here);
    const answers = [];
    for (const invited of [email, `${unique()}@new.example`]) {
      const dry = await inviteUser.rehearse(there.as.administrator, { ...input, email: invited });
      const { id, link } = value(await inviteUser(there.as.administrator, { ...input, email: invited }));
      const { id: _, createdAt, email: __, sentEmail, personId, ...row } = await storedUser(there, id);
      const user = await getUser(there.as.administrator, id);
      answers.push({
        dry: { ok: dry.ok, told: Object.keys((dry as { value: object }).value) },
        link: link?.replace(secretOf(link), ""),
        row: { ...row, passwordHash: null },
        user: { ...user, id: null, email: null, link: { ...user.link, endsAt: null } },
        audit: await auditOf(there, invited),
      });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect((await signedIn(email)).ok).toBe(true);
  });

  test("makes one user of a person in an organization, also when two invite at once", async () => {
    const { email } = await makeUser(here);
    const answers = await Promise.all(
      [email, email].map((one) => inviteUser(there.as.administrator, { ...input, email: one })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await unscoped().user.count({ where: { email } })).toBe(2);
  });

  test("in two organizations at once makes one person of an address in any spelling", async () => {
    const name = unique();
    const [one, two] = await Promise.all([
      inviteUser(here.as.administrator, { ...input, email: `${name}@müller.example` }),
      inviteUser(there.as.administrator, { ...input, email: `${name}@xn--mller-kva.example` }),
    ]);
    expect(await personIdOf(value(one))).toBe(await personIdOf(value(two)));
    // Neither list tells how the other one typed it.
    expect((await getUser(here.as.administrator, value(one).id)).email).toBe(`${name}@müller.example`);
    expect((await getUser(there.as.administrator, value(two).id)).email).toBe(`${name}@müller.example`);
  });

  test("by the host's command line adds them with the password that they have", async () => {
    const { email, id } = await makeUser(here);
    const before = (await storedUser(here, id)).passwordHash;
    const added = value(await addExistingUser(there.as.administrator, { ...input, email }));
    expect(await storedUser(there, added.id)).toMatchObject({ passwordHash: before });
    expect((await storedUser(there, added.id)).acceptedAt).not.toBeNull();
    expect(await addExistingUser(there.as.administrator, { ...input, email })).toMatchObject({
      refusal: { reason: "email_taken" },
    });
    await expect(
      createUser(there.as.administrator, { ...input, email, password: other }),
    ).resolves.toMatchObject({
      refusal: { reason: "email_taken" },
    });
  });
});

describe("the link of an invitation", () => {
  test("never sets the password of somebody who has one, whatever they choose", async () => {
    const { email, id } = await makeUser(here);
    const before = (await storedUser(here, id)).passwordHash;
    const { secret, id: invited } = await makeInvitation(there, email);
    for (const password of [good, other]) {
      expect(await choosePassword(await held("invitation", secret), { password })).toMatchObject({
        refusal: { reason: "sign_in_to_join" },
      });
    }
    expect((await storedUser(here, id)).passwordHash).toBe(before);
    expect(await getUser(there.as.administrator, invited)).toMatchObject({ invited: true });
    expect((await holderOf("invitation", secret, { now: new Date(), locale: "en-GB" })).ok).toBe(true);
  });

  test("says of an easy password the same to everybody, so that trying one tells nothing", async () => {
    const { email } = await makeUser(here);
    const known = await makeInvitation(there, email);
    const nobody = await makeInvited(there);
    for (const { secret } of [known, nobody]) {
      expect(await choosePassword(await held("invitation", secret), { password: "password1234" })).toEqual({
        ok: false,
        refusal: { reason: "password_common", path: "password" },
      });
    }
  });

  test("of two that one new person uses at once, one sets the password, and the other one replaces nothing", async () => {
    const email = `${unique()}@both.example`;
    const [one, two] = [await makeInvitation(here, email), await makeInvitation(there, email)];
    const [first, second] = [await held("invitation", one.secret), await held("invitation", two.secret)];
    const answers = await Promise.all([
      choosePassword(first, { password: good }),
      choosePassword(second, { password: other }),
    ]);
    const won = answers.findIndex(({ ok }) => ok);
    expect(answers[1 - won]).toMatchObject({ ok: false, refusal: { reason: "sign_in_to_join" } });
    const { passwordHash } = await personOfEmail(email);
    expect(await verifyPassword(passwordHash, won === 0 ? good : other)).toBe(true);
    const users = await unscoped().user.findMany({
      where: { email },
      select: { id: true, acceptedAt: true },
    });
    expect(users.filter(({ acceptedAt }) => acceptedAt !== null)).toHaveLength(1);
  });

  test("lets the person join who is signed in, and nobody else", async () => {
    const { email, id } = await makeUser(here);
    const stranger = await makeUser(here);
    const { secret, id: invited } = await makeInvitation(there, email);
    const holder = await held("invitation", secret);
    const by = async (user: { id: string }) =>
      inviteeBy(holder, { personId: await personIdOf(user), ctx: here.as.operator });
    for (const command of [joinOrganization, declineInvitation]) {
      expect(await command(await by(stranger), {})).toMatchObject({
        refusal: { reason: "invitation_of_another" },
      });
    }
    const answers = await Promise.all([0, 1].map(async () => joinOrganization(await by({ id }), {})));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "link_over", state: "used" } });
    expect(await getUser(there.as.administrator, invited)).toMatchObject({ invited: false });
    expect(await auditOf(there, email)).toEqual([
      ...["user.invited", "user.link_asked_for", "user.invitation_accepted"],
    ]);
  });

  test.each(Object.entries(waysToEnd))(
    "is neither accepted nor declined by somebody whose session %s meanwhile",
    async (_, end) => {
      const signedIn = await makeSignedIn(here);
      const { email } = await storedUser(here, signedIn.user.id);
      const { secret, id: invited } = await makeInvitation(there, email);
      const session = await sessionOf(signedIn.claims);
      if (!session) throw new Error("The session does not count");
      const invitee = inviteeBy(await held("invitation", secret), session);
      await end(here, signedIn);
      for (const command of [joinOrganization, declineInvitation])
        await expect(command(invitee, {})).rejects.toThrow(SessionEnded);
      expect(await getUser(there.as.administrator, invited)).toMatchObject({ active: true, invited: true });
      expect((await holderOf("invitation", secret, { now: new Date(), locale: "en-GB" })).ok).toBe(true);
    },
  );

  test("is declined by its person, whom an administrator can invite again", async () => {
    const { email, id } = await makeUser(here);
    const { secret, id: invited } = await makeInvitation(there, email);
    const invitee = inviteeBy(await held("invitation", secret), {
      personId: await personIdOf({ id }),
      ctx: here.as.operator,
    });
    value(await declineInvitation(invitee, {}));
    expect(await joinOrganization(invitee, {})).toMatchObject({ refusal: { reason: "link_over" } });
    const user = await getUser(there.as.administrator, invited);
    expect(user).toMatchObject({ active: false, invited: true, link: null });
    value(await activateUser(there.as.administrator, { id: invited, version: user.version }));
    value(await sendLink(there.as.administrator, { id: invited }));
    expect((await auditOf(there, email)).filter((kind) => kind === "user.invitation_declined")).toHaveLength(
      1,
    );
  });

  test("lets somebody join by signing in whom no organization lets in any more, and nobody without it", async () => {
    const user = await makeUser(here);
    value(await deactivateUser(here.as.administrator, { id: user.id, version: 1 }));
    const { secret, id: invited } = await makeInvitation(there, user.email);
    const foreign = await makeInvited(there);
    for (const invitation of [null, "nonsense", foreign.secret]) {
      expect(await signedIn(user.email, own, invitation)).toMatchObject({ refusal: { reason: "wrong" } });
    }
    expect(await signedIn(user.email, good, secret)).toMatchObject({ refusal: { reason: "wrong" } });
    expect(await getUser(there.as.administrator, invited)).toMatchObject({ invited: true });
    expect(value(await signedIn(user.email, own, secret))).toMatchObject({ id: invited });
    expect(await getUser(there.as.administrator, invited)).toMatchObject({ invited: false });
  });

  test("is shown in no profile where an administrator passes links on", async () => {
    const { id, email } = await makeUser(here);
    await makeInvitation(there, email);
    expect(await listOwnOrganizations(await personNamed(here, id))).toEqual({ others: [], invitations: [] });
    const session = { personId: await personIdOf({ id }), ctx: here.as.operator };
    const asked = { now: new Date(), locale: "en-GB" };
    await expect(inviteeOf(session, there.organizationId, asked)).rejects.toThrow(NotFound);
  });
});

describe("an administrator of one organization", () => {
  test("gets no link that opens another one, and still gives those who are in theirs alone theirs", async () => {
    const member = await makeMember(here, there);
    for (const [organization, id] of [
      [here, member.id],
      [there, member.there],
    ] as const) {
      expect(await sendLink(organization.as.administrator, { id })).toMatchObject({
        refusal: { reason: "reaches_elsewhere" },
      });
      expect(await unscoped().oneTimeLink.count({ where: { userId: id, purpose: "password" } })).toBe(0);
    }
    const alone = await makeUser(here);
    await makeInvitation(there, alone.email);
    expect(value(await sendLink(here.as.administrator, { id: alone.id })).link).toContain("/new-password/");
  });

  test("holds a link that ends when its person joins another organization", async () => {
    const user = await makeUser(here);
    const secret = await makeLink(here, user.id);
    const holder = await held("password", secret);
    const invitation = await makeInvitation(there, user.email);
    const personId = await personIdOf(user);
    const [joined, chosen] = await Promise.all([
      joinOrganization(
        inviteeBy(await held("invitation", invitation.secret), { personId, ctx: here.as.operator }),
        {},
      ),
      choosePassword(holder, { password: good }),
    ]);
    expect(joined.ok).toBe(true);
    // It may have been used just before, and is over from then on.
    if (chosen.ok) expect((await signedIn(user.email, good)).ok).toBe(true);
    else expect(chosen).toMatchObject({ refusal: { reason: "link_over", state: "void" } });
    expect(await choosePassword(holder, { password: other })).toMatchObject({
      refusal: { reason: "link_over" },
    });
  });

  test("vouches for no address of a person who is in another one", async () => {
    const member = await makeMember(here, there);
    const person = await personNamed(there, member.there);
    value(await changeEmail(person, { email: `${unique()}@elsewhere.example`, current: own }));
    expect(await showEmailLink(there.as.administrator, { id: member.there })).toMatchObject({
      refusal: { reason: "reaches_elsewhere" },
    });
  });

  test("reaches nothing of the other one by deactivating, by a role or by ending sessions", async () => {
    const member = await makeMember(here, there);
    const [mine, theirs] = [await beginFor(here, member.id), await beginFor(there, member.there)];
    const before = await storedUser(here, member.id);
    value(
      await setRole(there.as.administrator, {
        id: member.there,
        version: 1,
        role: "manager",
        accountId: null,
      }),
    );
    value(await endUserSessions(there.as.administrator, { id: member.there }));
    value(await deactivateUser(there.as.administrator, { id: member.there, version: 2 }));
    expect(await sessionOf(theirs)).toBeNull();
    expect(await sessionOf(mine)).not.toBeNull();
    expect(await storedUser(here, member.id)).toEqual(before);
    expect(value(await signedIn(member.email))).toMatchObject({ organizationId: here.organizationId });
    for (const call of [
      () => getUser(there.as.administrator, member.id),
      () => sendLink(there.as.administrator, { id: member.id }),
      () => endUserSessions(there.as.administrator, { id: member.id }),
    ]) {
      await expect(call()).rejects.toThrow(NotFound);
    }
  });

  test("does not learn by an invitation that its person has another address or name by now", async () => {
    const user = await makeUser(here, { name: "Ada Here" });
    const { id: invited, secret } = await makeInvitation(there, user.email);
    const person = await personNamed(here, user.id);
    const email = `${unique()}@changed.example`;
    value(await changeName(person, { name: "Ada Lovelace" }));
    value(await changeEmail(person, { email, current: own }));
    const link = secretOf(value(await showEmailLink(here.as.administrator, { id: user.id })).link);
    value(await confirmEmail(await held("email", link), {}));
    expect(await getUser(there.as.administrator, invited)).toMatchObject({
      ...{ email: user.email, name: "Ida Invited", invited: true },
    });
    expect((await auditOf(there, email)).length).toBe(0);
    // The address belongs to nobody who has accepted, so its reader is somebody new.
    value(await choosePassword(await held("invitation", secret), { password: good }));
    expect(value(await signedIn(user.email, good))).toMatchObject({ organizationId: there.organizationId });
    expect(value(await signedIn(email))).toMatchObject({ organizationId: here.organizationId });
  });
});

describe("what belongs to the person", () => {
  test("a new password ends the sessions of all organizations, and both audit logs tell it", async () => {
    const member = await makeMember(here, there);
    const [mine, theirs] = [await beginFor(here, member.id), await beginFor(there, member.there)];
    value(await changePassword(await personIn(mine), { current: own, password: good }));
    expect(await sessionOf(mine)).not.toBeNull();
    expect(await sessionOf(theirs)).toBeNull();
    for (const organization of [here, there]) {
      expect((await auditOf(organization, member.email)).at(-1)).toBe("user.password_changed");
    }
  });

  test("an address is not confirmed by a link that an administrator held before its person joined another organization", async () => {
    const user = await makeUser(here);
    const person = await personNamed(here, user.id);
    const email = `${unique()}@moved.example`;
    value(await changeEmail(person, { email, current: own }));
    const link = secretOf(value(await showEmailLink(here.as.administrator, { id: user.id })).link);
    const holder = await held("email", link);
    value(
      await addExistingUser(there.as.administrator, {
        ...{ email: user.email, name: "Ada", role: "operator", accountId: null, timeZone: null },
      }),
    );
    // Joining has ended the link that an administrator held.
    expect(await confirmEmail(holder, {})).toMatchObject({ refusal: { reason: "link_over" } });
    expect((await storedUser(here, user.id)).email).toBe(user.email);
  });
});

describe("signing in", () => {
  test("goes to where the person was last, of what is active and accepted", async () => {
    const member = await makeMember(here, there);
    expect(placeOf(await signedIn(member.email))).toBeDefined();
    await switchSession(await beginFor(here, member.id), there.organizationId, seen, new Date());
    expect(placeOf(await signedIn(member.email))).toBe(there.organizationId);
    await switchSession(await beginFor(there, member.there), here.organizationId, seen, new Date());
    expect(placeOf(await signedIn(member.email))).toBe(here.organizationId);
    value(await deactivateUser(here.as.administrator, { id: member.id, version: 1 }));
    expect(placeOf(await signedIn(member.email))).toBe(there.organizationId);
    value(await deactivateUser(there.as.administrator, { id: member.there, version: 1 }));
    expect(await signedIn(member.email)).toMatchObject({ refusal: { reason: "wrong" } });
  });

  test("accepts no invitation by a password alone", async () => {
    const user = await makeUser(here);
    const { id } = await makeInvitation(there, user.email);
    expect(value(await signedIn(user.email))).toMatchObject({ organizationId: here.organizationId });
    expect(await getUser(there.as.administrator, id)).toMatchObject({ invited: true });
  });

  test("that fails is in the audit log of each organization that lets the person in, and of no other, and is mailed once", async () => {
    const member = await makeMember(here, there);
    const third = await makeOrganization();
    await makeInvitation(third, member.email);
    const address = `203.0.113.${++addresses}`;
    for (let tries = 0; tries < 5; tries++) {
      await signIn({ now: new Date(), address }, { email: member.email, password: "wrong" });
    }
    for (const organization of [here, there]) {
      const audit = await auditOf(organization, member.email);
      expect(audit.filter((kind) => kind === "user.sign_in_failed")).toHaveLength(5);
      expect(audit.filter((kind) => kind === "user.sign_in_locked")).toHaveLength(1);
    }
    expect(await auditOf(third, member.email)).toEqual(["user.invited", "user.link_asked_for"]);
    const letters = await unscoped().message.findMany({
      where: { address: member.email, type: "sign_in_locked" },
    });
    expect(letters).toHaveLength(1);
  });
});

/** Returns the session to which somebody went, or null if they went nowhere or it does not count. */
const sessionAfter = async (switched: Awaited<ReturnType<typeof switchSession>>) =>
  switched && "sessionId" in switched ? sessionOf(switched) : null;

describe("switching", () => {
  test("ends the session here and begins one there, which lasts no longer", async () => {
    const member = await makeMember(here, there, "manager");
    const begun = new Date(Date.now() - 60 * 60_000);
    const mine = await beginFor(here, member.id, begun);
    const theirs = await switchSession(mine, there.organizationId, seen, new Date());
    expect(theirs).toMatchObject({ organizationId: there.organizationId, role: "manager" });
    expect(await sessionOf(mine)).toBeNull();
    const session = await sessionAfter(theirs);
    expect(session).toMatchObject({ personId: member.personId, user: { id: member.there, role: "manager" } });
    const row = await unscoped().session.findFirstOrThrow({ where: { id: session?.id ?? "" } });
    expect(row.createdAt).toEqual(begun);
    expect((await auditOf(here, member.email)).at(-1)).toBe("user.signed_out");
    const [last] = await unscoped().event.findMany({
      where: { organizationId: there.organizationId, subject: member.email },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(last).toMatchObject({
      ...{
        kind: "user.signed_in",
        actorId: member.there,
        after: { method: "switched", address: seen.address },
      },
    });
    expect(await switchSession(mine, there.organizationId, seen, new Date())).toBeNull();
  });

  test("leads nowhere that the person has not joined, and ends no session then", async () => {
    const member = await makeMember(here, there);
    const [third, strange] = [await makeOrganization(), await makeOrganization()];
    await makeInvitation(third, member.email);
    const mine = await beginFor(here, member.id);
    value(await deactivateUser(there.as.administrator, { id: member.there, version: 1 }));
    for (const to of [there, third, strange, here]) {
      expect(await switchSession(mine, to.organizationId, seen, new Date())).toBeNull();
    }
    expect(await sessionOf(mine)).not.toBeNull();
    expect(await listOwnOrganizations(await personIn(mine))).toEqual({ others: [], invitations: [] });
  });

  test("and a deactivation at once leave no session there", async () => {
    const member = await makeMember(here, there);
    const mine = await beginFor(here, member.id);
    const [switched] = await Promise.all([
      switchSession(mine, there.organizationId, seen, new Date()),
      deactivateUser(there.as.administrator, { id: member.there, version: 1 }),
    ]);
    if (switched) expect(await sessionAfter(switched)).toBeNull();
    else expect(await sessionOf(mine)).not.toBeNull();
  });

  test("and a new password at once leave no session in which somebody else is", async () => {
    const member = await makeMember(here, there);
    const stolen = await beginFor(here, member.id);
    const person = await personIn(await beginFor(here, member.id));
    const [switched, changed] = await Promise.all([
      switchSession(stolen, there.organizationId, seen, new Date()),
      changePassword(person, { current: own, password: good }),
    ]);
    expect(changed.ok).toBe(true);
    if (switched) expect(await sessionAfter(switched)).toBeNull();
    expect(await sessionOf(stolen)).toBeNull();
  });

  test("twice at once begins one session", async () => {
    const member = await makeMember(here, there);
    const mine = await beginFor(here, member.id);
    const both = await Promise.all(
      [0, 1].map(() => switchSession(mine, there.organizationId, seen, new Date())),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});

describe("the sessions of a person", () => {
  test("are those of all organizations, and each can be ended from any of them", async () => {
    const member = await makeMember(here, there);
    const [mine, theirs] = [await beginFor(here, member.id), await beginFor(there, member.there)];
    const person = await personIn(mine);
    const shown = await listOwnSessions(person);
    expect(shown.map(({ organization, current }) => [organization, current])).toEqual([
      [here.name, true],
      [there.name, false],
    ]);
    const id = shown[1]?.id ?? "";
    value(await endOwnSession(person, { id }));
    value(await endOwnSession(person, { id }));
    expect(await sessionOf(theirs)).toBeNull();
    expect((await auditOf(there, member.email)).filter((kind) => kind === "user.session_ended")).toHaveLength(
      1,
    );
  });

  test("all end together but the one that asks, also when two organizations ask at once", async () => {
    const member = await makeMember(here, there);
    const [mine, theirs] = [await beginFor(here, member.id), await beginFor(there, member.there)];
    const both = await Promise.all(
      [mine, theirs].map(async (claims) => {
        const person = await personIn(claims);
        return () => endOtherSessions(person, {});
      }),
    );
    const ended = await Promise.allSettled(both.map((end) => end()));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = (await Promise.all([mine, theirs].map((claims) => sessionOf(claims)))).filter(Boolean);
    expect(left).toHaveLength(1);
  });

  test("of anybody else are not found", async () => {
    const member = await makeMember(here, there);
    const stranger = await beginFor(there, (await makeUser(there)).id);
    const id = (await sessionOf(stranger))?.id ?? "";
    const person = await personIn(await beginFor(here, member.id));
    await expect(endOwnSession(person, { id })).rejects.toThrow(NotFound);
    expect(await sessionOf(stranger)).not.toBeNull();
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { read, unscoped } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import { transaction } from "../kernel/transaction";
import { openLink, revealLink } from "../links/links";
import { choosePassword } from "../profile/commands/choose-password";
import { confirmEmail } from "../profile/commands/confirm-email";
import { declineInvitation } from "../profile/commands/decline";
import { joinOrganization } from "../profile/commands/join";
import { type Invitee, inviteeOf } from "../profile/invitee";
import { listOwnOrganizations } from "../profile/queries/organizations";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { beginFor, makeInvitation, personIdOf, sessionOf } from "../testing/factories/memberships";
import { held, personNamed } from "../testing/factories/people";
import { sendLink } from "../users/commands/send-link";
import { addExistingUser } from "../users/create-user";
import { sendForgottenLink } from "../users/forgotten";

/** People in several organizations, where email is sent: docs/domain.md, section 7, "Several organizations". */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  // The configuration is read when it is first asked for. Nothing is sent.
  process.env.SMTP_URL = "smtp://127.0.0.1:9";
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const asked = { now: new Date(), locale: "en-GB" };

/** Returns somebody who is a user of both organizations. */
async function makeBoth() {
  const user = await makeUser(here);
  const input = { email: user.email, name: "Ada", role: "operator", accountId: null, timeZone: null };
  const there_ = value(await addExistingUser(there.as.administrator, input)).id;
  return { ...user, personId: await personIdOf(user), there: there_ };
}

/** Returns the secret of a new link, as the reader of the mailbox has it. */
function linkOf(
  organization: TestOrganization,
  userId: string,
  purpose: "password" | "email",
  email?: string,
) {
  const ctx = organization.as.administrator;
  return transaction(ctx, async (tx) => {
    const id = await openLink(tx, ctx, { userId, purpose, ...(email && { email }) });
    return (await revealLink(tx, ctx, id)) ?? "";
  });
}
const lettersTo = async (address: string) => {
  const letters = await unscoped().message.findMany({ where: { address }, orderBy: { createdAt: "asc" } });
  return letters.map(({ organizationId, type }) => [
    organizationId === here.organizationId ? "here" : "there",
    type,
  ]);
};

describe("an invitation that was emailed", () => {
  test("is in the profile of its person, who joins by it, once", async () => {
    const user = await makeUser(here);
    await makeInvitation(there, user.email);
    const person = await personNamed(here, user.id);
    const named = { id: there.organizationId, name: there.name };
    expect(await listOwnOrganizations(person)).toEqual({ others: [], invitations: [named] });

    const personId = await personIdOf(user);
    const invitee: Invitee = await inviteeOf(
      { personId, ctx: here.as.operator },
      there.organizationId,
      asked,
    );
    const answers = await Promise.all([joinOrganization(invitee, {}), declineInvitation(invitee, {})]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const joined = answers[0]?.ok;
    expect(await listOwnOrganizations(person)).toEqual({ others: joined ? [named] : [], invitations: [] });
    await expect(inviteeOf({ personId, ctx: here.as.operator }, there.organizationId, asked)).rejects.toThrow(
      NotFound,
    );
  });

  test("is nobody else's", async () => {
    const [user, stranger] = [await makeUser(here), await makeUser(here)];
    await makeInvitation(there, user.email);
    const person = await personNamed(here, stranger.id);
    expect(await listOwnOrganizations(person)).toEqual({ others: [], invitations: [] });
    const other = { personId: await personIdOf(stranger), ctx: here.as.operator };
    await expect(inviteeOf(other, there.organizationId, asked)).rejects.toThrow(NotFound);
    const third = await makeOrganization();
    const own = { personId: await personIdOf(user), ctx: here.as.operator };
    await expect(inviteeOf(own, third.organizationId, asked)).rejects.toThrow(NotFound);
  });
});

describe("a link for a new password", () => {
  test("is emailed also to somebody who is in another organization", async () => {
    const both = await makeBoth();
    expect(value(await sendLink(there.as.administrator, { id: both.there })).link).toBeNull();
    expect(await lettersTo(both.email)).toEqual([["there", "password_link"]]);
  });

  test("that somebody forgot goes to them once, and ends the sessions of all organizations", async () => {
    const both = await makeBoth();
    const sessions = [await beginFor(here, both.id), await beginFor(there, both.there)];
    await unscoped().user.updateMany({ where: { id: both.there }, data: { lastSignInAt: new Date() } });
    expect(await sendForgottenLink(both.email, new Date())).toBe("sent");
    expect(await lettersTo(both.email)).toEqual([["there", "password_link"]]);

    const secret = await linkOf(there, both.there, "password");
    const stale = await linkOf(here, both.id, "password");
    value(await choosePassword(await held("password", secret), { password: "seven umbrellas in the rain" }));
    for (const claims of sessions) expect(await sessionOf(claims)).toBeNull();
    for (const organization of [here, there]) {
      const events = await read(organization.as.administrator).event.findMany({
        where: { subject: both.email, kind: "user.password_reset" },
      });
      expect(events).toHaveLength(1);
    }
    await expect(held("password", stale)).rejects.toThrow();
  });

  test("that somebody forgot opens no organization that takes single sign-on alone", async () => {
    const only = await makeOrganization();
    const ofOne = await makeUser(only);
    const ofTwo = await makeUser(here);
    const input = { email: ofTwo.email, name: "Ada", role: "operator", accountId: null, timeZone: null };
    const second = value(await addExistingUser(only.as.administrator, input)).id;
    await unscoped().organization.update({
      where: { id: only.organizationId },
      data: { singleSignOnOnly: true },
    });
    expect(await sendForgottenLink(ofOne.email, new Date())).toBe("left");
    expect(await lettersTo(ofOne.email)).toEqual([]);
    // They were last where no password counts, and the link is of the other organization.
    await unscoped().user.updateMany({ where: { id: second }, data: { lastSignInAt: new Date() } });
    expect(await sendForgottenLink(ofTwo.email, new Date())).toBe("sent");
    expect(await lettersTo(ofTwo.email)).toEqual([["here", "password_link"]]);
  });

  test("that somebody forgot who is invited alone is the newest invitation", async () => {
    const email = `${crypto.randomUUID()}@people.example`;
    await makeInvitation(here, email);
    await makeInvitation(there, email);
    expect(await sendForgottenLink(email, new Date(Date.now() + 1000))).toBe("sent");
    expect((await lettersTo(email)).at(-1)).toEqual(["there", "invitation"]);
  });
});

test("a confirmed address is that of all organizations, whose audit logs tell it, and ends the links to the old one", async () => {
  const both = await makeBoth();
  const email = `${crypto.randomUUID()}@moved.example`;
  const stale = await linkOf(there, both.there, "password");
  const secret = await linkOf(here, both.id, "email", email);
  value(await confirmEmail(await held("email", secret), {}));
  const users = await unscoped().user.findMany({ where: { personId: both.personId } });
  expect(users.map((user) => user.email)).toEqual([email, email]);
  for (const organization of [here, there]) {
    const events = await read(organization.as.administrator).event.findMany({
      where: { subject: email, kind: "user.email_changed" },
    });
    expect(events).toMatchObject([{ before: { email: both.email }, after: { email } }]);
  }
  await expect(held("password", stale)).rejects.toThrow();
});

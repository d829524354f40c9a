import { beforeAll, expect, test } from "vitest";
import { read, unscoped } from "../kernel/db";
import { getSecondFactor } from "../own-factors/queries/get-second-factor";
import { choosePassword } from "../profile/commands/choose-password";
import { joinOrganization } from "../profile/commands/join";
import { inviteeBy } from "../profile/invitee";
import type { Session } from "../sign-in/session/session";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { acceptBy, issuer, linkTo, vouchedFor } from "../testing/factories/identities";
import { beginFor, makeInvitation, personIdOf, sessionOf } from "../testing/factories/memberships";
import { held, makeInvited, personNamed } from "../testing/factories/people";
import { addPasskeyTo } from "../testing/factories/second-factors";

/** Proven addresses where no email is sent: docs/domain.md, section 7. With a mail server: email-proof-by-mail.db.test.ts. */

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  // The process reads its settings once, when it first needs one.
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "secret" });
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

const password = "seven umbrellas in the rain";

/** Accepts an invitation by the link that an administrator got, and leaves a passkey. */
async function planted() {
  const { id, email, secret } = await makeInvited(here);
  value(await choosePassword(await held("invitation", secret), { password }));
  const user = { id, email, personId: await personIdOf({ id }) };
  await addPasskeyTo(await personNamed(here, id), password);
  return user;
}

const join = async (
  { personId, email }: { personId: string; email: string },
  { ctx }: Pick<Session, "ctx"> = { ctx: here.as.operator },
) => {
  const { secret } = await makeInvitation(there, email);
  return joinOrganization(inviteeBy(await held("invitation", secret), { personId, ctx }), {});
};

test("a passkey that somebody left in an account opens no organization that its person joins later", async () => {
  const user = await planted();
  const session = await beginFor(here, user.id);
  expect((await getSecondFactor(await personNamed(here, user.id))).passkeys).toHaveLength(1);
  // The session in which the person asks ends too, by what they ask for.
  const asking = await sessionOf(session);
  if (!asking) throw new Error("The session does not count");
  value(await join(user, asking));
  expect(await getSecondFactor(await personNamed(here, user.id))).toMatchObject({
    ...{ appSince: null, passkeys: [], recoveryCodesLeft: 0 },
  });
  expect(await sessionOf(session)).toBeNull();
  for (const { as } of [here, there]) {
    const told = await read(as.administrator).event.findMany({ where: { subject: user.email } });
    expect(told.map(({ kind }) => kind)).toContain("user.second_factor_reset");
  }
});

test("a person keeps their factors if the people who run the product have vouched for the address", async () => {
  const user = await planted();
  await unscoped().person.update({ where: { id: user.personId }, data: { emailProvenAt: new Date() } });
  value(await join(user));
  expect((await getSecondFactor(await personNamed(here, user.id))).passkeys).toHaveLength(1);
});

test("an account that somebody linked opens no organization that its person joins later, unless they join by it", async () => {
  for (const joinBy of ["link", "account"] as const) {
    const user = await planted();
    const account = vouchedFor();
    value(await linkTo(await personNamed(here, user.id), password, account));
    if (joinBy === "link") value(await join(user));
    else value(await acceptBy((await makeInvitation(there, user.email)).secret, account));

    const left = await unscoped().identity.findMany({ where: { personId: user.personId } });
    expect(left.map(({ subject }) => subject)).toEqual(joinBy === "link" ? [] : [account.subject]);
    expect((await getSecondFactor(await personNamed(here, user.id))).passkeys).toEqual([]);
    const kinds = joinBy === "link" ? ["user.identity_unlinked"] : [];
    for (const { as } of [here, there]) {
      const told = await read(as.administrator).event.findMany({ where: { subject: user.email } });
      const ofAccount = told.map(({ kind }) => kind).filter((kind) => kind === "user.identity_unlinked");
      expect(ofAccount).toEqual(kinds);
    }
  }
});

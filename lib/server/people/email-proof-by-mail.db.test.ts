import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { sendMessage } from "../messages/commands/send-message";
import { type MailDriver, smtpDriver } from "../messages/smtp";
import { getSecondFactor } from "../own-factors/queries/get-second-factor";
import { changeEmail } from "../profile/commands/change-email";
import { choosePassword } from "../profile/commands/choose-password";
import { confirmEmail } from "../profile/commands/confirm-email";
import { joinOrganization } from "../profile/commands/join";
import { inviteeBy } from "../profile/invitee";
import { signIn } from "../sign-in/sign-in";
import { makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { beginFor, personIdOf, sessionOf } from "../testing/factories/memberships";
import { held, personNamed } from "../testing/factories/people";
import { addPasskeyTo, makePersonWithPasskey } from "../testing/factories/second-factors";
import { startMailServer } from "../testing/processes/mail-server";
import { inviteUser } from "../users/commands/invite-user";
import { sendLink } from "../users/commands/send-link";

/** Proven addresses where email is sent: docs/domain.md, section 7. */

let here: TestOrganization;
let there: TestOrganization;
let server: Awaited<ReturnType<typeof startMailServer>>;
let mail: MailDriver;
beforeAll(async () => {
  server = await startMailServer();
  // The configuration is read when it is first asked for.
  process.env.SMTP_URL = server.url;
  mail = smtpDriver({ url: server.url, from: "Order Desk <orders@shop.example>" });
  [here, there] = [await makeOrganization(), await makeOrganization()];
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

const good = "seven umbrellas in the rain";

/** Sends what waits for an address, and returns the secret of the last link as its reader finds it. */
async function secretSentTo(organization: TestOrganization, address: string): Promise<string> {
  const ctx = systemCtx(organization.organizationId, new Date());
  const waiting = await read(ctx).message.findMany({ where: { address, state: "waiting" } });
  for (const { id } of waiting) value(await sendMessage(ctx, { id }, { mail }));
  const found = server.received.flatMap(({ source }) => {
    const text = source.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
    return /\/(?:welcome|new-password|confirm-email)\/([\w-]{43})/.exec(text)?.[1] ?? [];
  });
  return found.at(-1) ?? "";
}

async function invited(organization: TestOrganization, email: string) {
  const input = { email, name: "Ida Invited", role: "operator", accountId: null, timeZone: null };
  const { id } = value(await inviteUser(organization.as.administrator, input));
  return { id, secret: await secretSentTo(organization, email) };
}

/** Returns somebody whose first link was passed on, before there was a mail server, and who has a passkey since. */
async function unproven() {
  const made = await makePersonWithPasskey(here);
  const personId = await personIdOf(made);
  await unscoped().person.update({ where: { id: personId }, data: { emailProvenAt: null } });
  return { ...made, personId };
}

const passkeysOf = async (id: string) => (await getSecondFactor(await personNamed(here, id))).passkeys.length;
const chooseAnew = async ({ id, email }: { id: string; email: string }) => {
  value(await sendLink(here.as.administrator, { id }));
  const secret = await secretSentTo(here, email);
  value(await choosePassword(await held("password", secret), { password: good }));
};

describe("somebody whom no email has reached yet", () => {
  test("joins no organization before they have chosen a password by an emailed link", async () => {
    const user = await unproven();
    const { secret } = await invited(there, user.email);
    const join = async () =>
      joinOrganization(
        inviteeBy(await held("invitation", secret), { personId: user.personId, ctx: here.as.operator }),
        {},
      );
    expect(await join()).toMatchObject({ refusal: { reason: "prove_email_first" } });
    expect(await passkeysOf(user.id)).toBe(1);

    const session = await beginFor(here, user.id);
    await chooseAnew(user);
    expect(await passkeysOf(user.id)).toBe(0);
    expect(await sessionOf(session)).toBeNull();
    value(await join());
  });

  test("does not join by signing in either, where no organization lets them in any more", async () => {
    const user = await unproven();
    const { secret: invitation } = await invited(there, user.email);
    await unscoped().user.updateMany({ where: { id: user.id }, data: { active: false } });
    await unscoped().passkey.deleteMany({ where: { personId: user.personId } });
    const request = { now: new Date(), address: "192.0.2.77", invitation };
    const input = { email: user.email, password: user.password };
    expect(await signIn(request, input)).toMatchObject({ refusal: { reason: "wrong" } });
    await unscoped().person.update({ where: { id: user.personId }, data: { emailProvenAt: new Date() } });
    expect(await signIn(request, input)).toMatchObject({ ok: true });
  });
});

describe("somebody whom an email has reached", () => {
  test("keeps factors with a new password, and when they join", async () => {
    const { id, secret: first } = await invited(here, `${crypto.randomUUID()}@people.example`);
    value(await choosePassword(await held("invitation", first), { password: good }));
    const person = await personNamed(here, id);
    await addPasskeyTo(person, good);
    const { email } = await unscoped().user.findFirstOrThrow({ where: { id } });
    server.received.length = 0;
    value(await sendLink(here.as.administrator, { id }));
    const again = await secretSentTo(here, email);
    value(await choosePassword(await held("password", again), { password: `${good} again` }));
    expect(await passkeysOf(id)).toBe(1);

    server.received.length = 0;
    const { secret } = await invited(there, email);
    const personId = await personIdOf({ id });
    value(
      await joinOrganization(
        inviteeBy(await held("invitation", secret), { personId, ctx: here.as.operator }),
        {},
      ),
    );
    expect(await passkeysOf(id)).toBe(1);
  });

  test("keeps factors with a new address that an emailed link confirms", async () => {
    const { id, person, password } = await makePersonWithPasskey(here);
    const email = `${crypto.randomUUID()}@new.example`;
    value(await changeEmail(person, { email, current: password }));
    const secret = await secretSentTo(here, email);
    value(await confirmEmail(await held("email", secret), {}));
    expect(await passkeysOf(id)).toBe(1);
    const kept = await unscoped().person.findFirstOrThrow({ where: { email } });
    expect(kept.emailProvenAt).not.toBeNull();
  });
});

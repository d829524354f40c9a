import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkMs } from "@/lib/domain/one-time-link";
import { systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { hashOfLink } from "../links/secret";
import { resendMessage } from "../messages/commands/resend-message";
import { sendMessage } from "../messages/commands/send-message";
import { getMessage, listMessages } from "../messages/queries/messages";
import { type MailDriver, smtpDriver } from "../messages/smtp";
import { askForLink } from "../sign-in/ask-for-link";
import { tryLimits } from "../sign-in/tries/rate-limit";
import {
  makeAccount,
  makeOrganization,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { held, makePerson } from "../testing/factories/people";
import { startMailServer } from "../testing/processes/mail-server";
import { inviteUser } from "../users/commands/invite-user";
import { sendLink } from "../users/commands/send-link";
import { deactivateUser } from "../users/commands/set-active";
import { showEmailLink } from "../users/commands/show-email-link";
import { sendForgottenLink } from "../users/forgotten";
import { getUser } from "../users/queries/users";
import { changeEmail } from "./commands/change-email";
import { changePassword } from "./commands/change-password";
import { choosePassword } from "./commands/choose-password";
import { holderOf } from "./holder";

/** Letters about how people sign in: docs/domain.md, section 7, "One-time links". A mail server is set here. */

let here: TestOrganization;
let server: Awaited<ReturnType<typeof startMailServer>>;
let mail: MailDriver;
beforeAll(async () => {
  server = await startMailServer();
  // The configuration is read when it is first asked for.
  process.env.SMTP_URL = server.url;
  mail = smtpDriver({ url: server.url, from: "Order Desk <orders@shop.example>" });
  here = await makeOrganization();
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

const good = "seven umbrellas in the rain";
const invite = async (more: object = {}) => {
  const email = `${crypto.randomUUID()}@people.example`;
  const input = { email, name: "Ida Invited", role: "operator", accountId: null, timeZone: null, ...more };
  return { email, ...value(await inviteUser(here.as.administrator, input)) };
};
const messagesTo = (address: string) =>
  read(here.as.administrator).message.findMany({ where: { address }, orderBy: { createdAt: "asc" } });
const linksOf = (userId: string) =>
  read(here.as.administrator).oneTimeLink.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
async function send(address: string, now = new Date(), driver = mail) {
  const outcomes: string[] = [];
  for (const { id, state } of await messagesTo(address)) {
    if (state !== "waiting") continue;
    const ctx = systemCtx(here.organizationId, now);
    outcomes.push(value(await sendMessage(ctx, { id }, { clock: () => now, mail: driver })));
  }
  return outcomes;
}
/** Returns the secrets in the received mails, as the reader of their plain text finds them. */
const secrets = () =>
  server.received.flatMap(({ source }) => {
    const text = source.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
    const [, secret] = /\/(?:welcome|new-password|confirm-email)\/([\w-]{43})/.exec(text) ?? [];
    return secret ? [secret] : [];
  });

describe("an invitation", () => {
  test("goes to its person alone: nobody here gets the link to see", async () => {
    const { id, email, link } = await invite();
    expect(link).toBeNull();
    const [waiting] = await linksOf(id);
    expect(waiting).toMatchObject({ hash: null, endsAt: null });

    const seen = async () => (await getUser(here.as.administrator, id)).link;
    expect(await seen()).toMatchObject({ endsAt: null, message: { state: "waiting" } });
    expect(await send(email)).toEqual(["sent"]);
    expect(await seen()).toMatchObject({ endsAt: expect.any(String), message: { state: "sent" } });
    const [secret = ""] = secrets();
    expect(await linksOf(id)).toMatchObject([{ hash: hashOfLink(secret), usedAt: null }]);
    value(await choosePassword(await held("invitation", secret), { password: good }));

    const [message] = await messagesTo(email);
    const shown = await getMessage(here.as.operator, message?.id);
    expect(shown).toMatchObject({ type: "invitation", orderCode: null, mayResend: false, state: "sent" });
    expect(shown.text).toContain("/welcome/•••");
    const rows = await listMessages(here.as.manager, { q: "Ida" });
    expect(JSON.stringify([shown, rows, message])).not.toContain(secret);
  });

  test("has a day from when it is sent, however long the mail server was away", async () => {
    const { id, email } = await invite();
    const late = new Date(Date.now() + 5 * linkMs);
    await send(email, late);
    const [link] = await linksOf(id);
    expect(link?.endsAt).toEqual(new Date(late.getTime() + linkMs));
  });

  test("is not sent again by those who resend messages, but by a new link", async () => {
    const { id, email } = await invite();
    await send(email);
    const [message] = await messagesTo(email);
    expect(await resendMessage(here.as.operator, { id: message?.id })).toMatchObject({
      refusal: { reason: "carries_link" },
    });
    value(await sendLink(here.as.administrator, { id }));
    await send(email);
    const [first = "", second = ""] = secrets();
    expect(second).not.toBe(first);
    const look = (secret: string) => holderOf("invitation", secret, { now: new Date(), locale: "en" });
    expect(await look(first)).toMatchObject({ refusal: { state: "void" } });
    expect((await look(second)).ok).toBe(true);
  });

  test("that was replaced before it was sent, is not sent", async () => {
    const { id, email } = await invite();
    value(await sendLink(here.as.administrator, { id }));
    expect((await send(email)).toSorted()).toEqual(["left", "sent"]);
    expect(server.received).toHaveLength(1);
    const failed = (await messagesTo(email)).find(({ state }) => state === "failed");
    expect(await getMessage(here.as.operator, failed?.id)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("replaced"),
    });
  });

  test("of somebody who was deactivated meanwhile is not sent", async () => {
    const { id, email } = await invite();
    value(await deactivateUser(here.as.administrator, { id, version: 1 }));
    expect(await send(email)).toEqual(["left"]);
    expect(server.received).toEqual([]);
  });

  test("that is tried again has a new secret, and the newest works", async () => {
    const { id, email } = await invite();
    let tried = "";
    const broken: MailDriver = {
      send: async ({ text }) => {
        tried = /\/welcome\/([\w-]{43})/.exec(text)?.[1] ?? "";
        return { ok: false, reason: "The line is broken", final: false };
      },
    };
    expect(await send(email, new Date(), broken)).toEqual(["postponed"]);
    expect(await linksOf(id)).toMatchObject([{ hash: hashOfLink(tried) }]);
    expect(await send(email, new Date(Date.now() + 3_600_000))).toEqual(["sent"]);
    const [secret = ""] = secrets();
    expect(await linksOf(id)).toMatchObject([{ hash: hashOfLink(secret) }]);
    const messages = await messagesTo(email);
    expect(JSON.stringify(messages)).not.toContain(tried);
  });

  test("reads in the language of the customer's account", async () => {
    const { id: accountId } = await makeAccount(here, { language: "de" });
    const { email } = await invite({ role: "customer", accountId });
    expect(await messagesTo(email)).toMatchObject([
      { language: "de", subject: `Ihr Zugang zu ${here.name}`, linkId: expect.any(String) },
    ]);
  });
});

describe("a forgotten password", () => {
  const forget = (email: string, now = new Date()) => sendForgottenLink(email, now);
  const jobsFor = (email: string) =>
    unscoped().$queryRaw<unknown[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`forgotten_password:${email}`}`;
  let addresses = 0;
  const ask = (email: string, address = `203.0.113.${++addresses}`) =>
    askForLink({ now: new Date(), address }, { email });

  test("is answered alike for a known and an unknown address, before anybody is looked up", async () => {
    const { email } = await makeUser(here);
    const nobody = `${crypto.randomUUID()}@nobody.example`;
    for (const address of [email, nobody]) {
      expect(await ask(` ${address.toUpperCase()} `)).toEqual({ ok: true, value: null });
      expect(await jobsFor(address)).toHaveLength(1);
    }
    // Nothing else has happened yet.
    expect(await messagesTo(email)).toEqual([]);
    await unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  test("is asked for by a network that has asked too often at nobody's cost", async () => {
    const { email } = await makeUser(here);
    const many = Array.from({ length: tryLimits.link_address }, (_, host) => `2001:db8:7:7::${host + 1}`);
    for (const address of many) await ask(`${crypto.randomUUID()}@nobody.example`, address);
    for (let times = 0; times < 2 * tryLimits.link_email; times++)
      expect(await ask(email, "2001:db8:7:7::ffff")).toMatchObject({ refusal: { reason: "too_many" } });
    expect(await ask(email)).toMatchObject({ ok: true });
    await unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  test("gets a link that replaces it", async () => {
    const { email } = await makeUser(here);
    expect(await forget(email)).toBe("sent");
    await send(email);
    const [secret = ""] = secrets();
    value(await choosePassword(await held("password", secret), { password: good }));
    expect((await messagesTo(email)).map(({ type }) => type)).toEqual(["password_link", "password_changed"]);
    const asked = await read(here.as.administrator).event.findFirst({
      where: { subject: email, kind: "user.link_asked_for" },
    });
    expect(asked).toMatchObject({ actorName: "System", after: { purpose: "password" } });
  });

  test("of an invited person is an invitation again", async () => {
    const { email } = await invite();
    expect(await forget(email)).toBe("sent");
    expect((await messagesTo(email)).map(({ type }) => type)).toEqual(["invitation", "invitation"]);
  });

  test("is nothing to nobody, to the inactive, and to those who sign in elsewhere", async () => {
    const [gone, elsewhere] = [await makeUser(here), await makeUser(here)];
    value(await deactivateUser(here.as.administrator, { id: gone.id, version: 1 }));
    await unscoped().person.update({ where: { email: elsewhere.email }, data: { passwordHash: null } });
    for (const email of ["nobody@nobody.example", gone.email, elsewhere.email]) {
      expect(await forget(email)).toBe("left");
      expect(await messagesTo(email)).toEqual([]);
    }
  });

  test("can be told a few times in a quarter of an hour, for an address that is known or not", async () => {
    const { email } = await makeUser(here);
    for (const address of [email, `${crypto.randomUUID()}@nobody.example`]) {
      for (let time = 0; time < tryLimits.link_email; time++) expect((await ask(address)).ok).toBe(true);
      expect(await ask(address)).toMatchObject({ refusal: { reason: "too_many" } });
    }
    const address = "198.51.100.200";
    const asked = await Promise.all(
      Array.from({ length: tryLimits.link_address + 5 }, (_, index) =>
        ask(`${index}@nobody.example`, address),
      ),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(tryLimits.link_address);
    await unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  test.each(["", "   ", "x".repeat(300)])("asks for an address: %j", async (email) => {
    await expect(ask(email)).rejects.toThrow("email");
  });
});

describe("a change", () => {
  test("of the email address goes to the new one, and is told the old one", async () => {
    const { id, email, password, person } = await makePerson(here);
    const newEmail = `${crypto.randomUUID()}@new.example`;
    expect(value(await changeEmail(person, { email: newEmail, current: password }))).toEqual({ sent: true });
    expect((await messagesTo(newEmail)).map(({ type }) => type)).toEqual(["email_link"]);
    const [notice] = await messagesTo(email);
    expect(notice).toMatchObject({ type: "email_change", linkId: null, path: "/login" });
    expect(notice?.text).toContain(newEmail);
    // Nobody but the reader of the new mailbox gets this link.
    expect(await showEmailLink(here.as.administrator, { id })).toMatchObject({
      refusal: { reason: "no_email_change" },
    });
  });

  test("of the password is told its person", async () => {
    const { email, password, person } = await makePerson(here);
    value(await changePassword(person, { current: password, password: good }));
    expect((await messagesTo(email)).map(({ type }) => type)).toEqual(["password_changed"]);
  });
});

import "server-only";
import { letterHtml } from "@/lib/domain/messages/letter";
import { type Language, type MessageState, maxSendAttempts, nextSendAt } from "@/lib/domain/messages/message";
import type { SendFailure } from "@/lib/domain/messages/send-failure";
import { hiddenSecret } from "@/lib/domain/one-time-link";
import { oneLine } from "@/lib/domain/values/one-line";
import { MessageInput } from "@/lib/server/messages/input";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";
import { Prisma, sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { type TaskScope, task } from "../../kernel/definition/task";
import { NotFound } from "../../kernel/errors";
import { log } from "../../kernel/log";
import { transaction } from "../../kernel/transaction";
import { revealLink } from "../../links/links";
import { loadLetterLook } from "../letter-look";
import { orderUrl, readerOf } from "../order-url";
import { type MailDriver, type MailOutcome, smtp } from "../smtp";

/** Says what became of a message. `left` means not now: it is not due, another worker has it, or no mail server is set. */
export type SentMessage = "sent" | "postponed" | "failed" | "left";

/** Sets how long another worker waits before it may try, which is longer than any wait for a mail server. */
const leaseMs = 5 * 60_000;

/** Holds what does not come from the database, which tests replace. */
type Environment = { clock: () => Date; mail: MailDriver | undefined };

/**
 * Tries once to send a message of the outbox, between two transactions. After a crash it asks the mail server again with the
 * same Message-ID, so the message is sent at least once. See docs/domain.md, section 5, "Messages". @throws NotFound
 */
export const sendMessage = task({
  name: "send_message",
  caller: machine("system", "message:resend"),
  input: MessageInput,
  run: ({ ctx, environment }: TaskScope<Environment>, { id }) => sendWhenDue(ctx, id, environment),
});

async function sendWhenDue(
  ctx: Ctx,
  id: string,
  { clock = () => new Date(), mail = smtp() }: Partial<Environment>,
): Promise<SentMessage> {
  if (!mail) return "left";

  const message = await begin(ctx, id);
  if (!message) return "left";
  const { subject, language } = message;
  const text = textOf(message);
  const { look, pictures } = await loadLetterLook(ctx, language);
  const html = letterHtml(text, { language, url: pageOf(message), look });
  const to = { name: message.recipient, address: message.address };
  const outcome = await mail.send({ id, to, subject, text, html, pictures });
  return conclude({ ...ctx, now: clock() }, message, outcome);
}

type Message = {
  id: string;
  state: MessageState;
  attempts: number;
  nextAttemptAt: Date | null;
  recipient: string;
  address: string;
  accountId: string | null;
  /** Is the page that a message about no order leads to. */
  path: string | null;
  /** Names the one-time link that it carries. */
  linkId: string | null;
  orderAccountId: string;
  language: Language;
  subject: string;
  text: string;
  /** Holds the code of the order. Without an order, neither code nor account of it are there. */
  code: string;
  /** Holds the code of the primary order, which is the order itself unless it is a sub-order. */
  primary: string;
};

/** Holds a message with the secret of its link, which is made for this try and kept nowhere. */
type Begun = Message & { secret: string | null };

function pageOf({ secret, ...message }: Begun): string {
  if (message.path === null) return orderUrl(message, readerOf(message));
  const page = `${config().publicUrl}${message.path}`;
  return secret === null ? page : `${page}/${secret}`;
}

function textOf({ text, secret, path }: Begun): string {
  if (secret === null) return text;
  const page = `${config().publicUrl}${path}`;
  return text.replace(`: ${page}/${hiddenSecret}\n`, `: ${page}/${secret}\n`);
}

/** Takes the message for as long as the mail server may need. Returns undefined if it must not be sent now. */
function begin(ctx: Ctx, id: string): Promise<Begun | undefined> {
  return transaction(ctx, async (tx) => {
    const message = await lockMessage(tx, ctx, id);
    if (!message.nextAttemptAt || message.nextAttemptAt > ctx.now) return undefined;
    const fail = async (error: SendFailure) => {
      await tx.message.updateMany({
        where: { organizationId: ctx.organizationId, id },
        data: { state: "failed", error, nextAttemptAt: null },
      });
      return undefined;
    };
    if (message.attempts >= maxSendAttempts) return fail({ because: "interrupted" });
    const secret = message.linkId && (await revealLink(tx, ctx, message.linkId));
    if (message.linkId && !secret) return fail({ because: "link_over" });
    const attempts = message.attempts + 1;
    const lease = new Date(ctx.now.getTime() + leaseMs);
    await tx.message.updateMany({
      where: { organizationId: ctx.organizationId, id },
      data: { state: "sending", attempts, nextAttemptAt: lease },
    });
    return { ...message, attempts, secret };
  });
}

/** Records how the try ended, unless the message has changed since. */
function conclude(ctx: Ctx, begun: Message, outcome: MailOutcome): Promise<SentMessage> {
  return transaction(ctx, async (tx) => {
    const message = await lockMessage(tx, ctx, begun.id);
    if (message.state !== "sending" || message.attempts !== begun.attempts) return "left";
    const write = (data: Parameters<typeof tx.message.updateMany>[0]["data"]) =>
      tx.message.updateMany({ where: { organizationId: ctx.organizationId, id: begun.id }, data });

    if (outcome.ok) {
      await write({ state: "sent", error: Prisma.DbNull, nextAttemptAt: null, sentAt: ctx.now });
      return "sent";
    }
    const words = oneLine(outcome.reason, 500);
    const error: SendFailure = { because: "refused", words };
    const next = outcome.final ? null : nextSendAt(message.attempts, ctx.now);
    log.warn({ event: "send_message", id: begun.id, reason: words, next }, "A message was not sent");
    await write({ state: next ? "waiting" : "failed", error, nextAttemptAt: next });
    return next ? "postponed" : "failed";
  });
}

async function lockMessage(tx: Tx, ctx: Ctx, id: string): Promise<Message> {
  const [message] = await tx.$queryRaw<Message[]>(sql`
    SELECT messages.id, state, attempts, next_attempt_at AS "nextAttemptAt", recipient, address,
      messages.account_id AS "accountId", path, link_id AS "linkId", orders.account_id AS "orderAccountId", language, subject, text, orders.code, orders.number::text AS primary
    FROM messages
    LEFT JOIN orders ON orders.organization_id = messages.organization_id AND orders.id = messages.order_id
    WHERE messages.organization_id = ${ctx.organizationId}::uuid AND messages.id = ${id}::uuid
    FOR UPDATE OF messages`);
  if (!message) throw new NotFound("message", id);
  return message;
}

import "server-only";
import { z } from "zod";
import { isNotice, type MessageType, mayResend, type NoticeType } from "@/lib/domain/messages/message";
import { ok, refuse } from "@/lib/domain/values/result";
import { MessageInput } from "@/lib/server/messages/input";
import { Prisma, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { type QuietEvent, record } from "../../kernel/record";

/**
 * Sends a message again, or for the first time, to the present address of its account. See docs/domain.md, section 5,
 * "Messages". @throws NotFound
 */
export const resendMessage = command({
  name: "message.resend",
  caller: staff("message:resend"),
  input: MessageInput,
  output: z.object({ address: z.string() }),
  refusals: refusals("on_its_way", "no_address", "carries_link"),
  async run({ tx, ctx }, { id }) {
    const { organizationId, now } = ctx;
    await tx.$queryRaw(sql`
      SELECT id FROM messages WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`);
    const message = await tx.message.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: {
        state: true,
        address: true,
        type: true,
        subject: true,
        linkId: true,
        orderId: true,
        account: { select: { email: true } },
        order: { select: { status: { select: { description: true } } } },
      },
    });
    if (!message) throw new NotFound("message", id);
    if (!mayResend(message.state)) {
      return refuse({ reason: "on_its_way", path: "" });
    }
    if (message.linkId !== null) {
      return refuse({ reason: "carries_link", path: "" });
    }
    const address = message.account ? (message.account.email ?? message.address) : message.address;
    if (!address) {
      return refuse({ reason: "no_address", path: "" });
    }
    await tx.message.updateMany({
      where: { organizationId, id },
      data: { state: "waiting", address, attempts: 0, error: Prisma.DbNull, nextAttemptAt: now },
    });
    await record(tx, ctx, [resent(message, address)]);
    return ok({ address });
  },
});

type Resent = {
  type: MessageType | NoticeType;
  subject: string;
  orderId: string | null;
  order: { status: { description: string } } | null;
};

function resent({ type, subject, orderId, order }: Resent, address: string): QuietEvent {
  if (isNotice(type)) return { kind: "message.resent", subject, after: { type, address } };
  if (orderId === null || order === null) throw new Error(`A message of type ${type} is about no order`);
  const statusLabel = order.status.description;
  return { kind: "order.message_resent", orderId, statusLabel, after: { type, address } };
}

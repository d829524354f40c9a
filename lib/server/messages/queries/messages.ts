import "server-only";
import { z } from "zod";
import {
  type Language,
  type MessageState,
  type MessageType,
  mayResend,
  messageStates,
  type NoticeType,
} from "@/lib/domain/messages/message";
import { type SendFailure, sendFailureWords } from "@/lib/domain/messages/send-failure";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { MessageInput } from "@/lib/server/messages/input";
import { config } from "../../kernel/config";
import { may } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { foundByOrOrder, searched } from "../../search/found-by";

const ListMessagesInput = z.object({
  ...listParameters,
  sort: sortParameter(["written"], "-written"),
  state: z.enum(messageStates).optional().catch(undefined),
});

export type MessageRow = {
  id: string;
  type: MessageType | NoticeType;
  recipient: string;
  address: string | null;
  subject: string;
  /** Is null for a message that is about no order. */
  orderCode: string | null;
  state: MessageState;
  /** Says why the last try did not send it. */
  error: string | null;
  /** Holds an RFC 3339 time in UTC. */
  createdAt: string;
};

type Row = Omit<MessageRow, "createdAt" | "error"> & { createdAt: Date; error: SendFailure | null };

const sortable = {
  written: {
    key: sql`messages.created_at`,
    keyType: "timestamptz",
    of: ({ createdAt }) => createdAt.toISOString(),
  },
} satisfies Record<string, SortColumn<Row>>;

/** Lists the outbox, newest first. See docs/domain.md, section 5, "Messages". */
export const listMessages = query({
  name: "message.list",
  caller: staff("message:read"),
  input: ListMessagesInput,
  async run({ ctx }, { q, state, sort, cursor, limit }): Promise<Page<MessageRow>> {
    const pages = sortedKeyset(sortable, sql`messages.id`, { sort, cursor, limit });

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT messages.id, messages.type, recipient, address, subject, orders.code AS "orderCode", state, error,
        messages.created_at AS "createdAt"
      FROM messages
      LEFT JOIN orders ON orders.organization_id = messages.organization_id AND orders.id = messages.order_id
      WHERE messages.organization_id = ${ctx.organizationId}::uuid
        ${filter(sql`state = ${state}::message_state`, state)}
        ${foundByOrOrder(ctx, q, sql`messages.order_id`, (word) => sql`${searched.messages} LIKE ${word}`)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        error: row.error && sendFailureWords(row.error),
        createdAt: row.createdAt.toISOString(),
      })),
    };
  },
});

export type MessageDetail = MessageRow & {
  language: Language;
  text: string;
  attempts: number;
  sentAt: string | null;
  nextAttemptAt: string | null;
  /** Names the account where the address is entered. */
  account: { code: string; name: string; email: string | null } | null;
  mayResend: boolean;
};

/** Returns one message. @throws NotFound */
export const getMessage = query({
  name: "message.get",
  caller: staff("message:read"),
  input: z.unknown(),
  async run({ ctx }, rawId): Promise<MessageDetail> {
    const input = MessageInput.safeParse({ id: rawId });
    const message =
      input.success &&
      (await read(ctx).message.findFirst({
        where: { id: input.data.id },
        include: {
          order: { select: { code: true } },
          account: { select: { code: true, name: true, email: true } },
        },
      }));
    if (!message) throw new NotFound("message", String(rawId));
    const { order, organizationId, orderId, accountId, path, linkId, ...row } = message;
    return {
      ...row,
      error: row.error === null ? null : sendFailureWords(row.error as SendFailure),
      orderCode: order?.code ?? null,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
      mayResend: linkId === null && mayResend(row.state) && may(ctx, "message:resend"),
    };
  },
});

/** Tells whether messages leave the outbox at all. */
export function maySendMail(): boolean {
  return config().mail !== undefined;
}

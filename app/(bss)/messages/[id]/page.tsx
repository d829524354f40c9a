import type { Metadata } from "next";
import { DateText } from "@/components/format/date";
import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { languageLabels, maxSendAttempts, messageTypeLabels } from "@/lib/domain/messages/message";
import { getMessage } from "@/lib/server/messages/queries/messages";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../_components/found";
import { Facts } from "../../_components/facts";
import { NoAddress } from "../../_components/no-address";
import { Section } from "../../_components/section";
import classes from "../_components/message.module.css";
import { MessageBadge } from "../_components/message-badge";
import { Resend } from "../_components/resend";

export const metadata: Metadata = { title: "Message" };

export default async function MessagePage({ params }: PageProps<"/messages/[id]">) {
  const ctx = await requireCtx("message:read");
  const message = await found(getMessage, ctx, (await params).id);
  const { account, orderCode, state } = message;
  return (
    <RefreshOnChange topic="messages">
      <PageHeader
        title={message.subject}
        badge={<MessageBadge state={state} name="State" />}
        meta={messageTypeLabels[message.type]}
        primary={message.mayResend && <Resend id={message.id} again={state === "sent"} />}
      />
      {message.error && <p className={classes.error}>{message.error}</p>}
      <Facts
        facts={[
          {
            label: "To",
            value: account ? (
              <Link href={`/accounts/${account.code}`}>{account.name}</Link>
            ) : (
              message.recipient
            ),
          },
          { label: "Address", value: message.address ?? <NoAddress /> },
          orderCode !== null && {
            label: "Order",
            value: <Link href={`/orders/${orderCode}`}>{orderCode}</Link>,
          },
          { label: "Language", value: languageLabels[message.language] },
          { label: "Written", value: <DateText value={message.createdAt} withTime /> },
          message.sentAt !== null && { label: "Sent", value: <DateText value={message.sentAt} withTime /> },
          message.attempts > 0 && { label: "Tries", value: `${message.attempts} of ${maxSendAttempts}` },
          state === "waiting" &&
            message.nextAttemptAt !== null && {
              label: "Next try",
              value: <RelativeTime value={message.nextAttemptAt} />,
            },
        ]}
      />
      <Section title="Preview">
        <p className={classes.text}>{message.text}</p>
      </Section>
    </RefreshOnChange>
  );
}

import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { listMessages, maySendMail } from "@/lib/server/messages/queries/messages";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { MessageTable } from "../_components/message-table";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage({ searchParams }: PageProps<"/messages">) {
  const ctx = await requireCtx("message:read");
  const page = await listMessages(ctx, await searchParams);
  return (
    <RefreshOnChange topic="messages" every={1000}>
      <PageHeader
        title="Messages"
        meta={
          maySendMail()
            ? "We send these messages to customers, resellers and staff by email."
            : "No mail server is set up (SMTP_URL), so messages stay here and are not sent."
        }
      />
      <MessageTable page={page} />
    </RefreshOnChange>
  );
}

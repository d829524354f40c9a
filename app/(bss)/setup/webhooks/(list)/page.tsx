import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listWebhooks } from "@/lib/server/webhooks/queries/webhooks";
import { WebhookTable } from "../_components/webhook-table";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: PageProps<"/setup/webhooks">) {
  const ctx = await requireCtx("webhook:save");
  const page = await listWebhooks(ctx, await searchParams);
  return (
    <>
      <PageHeader
        title="Webhooks"
        meta="We send events to your programs as soon as they happen, and try again for three days."
        primary={<LinkButton href="/setup/webhooks/new">New webhook</LinkButton>}
      />
      <WebhookTable page={page} />
    </>
  );
}

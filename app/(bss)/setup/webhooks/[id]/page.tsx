import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { RefreshOnChange } from "@/components/live/live";
import { webhookDisabledReasons } from "@/lib/domain/webhook";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listDeliveries } from "@/lib/server/webhooks/queries/list-deliveries";
import { getWebhook } from "@/lib/server/webhooks/queries/webhooks";
import { found } from "../../../../_components/found";
import { Facts } from "../../../_components/facts";
import { Section } from "../../../_components/section";
import { DeleteWebhook } from "../_components/delete-webhook";
import { DeliveryTable } from "../_components/delivery-table";
import { PauseWebhook } from "../_components/pause-webhook";
import { Replay } from "../_components/replay";
import { RotateWebhookSecret } from "../_components/rotate-webhook-secret";
import { SendTest } from "../_components/send-test";
import { eventTitle } from "../_components/words";

export async function generateMetadata({ params }: PageProps<"/setup/webhooks/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("webhook:save");
  return { title: (await found(getWebhook, ctx, (await params).id)).name };
}

export default async function WebhookPage({ params, searchParams }: PageProps<"/setup/webhooks/[id]">) {
  const ctx = await requireCtx("webhook:save");
  const webhook = await found(getWebhook, ctx, (await params).id);
  const deliveries = await listDeliveries(ctx, { ...(await searchParams), webhookId: webhook.id });
  const enabled = webhook.disabledAt === null;
  return (
    <RefreshOnChange topic="webhooks" every={1000}>
      <PageHeader
        title={webhook.name}
        meta={
          <>
            <span role="status" aria-label="State">
              {enabled ? "Active" : "Disabled"}
            </span>
            {webhook.disabledBy && <span>{webhookDisabledReasons[webhook.disabledBy]}</span>}
          </>
        }
        primary={enabled && <SendTest id={webhook.id} />}
        secondary={
          <>
            <LinkButton href={`/setup/webhooks/${webhook.id}/edit`} variant="default">
              Edit
            </LinkButton>
            {enabled && <Replay webhook={webhook} />}
          </>
        }
      />
      <Facts
        facts={[
          { label: "Address", value: webhook.url, wide: true },
          { label: "Events", value: webhook.types.map(eventTitle).join(", "), wide: true },
        ]}
      />
      <Section title="Deliveries in the last 30 days">
        <DeliveryTable webhookId={webhook.id} enabled={enabled} page={deliveries} />
      </Section>
      <Section title="Signing secret">
        <RotateWebhookSecret webhook={webhook} />
      </Section>
      <Section title="State">
        <PauseWebhook webhook={webhook} />
      </Section>
      <Section title="Delete">
        <DeleteWebhook webhook={webhook} />
      </Section>
    </RefreshOnChange>
  );
}

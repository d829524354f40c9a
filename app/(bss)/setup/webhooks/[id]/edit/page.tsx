import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { getWebhook } from "@/lib/server/webhooks/queries/webhooks";
import { found } from "../../../../../_components/found";
import { EditWebhook } from "../../_components/edit-webhook";

export const metadata: Metadata = { title: "Edit webhook" };

export default async function EditWebhookPage({ params }: PageProps<"/setup/webhooks/[id]/edit">) {
  const ctx = await requireCtx("webhook:save");
  const webhook = await found(getWebhook, ctx, (await params).id);
  return (
    <>
      <PageHeader title={`Edit ${webhook.name}`} />
      <EditWebhook webhook={webhook} />
    </>
  );
}

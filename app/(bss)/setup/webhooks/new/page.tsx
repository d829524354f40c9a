import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { NewWebhook } from "../_components/new-webhook";

export const metadata: Metadata = { title: "New webhook" };

export default async function NewWebhookPage() {
  await requireCtx("webhook:save");
  return (
    <>
      <PageHeader title="New webhook" />
      <NewWebhook />
    </>
  );
}

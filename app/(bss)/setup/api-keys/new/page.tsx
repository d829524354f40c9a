import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { NewApiKey } from "../_components/new-api-key";

export const metadata: Metadata = { title: "New API key" };

export default async function NewApiKeyPage() {
  await requireCtx("api-key:save");
  return (
    <>
      <PageHeader title="New API key" />
      <NewApiKey />
    </>
  );
}

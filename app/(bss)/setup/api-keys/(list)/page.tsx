import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { listApiKeys } from "@/lib/server/api-keys/queries/api-keys";
import { may } from "@/lib/server/kernel/ctx";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { ApiKeyTable } from "../_components/api-key-table";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage({ searchParams }: PageProps<"/setup/api-keys">) {
  const ctx = await requireCtx("api-key:read");
  const mayCreate = may(ctx, "api-key:save");
  const page = await listApiKeys(ctx, await searchParams);
  return (
    <>
      <PageHeader
        title="API keys"
        meta="Programs call the API with a key. Each key has a role, like a person, and you can end it at once."
        primary={mayCreate && <LinkButton href="/setup/api-keys/new">New API key</LinkButton>}
      />
      <ApiKeyTable page={page} mayCreate={mayCreate} />
    </>
  );
}

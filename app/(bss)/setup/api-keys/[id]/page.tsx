import type { Metadata } from "next";
import { DateText } from "@/components/format/date";
import { RelativeTime } from "@/components/format/relative-time";
import { PageHeader } from "@/components/layout/page-header";
import { permissionsOfKey } from "@/lib/domain/api-key";
import { permissionLabels } from "@/lib/domain/permission-labels";
import { roleLabels } from "@/lib/domain/permissions";
import { getApiKey } from "@/lib/server/api-keys/queries/api-keys";
import { listKeyRequests } from "@/lib/server/api-keys/queries/list-key-requests";
import { may } from "@/lib/server/kernel/ctx";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { Facts } from "../../../_components/facts";
import { Section } from "../../../_components/section";
import { KeyRequestTable } from "../_components/key-request-table";
import { RevokeKey } from "../_components/revoke-key";
import { RotateKey } from "../_components/rotate-key";
import { keyStateLabels } from "../_components/words";

export async function generateMetadata({ params }: PageProps<"/setup/api-keys/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("api-key:read");
  return { title: (await found(getApiKey, ctx, (await params).id)).name };
}

export default async function ApiKeyPage({ params, searchParams }: PageProps<"/setup/api-keys/[id]">) {
  const ctx = await requireCtx("api-key:read");
  const key = await found(getApiKey, ctx, (await params).id);
  const maySave = may(ctx, "api-key:save");
  const withinReach = permissionsOfKey(key).every((permission) => may(ctx, permission));
  const requests = await listKeyRequests(ctx, { ...(await searchParams), keyId: key.id });
  return (
    <>
      <PageHeader
        title={key.name}
        meta={
          <>
            <span role="status" aria-label="State">
              {keyStateLabels[key.state]}
            </span>
            <span>
              {key.lastUsedAt ? (
                <>
                  Used <RelativeTime value={key.lastUsedAt} />
                </>
              ) : (
                "Never used"
              )}
            </span>
          </>
        }
      />
      <Facts
        facts={[
          { label: "Begins with", value: key.prefix },
          { label: "Client ID for OAuth", value: key.id },
          { label: "Role", value: roleLabels[key.role] },
          {
            label: "Created",
            value: (
              <>
                <DateText value={key.createdAt} withTime /> by {key.createdBy}
              </>
            ),
          },
          {
            label: "Ends",
            value: key.expiresAt ? <DateText value={key.expiresAt} withTime /> : "When you revoke it",
          },
          key.revokedAt !== null && { label: "Revoked", value: <DateText value={key.revokedAt} withTime /> },
          key.previousUntil !== null && {
            label: "Its old secret also works until",
            value: <DateText value={key.previousUntil} withTime />,
          },
          {
            label: "Permissions",
            value: permissionsOfKey(key)
              .map((permission) => permissionLabels[permission])
              .join(", "),
            wide: true,
          },
        ]}
      />
      {key.state === "active" && maySave && withinReach && (
        <Section title="Secret">
          <RotateKey apiKey={key} />
        </Section>
      )}
      {key.state !== "revoked" && maySave && (
        <Section title="Access">
          <RevokeKey apiKey={key} />
        </Section>
      )}
      <Section title="Requests in the last 30 days">
        <KeyRequestTable page={requests} />
      </Section>
    </>
  );
}

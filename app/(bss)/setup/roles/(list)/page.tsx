import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/server/kernel/ctx";
import { listRoles } from "@/lib/server/roles/queries/roles";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { Section } from "../../../_components/section";
import { FixedRoleTable, RoleTable } from "../_components/role-tables";

export const metadata: Metadata = { title: "Roles" };

export default async function RolesPage({ searchParams }: PageProps<"/setup/roles">) {
  const ctx = await requireCtx("user:read");
  const page = await listRoles(ctx, await searchParams);
  const mayCreate = may(ctx, "role:save");
  return (
    <>
      <PageHeader
        title="Roles"
        meta="A role says what people may do. A change counts from their next click."
        primary={mayCreate && <LinkButton href="/setup/roles/new">New role</LinkButton>}
      />
      <Section title="Your own roles">
        <RoleTable page={page} mayCreate={mayCreate} />
      </Section>
      <Section title="Fixed roles">
        <FixedRoleTable />
      </Section>
    </>
  );
}

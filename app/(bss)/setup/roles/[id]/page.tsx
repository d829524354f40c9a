import type { Metadata } from "next";
import { Link } from "@/components/layout/link";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { count } from "@/lib/domain/format/count";
import { staffPermissions } from "@/lib/domain/permissions";
import { may } from "@/lib/server/kernel/ctx";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { Section } from "../../../_components/section";
import { DeleteRole } from "../_components/delete-role";
import { EditRole } from "../_components/edit-role";
import { findShownRole } from "../_components/find-shown-role";
import { PermissionList } from "../_components/permission-list";

export async function generateMetadata({ params }: PageProps<"/setup/roles/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("user:read");
  return { title: (await found(findShownRole, ctx, (await params).id)).name };
}

export default async function RolePage({ params }: PageProps<"/setup/roles/[id]">) {
  const ctx = await requireCtx("user:read");
  const { id, name, permissions, own } = await found(findShownRole, ctx, (await params).id);
  const staff = permissions.some((permission) => staffPermissions.includes(permission));
  const maySave = may(ctx, "role:save");
  const withinReach = permissions.every((permission) => may(ctx, permission));
  return (
    <>
      <PageHeader
        title={name}
        meta={own ? peopleWords(own.people) : "This role is fixed. Every organization has it."}
        secondary={
          maySave &&
          staff && (
            <LinkButton href={`/setup/roles/new?from=${id}`} variant="default">
              Duplicate
            </LinkButton>
          )
        }
      />
      {own && maySave && withinReach ? (
        <EditRole role={own} />
      ) : (
        <>
          {own && maySave && (
            <p>This role allows more than you can do yourself. Ask an administrator to change it.</p>
          )}
          <PermissionList permissions={permissions} />
        </>
      )}
      {own && own.people > 0 && (
        <Section title="People">
          <Link href={`/setup/users?roleId=${id}`}>See who has this role</Link>
        </Section>
      )}
      {own && maySave && (
        <Section title="Delete">
          <DeleteRole role={own} />
        </Section>
      )}
    </>
  );
}

function peopleWords(people: number): string {
  if (people === 0) return "Nobody has this role.";
  return `${count(people, "person has", "people have")} this role. A change counts from their next click.`;
}

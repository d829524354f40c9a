import type { Metadata } from "next";
import { RelativeTime } from "@/components/format/relative-time";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session";
import { getUser } from "@/lib/server/users/queries/users";
import { found } from "../../../../_components/found";
import { Section } from "../../../_components/section";
import { AccessForm } from "../_components/access-form";
import { PasswordForm } from "../_components/password-form";
import { RoleForm } from "../_components/role-form";

export async function generateMetadata({ params }: PageProps<"/setup/users/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("user:read");
  return { title: (await found(getUser, ctx, (await params).id)).name };
}

export default async function UserPage({ params }: PageProps<"/setup/users/[id]">) {
  const ctx = await requireCtx("user:save");
  const user = await found(getUser, ctx, (await params).id);
  return (
    <>
      <PageHeader
        title={user.name}
        meta={
          <>
            <span>{user.active ? user.email : `${user.email}, deactivated`}</span>
            <span>
              {user.lastSignInAt ? (
                <>
                  Signed in <RelativeTime value={user.lastSignInAt} />
                </>
              ) : (
                "Never signed in"
              )}
            </span>
          </>
        }
      />
      <Section title="Role">
        <RoleForm user={user} />
      </Section>
      <Section title="Password">
        <PasswordForm user={user} />
      </Section>
      <Section title="Access">
        <AccessForm user={user} own={user.id === ctx.actor.id} />
      </Section>
    </>
  );
}

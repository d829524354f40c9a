import type { Metadata } from "next";
import { RelativeTime } from "@/components/format/relative-time";
import { PageHeader } from "@/components/layout/page-header";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { requireCtx } from "@/lib/server/sign-in/session";
import { getUser } from "@/lib/server/users/queries/users";
import { found } from "../../../../_components/found";
import { Section } from "../../../_components/section";
import { AccessForm } from "../_components/access-form";
import { Links } from "../_components/links";
import { RoleForm } from "../_components/role-form";
import { SecondFactorForm } from "../_components/second-factor-form";

export async function generateMetadata({ params }: PageProps<"/setup/users/[id]">): Promise<Metadata> {
  const ctx = await requireCtx("user:read");
  return { title: (await found(getUser, ctx, (await params).id)).name };
}

function stateOf({ active, invited }: { active: boolean; invited: boolean }): string {
  if (!active) return "deactivated";
  return invited ? "invited, not yet accepted" : "";
}

export default async function UserPage({ params }: PageProps<"/setup/users/[id]">) {
  const ctx = await requireCtx("user:save");
  const user = await found(getUser, ctx, (await params).id);
  const own = user.id === ctx.actor.id;
  return (
    <>
      <PageHeader
        title={user.name}
        meta={
          <>
            <span>{[user.email, stateOf(user)].filter(Boolean).join(", ")}</span>
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
      {user.active && (
        <Section title={user.invited ? "Invitation" : "Password"}>
          <Links user={user} own={own} mailIsSent={maySendMail()} />
        </Section>
      )}
      {user.active && !user.invited && (
        <Section title="Second factor">
          <SecondFactorForm user={user} own={own} />
        </Section>
      )}
      <Section title="Access">
        <AccessForm user={user} own={own} />
      </Section>
    </>
  );
}

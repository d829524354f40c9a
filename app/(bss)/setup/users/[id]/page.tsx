import type { Metadata } from "next";
import { RelativeTime } from "@/components/format/relative-time";
import { PageHeader } from "@/components/layout/page-header";
import { accountRoleLabels } from "@/lib/domain/account-role";
import { roleName } from "@/lib/domain/permissions";
import { config } from "@/lib/server/kernel/config";
import { may } from "@/lib/server/kernel/ctx";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { roleChoices } from "@/lib/server/roles/queries/roles";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { getUser, type UserDetail } from "@/lib/server/users/queries/users";
import { found } from "../../../../_components/found";
import { Facts } from "../../../_components/facts";
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

function linksTitle({ invited, singleSignOn }: UserDetail): string {
  if (invited) return "Invitation";
  return singleSignOn ? "Single sign-on" : "Password";
}

export default async function UserPage({ params }: PageProps<"/setup/users/[id]">) {
  const ctx = await requireCtx("user:read");
  const [user, choices] = await Promise.all([found(getUser, ctx, (await params).id), roleChoices(ctx)]);
  const maySave = may(ctx, "user:save");
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
      {maySave && user.withinReach ? (
        <>
          <Section title="Role">
            <RoleForm user={user} choices={choices} />
          </Section>
          {user.active && (
            <Section title={linksTitle(user)}>
              <Links
                user={user}
                own={own}
                mailIsSent={maySendMail()}
                provider={config().oidc?.name ?? null}
              />
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
      ) : (
        <>
          {maySave && (
            <p>
              {user.name} may do more than you, so somebody who may do as much can change their role and
              access.
            </p>
          )}
          <Facts
            facts={[
              { label: "Role", value: roleName(user.role, user.customRole?.name) },
              user.account && { label: "Account", value: user.account.name },
              user.accountRole !== null && {
                label: "Role in the account",
                value: accountRoleLabels[user.accountRole],
              },
            ]}
          />
        </>
      )}
    </>
  );
}

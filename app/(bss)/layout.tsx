import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { CurrentUserProvider } from "@/components/layout/current-user";
import { personOf } from "@/lib/server/profile/person";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { requireSession } from "@/lib/server/sign-in/session/session";
import { Zone } from "../_components/zone";
import { Frame } from "./_components/frame/frame";

/**
 * Draws the shell of BSS, for staff only. Each page asks for itself again, since a layout stays while people move
 * between pages.
 */
export default async function BssLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { ctx, user, roleName, organization } = session;
  const { others } = await listOwnOrganizations(personOf(session));
  const collapsed = (await cookies()).get("navigation")?.value === "collapsed";

  return (
    <CurrentUserProvider
      user={{
        id: user.id,
        name: user.name,
        email: user.email,
        role: user.role,
        roleName,
        permissions: ctx.actor.permissions,
        organization: organization.name,
        others,
      }}
    >
      <Zone timeZone={ctx.timeZone} companyTimeZone={organization.timeZone}>
        <Frame startsCollapsed={collapsed}>{children}</Frame>
      </Zone>
    </CurrentUserProvider>
  );
}

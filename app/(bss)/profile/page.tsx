import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { getSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import { getIdentities } from "@/lib/server/own-identities/queries/get-identities";
import { personOf } from "@/lib/server/profile/person";
import { getProfile } from "@/lib/server/profile/queries/get-profile";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { requireSession } from "@/lib/server/sign-in/session/session";
import { ProfileParts } from "../../_components/profile/profile-parts";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const session = await requireSession();
  const person = personOf(session);
  const { "single-sign-on": cameBack } = await searchParams;
  const [profile, factor, identities, { invitations }] = await Promise.all([
    getProfile(person),
    getSecondFactor(person),
    getIdentities(person),
    listOwnOrganizations(person),
  ]);
  return (
    <>
      <PageHeader title="Your profile" meta={`${session.roleName} · ${session.organization.name}`} />
      <ProfileParts {...{ profile, factor, identities, cameBack, invitations }} />
    </>
  );
}

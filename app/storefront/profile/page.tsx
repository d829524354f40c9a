import type { Metadata } from "next";
import { getSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import { getIdentities } from "@/lib/server/own-identities/queries/get-identities";
import { personOf } from "@/lib/server/profile/person";
import { getProfile } from "@/lib/server/profile/queries/get-profile";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { requireStorefrontSession } from "@/lib/server/sign-in/session/session";
import { ProfileParts } from "../../_components/profile/profile-parts";
import classes from "../_components/billing/billing.module.css";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage({ searchParams }: PageProps<"/storefront/profile">) {
  const person = personOf(await requireStorefrontSession());
  const { "single-sign-on": cameBack } = await searchParams;
  const [profile, factor, identities, { invitations }] = await Promise.all([
    getProfile(person),
    getSecondFactor(person),
    getIdentities(person),
    listOwnOrganizations(person),
  ]);
  return (
    <>
      <h1 className={classes.title}>Your profile</h1>
      <ProfileParts {...{ profile, factor, identities, cameBack, invitations }} />
    </>
  );
}

import type { Metadata } from "next";
import { getSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import { personOf } from "@/lib/server/profile/person";
import { getProfile } from "@/lib/server/profile/queries/get-profile";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { requireStorefrontSession } from "@/lib/server/sign-in/session";
import { ProfileParts } from "../../_components/profile/profile-parts";
import classes from "../_components/billing/billing.module.css";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage() {
  const person = personOf(await requireStorefrontSession());
  const [profile, factor, { invitations }] = await Promise.all([
    getProfile(person),
    getSecondFactor(person),
    listOwnOrganizations(person),
  ]);
  return (
    <>
      <h1 className={classes.title}>Your profile</h1>
      <ProfileParts profile={profile} factor={factor} invitations={invitations} />
    </>
  );
}

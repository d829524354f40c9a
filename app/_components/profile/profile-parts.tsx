import type { OwnSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import type { OwnIdentities } from "@/lib/server/own-identities/queries/get-identities";
import type { Profile } from "@/lib/server/profile/queries/get-profile";
import type { OwnOrganization } from "@/lib/server/profile/queries/organizations";
import { OwnFactors } from "../second-factor/own-factors";
import { EmailPart } from "./email-part";
import { IdentitiesPart } from "./identities-part";
import { InvitationsPart } from "./invitations-part";
import { NamePart } from "./name-part";
import { PasswordPart } from "./password-part";
import classes from "./profile-form.module.css";

interface ProfilePartsProps {
  profile: Profile;
  factor: OwnSecondFactor;
  identities: OwnIdentities;
  /** Is what the address says of a way to the identity provider and back. */
  cameBack: string | string[] | undefined;
  /** Holds the organizations that invite the person. */
  invitations: readonly OwnOrganization[];
}

/** Draws what people may change of themselves, in BSS and in the Storefront. */
export function ProfileParts({ profile, factor, identities, cameBack, invitations }: ProfilePartsProps) {
  return (
    <div className={classes.parts}>
      {invitations.length > 0 && <InvitationsPart invitations={invitations} />}
      <NamePart name={profile.name} />
      {profile.hasPassword ? (
        <PasswordPart email={profile.email} />
      ) : (
        <section>
          <h2 className={classes.title}>Password</h2>
          <p>You sign in elsewhere, so you have no password here.</p>
        </section>
      )}
      <section id="second-factor" aria-labelledby="second-factor-title">
        <h2 id="second-factor-title" className={classes.title}>
          Second factor
        </h2>
        <OwnFactors factor={factor} />
      </section>
      <IdentitiesPart identities={identities} told={cameBack} />
      <EmailPart profile={profile} />
    </div>
  );
}

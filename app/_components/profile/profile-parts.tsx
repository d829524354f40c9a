import type { Profile } from "@/lib/server/profile/queries/get-profile";
import { EmailPart } from "./email-part";
import { NamePart } from "./name-part";
import { PasswordPart } from "./password-part";
import classes from "./profile-form.module.css";

/** Draws what people may change of themselves, in BSS and in the Storefront. */
export function ProfileParts({ profile }: { profile: Profile }) {
  return (
    <div className={classes.parts}>
      <NamePart name={profile.name} />
      {profile.hasPassword ? (
        <PasswordPart email={profile.email} />
      ) : (
        <section>
          <h2 className={classes.title}>Password</h2>
          <p>You sign in elsewhere, so you have no password here.</p>
        </section>
      )}
      <EmailPart profile={profile} />
    </div>
  );
}

import { Callout } from "@/components/feedback/callout";
import type { OwnIdentities as Identities } from "@/lib/server/own-identities/queries/get-identities";
import { cameBack } from "../single-sign-on/came-back";
import { OwnIdentities } from "../single-sign-on/own-identities";
import profile from "./profile-form.module.css";

interface IdentitiesPartProps {
  identities: Identities;
  /** Is what the address says of a way to the identity provider and back. */
  told: string | string[] | undefined;
}

/** Draws the part of the profile about single sign-on, where there is any. */
export function IdentitiesPart({ identities, told }: IdentitiesPartProps) {
  const said = cameBack(told);
  if (identities.provider === null && identities.linked.length === 0) return null;
  return (
    <section id="single-sign-on" aria-labelledby="single-sign-on-title">
      <h2 id="single-sign-on-title" className={profile.title}>
        Single sign-on
      </h2>
      {said && (
        <div className={profile.told}>
          <Callout tone={said.linked ? "done" : "problem"}>{said.words}</Callout>
        </div>
      )}
      <OwnIdentities identities={identities} />
    </section>
  );
}

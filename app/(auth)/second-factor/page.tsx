import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/layout/link-button";
import { leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { getSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import { personOf } from "@/lib/server/profile/person";
import { landingPath } from "@/lib/server/sign-in/admit-here";
import { anySession } from "@/lib/server/sign-in/session/session";
import { OwnFactors } from "../../_components/second-factor/own-factors";
import { Panel } from "../_components/panel";
import { SignOutForm } from "../_components/sign-out-form";

export const metadata: Metadata = { title: "Set up a second factor" };

/** Is all that people see whose organization requires a second factor, until their session has one. */
export default async function SetUpSecondFactorPage({ searchParams }: PageProps<"/second-factor">) {
  const next = safeNextPath((await searchParams).next);
  const session = await anySession();
  if (!session) redirect(leadingOn("/login", next));
  const factor = await getSecondFactor(personOf(session));
  const wanted = landingPath(session.user.role, next);
  if (!session.lacksFactor && !session.signedInWithFactor) redirect(wanted);
  if (!session.lacksFactor) {
    return (
      <Panel title="Your second factor is set up">
        <p>From now on, {session.organization.name} asks for it when you sign in.</p>
        <LinkButton href={wanted} fullWidth>
          Go on
        </LinkButton>
      </Panel>
    );
  }
  const has = factor.appSince !== null || factor.passkeys.length > 0;
  return (
    <Panel title={has ? "Sign in again" : "Set up a second factor"}>
      <p>
        {session.organization.name} requires a second factor of you.{" "}
        {has
          ? "You have one, but this session began without it. Sign out, and sign in with it."
          : "Set up an authenticator app or a passkey, and you can go on."}
      </p>
      {!has && <OwnFactors factor={factor} />}
      <SignOutForm next={next} />
    </Panel>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/layout/link";
import { isStaff } from "@/lib/domain/permissions";
import { config } from "@/lib/server/kernel/config";
import { getIdentities } from "@/lib/server/own-identities/queries/get-identities";
import { personOf } from "@/lib/server/profile/person";
import { listOwnOrganizations } from "@/lib/server/profile/queries/organizations";
import { currentSession, signInPath } from "@/lib/server/sign-in/session/session";
import classes from "../_components/auth.module.css";
import { Panel } from "../_components/panel";
import { SignOutForm } from "../_components/sign-out-form";

export const metadata: Metadata = { title: "Joined" };

/**
 * Tells somebody who has joined an organization why their session does not go there, and what does. See docs/domain.md, section 7,
 * "Invitations".
 */
export default async function JoinedPage({ searchParams }: PageProps<"/joined">) {
  const { organization, why } = await searchParams;
  const session = await currentSession();
  if (!session) redirect(await signInPath());
  const person = personOf(session);
  const { others } = await listOwnOrganizations(person);
  const joined = others.find(({ id }) => id === organization);
  if (!joined) redirect("/");

  const way = config().oidc?.name ?? "single sign-on";
  const linked = (await getIdentities(person)).linked.some(({ name }) => name !== null);
  const signsOut = why === "lacks_single_sign_on" && linked;
  return (
    <Panel title={`You have joined ${joined.name}`}>
      {why === "lacks_single_sign_on" ? (
        <p>
          {joined.name} accepts only {way}, and your session began in another way.{" "}
          {linked
            ? `Sign out, and continue with ${way}.`
            : `Link your account at ${way} in your profile. Then go to ${joined.name} by the menu behind your name.`}
        </p>
      ) : (
        <p>
          {joined.name} requires a second factor, and your session began without one. Set one up in your
          profile. Then go to {joined.name} by the menu behind your name.
        </p>
      )}
      {signsOut ? (
        <SignOutForm next={null} />
      ) : (
        <p className={classes.inText}>
          <Link href={isStaff(session.user.role) ? "/profile" : "/storefront/profile"}>
            Open your profile
          </Link>
        </p>
      )}
      <p className={`${classes.aside} ${classes.inText}`}>
        <Link href="/">Stay in {session.organization.name}</Link>
      </p>
    </Panel>
  );
}

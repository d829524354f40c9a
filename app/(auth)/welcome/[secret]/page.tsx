import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { Callout } from "@/components/feedback/callout";
import { Link } from "@/components/layout/link";
import { lookAtLink } from "@/lib/server/doors/link";
import { config } from "@/lib/server/kernel/config";
import { currentSession } from "@/lib/server/sign-in/session/session";
import { AcceptByIdentity } from "../../_components/accept-by-identity";
import { signOutForLinkAction } from "../../_components/actions";
import classes from "../../_components/auth.module.css";
import { ChoosePasswordForm } from "../../_components/choose-password-form";
import { JoinForm } from "../../_components/join-form";
import { LinkOverNotice } from "../../_components/link-over";
import { Panel } from "../../_components/panel";
import { SingleSignOnOnly } from "../../_components/single-sign-on-only";

export const metadata: Metadata = { title: "Welcome", referrer: "same-origin" };

/**
 * Asks the same of everybody who is not signed in, so that its holder does not learn from the page alone whether the person is
 * in another organization. See docs/domain.md, section 7, "Invitations".
 */
export default async function WelcomePage({ params }: PageProps<"/welcome/[secret]">) {
  const { secret } = await params;
  const [link, session] = [await lookAtLink("invitation", secret), await currentSession()];
  if ("over" in link) {
    return (
      <Panel title="Welcome">
        <LinkOverNotice
          words={link.words}
          newLink={
            link.over === "used"
              ? "If you have accepted the invitation, sign in."
              : "An administrator can send you a new link."
          }
        />
      </Panel>
    );
  }
  const { name, email, organization, personId, singleSignOnOnly } = link.open;
  if (session?.personId === personId) {
    return (
      <Panel title={`Join ${organization}`}>
        <p>
          You sign in with {email}, as you do now, and keep your password. In the menu behind your name you go
          from one organization to the other.
        </p>
        {singleSignOnOnly && (
          <p>
            {organization} accepts only {config().oidc?.name ?? "single sign-on"}, so only a session that
            began with it goes there.
          </p>
        )}
        <JoinForm secret={secret} organization={organization} />
      </Panel>
    );
  }
  if (session) {
    return (
      <Panel title={`Welcome, ${name}`}>
        <Callout tone="problem">
          You are signed in as {session.user.email}. This invitation to {organization} is for {email}.
        </Callout>
        <form action={signOutForLinkAction} className={classes.form}>
          <input type="hidden" name="secret" value={secret} />
          <Button type="submit" fullWidth>
            Sign out to go on
          </Button>
        </form>
      </Panel>
    );
  }
  const { oidc } = config();
  if (singleSignOnOnly) {
    return (
      <Panel title={`Welcome, ${name}`}>
        <SingleSignOnOnly {...{ organization, secret }} purpose="invitation" provider={oidc?.name ?? null} />
      </Panel>
    );
  }
  return (
    <Panel title={`Welcome, ${name}`}>
      <p>
        Choose a password for {organization}. You sign in with {email}.
      </p>
      <ChoosePasswordForm secret={secret} purpose="invitation" email={email} />
      {oidc && (
        <>
          <p className={classes.aside}>
            You can also use your account at {oidc.name}. Then you need no password here.
          </p>
          <AcceptByIdentity purpose="invitation" secret={secret} provider={oidc.name} />
        </>
      )}
      <p className={`${classes.aside} ${classes.inText}`}>
        Do you already sign in with {email}, in another organization? Then keep your password.{" "}
        <Link href={`/login?next=${encodeURIComponent(`/welcome/${secret}`)}`} prefetch={false}>
          Sign in to join
        </Link>
      </p>
    </Panel>
  );
}

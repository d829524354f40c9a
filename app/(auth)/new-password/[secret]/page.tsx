import type { Metadata } from "next";
import { lookAtLink } from "@/lib/server/doors/link";
import { config } from "@/lib/server/kernel/config";
import { ChoosePasswordForm } from "../../_components/choose-password-form";
import { LinkOverNotice } from "../../_components/link-over";
import { Panel } from "../../_components/panel";
import { SingleSignOnOnly } from "../../_components/single-sign-on-only";

export const metadata: Metadata = { title: "New password", referrer: "same-origin" };

export default async function NewPasswordPage({ params }: PageProps<"/new-password/[secret]">) {
  const { secret } = await params;
  const link = await lookAtLink("password", secret);
  if ("over" in link) {
    return (
      <Panel title="New password">
        <LinkOverNotice
          words={link.words}
          newLink={
            link.over === "used"
              ? "If you have chosen a new password, sign in with it."
              : "Ask for a new link where you sign in."
          }
        />
      </Panel>
    );
  }
  const { email, organization, singleSignOnOnly } = link.open;
  if (singleSignOnOnly) {
    const provider = config().oidc?.name ?? null;
    return (
      <Panel title="Link your account">
        <SingleSignOnOnly {...{ organization, secret, provider }} purpose="password" />
      </Panel>
    );
  }
  return (
    <Panel title="New password">
      <p>
        Choose a new password for {organization}. You sign in with {email}. All your sessions end.
      </p>
      <ChoosePasswordForm secret={secret} purpose="password" email={email} />
    </Panel>
  );
}

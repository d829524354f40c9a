import type { Metadata } from "next";
import { lookAtLink } from "@/lib/server/doors/link";
import { ChoosePasswordForm } from "../../_components/choose-password-form";
import { LinkOverNotice } from "../../_components/link-over";
import { Panel } from "../../_components/panel";

export const metadata: Metadata = { title: "Welcome", referrer: "same-origin" };

export default async function WelcomePage({ params }: PageProps<"/welcome/[secret]">) {
  const { secret } = await params;
  const link = await lookAtLink("invitation", secret);
  if ("over" in link) {
    return (
      <Panel title="Welcome">
        <LinkOverNotice
          words={link.words}
          newLink={
            link.over === "used"
              ? "If you have chosen your password, sign in with it."
              : "An administrator can send you a new link."
          }
        />
      </Panel>
    );
  }
  const { name, email, organization } = link.open;
  return (
    <Panel title={`Welcome, ${name}`}>
      <p>
        Choose a password for {organization}. You sign in with {email}.
      </p>
      <ChoosePasswordForm secret={secret} purpose="invitation" email={email} />
    </Panel>
  );
}

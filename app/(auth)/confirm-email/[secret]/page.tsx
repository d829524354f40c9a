import type { Metadata } from "next";
import { lookAtLink } from "@/lib/server/doors/link";
import { ConfirmEmailForm } from "../../_components/confirm-email-form";
import { LinkOverNotice } from "../../_components/link-over";
import { Panel } from "../../_components/panel";

export const metadata: Metadata = { title: "Confirm your email address", referrer: "same-origin" };

export default async function ConfirmEmailPage({ params }: PageProps<"/confirm-email/[secret]">) {
  const { secret } = await params;
  const link = await lookAtLink("email", secret);
  if ("over" in link) {
    return (
      <Panel title="Confirm your email address">
        <LinkOverNotice
          words={link.words}
          newLink={
            link.over === "used"
              ? "If you have confirmed the address, sign in with it."
              : "Ask for the change again in your profile."
          }
        />
      </Panel>
    );
  }
  const { email, newEmail } = link.open;
  return (
    <Panel title="Confirm your email address">
      <ConfirmEmailForm secret={secret} newEmail={newEmail ?? email} />
    </Panel>
  );
}

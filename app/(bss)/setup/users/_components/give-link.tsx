"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import type { ActionResult } from "@/lib/schemas/action-result";
import { sendLinkAction } from "../actions";

// The link is shown once, and only where no email is sent.
const LinkDialog = dynamic(
  () => import("../../../../_components/link-dialog").then((module) => module.LinkDialog),
  { ssr: false },
);

interface GiveLinkProps {
  user: { id: string; name: string };
  /** Labels the button, such as "Make a new link". */
  verb: string;
  /** Makes the link, by default one with which the person chooses a password. */
  make?: (input: { id: string }) => Promise<ActionResult<{ link: string | null }>>;
  compact?: boolean;
  onGiven?: () => void;
}

/** Gives a person a new link: by email, or in a dialog where no email is sent. */
export function GiveLink({ user, verb, make = sendLinkAction, compact, onGiven }: GiveLinkProps) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const { run, pending } = useAction(make);

  const give = async () => {
    const result = await run({ id: user.id });
    if (!result.ok) return notifyFailure(result);
    if (result.value.link === null) {
      notify(`We email a link to ${user.name}`);
      router.refresh();
      onGiven?.();
    } else {
      setLink(result.value.link);
    }
  };
  const done = () => {
    setLink(null);
    router.refresh();
    onGiven?.();
  };
  return (
    <>
      <PendingButton
        variant="default"
        pending={pending}
        onClick={give}
        {...(compact && { size: "compact-sm", "aria-label": `${verb} for ${user.name}` })}
      >
        {verb}
      </PendingButton>
      {link !== null && <LinkDialog name={user.name} link={link} onClose={done} />}
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import type { OwnOrganization } from "@/lib/server/profile/queries/organizations";
import { declineInvitationAction, joinOrganizationAction } from "./actions";
import classes from "./profile-form.module.css";

/** Shows the invitations of other organizations, which a person accepts or declines. */
export function InvitationsPart({ invitations }: { invitations: readonly OwnOrganization[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        Invitations
      </h2>
      <ul className={classes.invitations}>
        {invitations.map((organization) => (
          <InvitationItem key={organization.id} organization={organization} />
        ))}
      </ul>
    </section>
  );
}

function InvitationItem({ organization: { id, name } }: { organization: OwnOrganization }) {
  const router = useRouter();
  const join = useAction(joinOrganizationAction);
  const decline = useAction(declineInvitationAction);

  const answer = async (action: typeof join | typeof decline, words: string) => {
    const result = await action.run({ organizationId: id });
    if (!result.ok) return;
    notify(words);
    router.refresh();
  };
  return (
    <li className={classes.part}>
      <FailureAlert failure={join.failure ?? decline.failure} />
      <p>{name} invites you. You keep your password, and go there by the menu behind your name.</p>
      <div className={classes.buttons}>
        <PendingButton
          pending={join.pending}
          onClick={() => answer(join, `You have joined ${name}. Switch to it in the menu behind your name.`)}
        >
          Join {name}
        </PendingButton>
        <PendingButton
          variant="default"
          pending={decline.pending}
          aria-label={`Decline the invitation to ${name}`}
          onClick={() => answer(decline, `You have declined the invitation to ${name}`)}
        >
          Decline
        </PendingButton>
      </div>
    </li>
  );
}

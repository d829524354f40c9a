"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { accountRoleLabels } from "@/lib/domain/account-role";
import type { ColleagueRow } from "@/lib/server/storefront/people/queries/list-colleagues";
import { LinkDialog } from "../../../_components/link-dialog";
import {
  activateColleagueAction,
  deactivateColleagueAction,
  sendColleagueLinkAction,
  setAccountRoleAction,
} from "../../people/actions";
import { AccountRoleSelect } from "./account-role-select";
import classes from "./colleagues.module.css";

interface ColleagueActionsProps {
  colleague: ColleagueRow;
  own: boolean;
  mailIsSent: boolean;
}

/** Offers what can be done about one person of the account. Nobody deactivates themselves. */
export function ColleagueActions({ colleague, own, mailIsSent }: ColleagueActionsProps) {
  const { name, active, invited } = colleague;
  const [asking, setAsking] = useState<"role" | "deactivate" | null>(null);
  const close = () => setAsking(null);
  return (
    <div className={classes.actions}>
      {active && invited && <NewLink colleague={colleague} mailIsSent={mailIsSent} />}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Change role of ${name}`}
        onClick={() => setAsking("role")}
      >
        Change role
      </Button>
      {!active && <Activate colleague={colleague} />}
      {active && !own && (
        <Button
          size="compact-sm"
          variant="default"
          c="var(--danger)"
          aria-label={`Deactivate ${name}`}
          onClick={() => setAsking("deactivate")}
        >
          Deactivate
        </Button>
      )}
      {asking === "role" && <RoleDialog colleague={colleague} onClose={close} />}
      {asking === "deactivate" && <DeactivateDialog colleague={colleague} onClose={close} />}
    </div>
  );
}

type OfColleague = { colleague: ColleagueRow };

function RoleDialog({
  colleague: { id, name, version, ...colleague },
  onClose,
}: OfColleague & { onClose: () => void }) {
  const [accountRole, setAccountRole] = useState(colleague.accountRole);
  const change = useAction(setAccountRoleAction);
  const done = useDone(onClose);
  const submit = async () => {
    const result = await change.run({ id, version, accountRole });
    if (result.ok) done(`${name} is ${accountRoleLabels[accountRole]} now`);
  };
  return (
    <Dialog title={`Role of ${name}`} onClose={onClose}>
      <DialogForm
        verb="Save role"
        pending={change.pending}
        failure={change.failure}
        onSubmit={submit}
        onClose={onClose}
      >
        <AccountRoleSelect value={accountRole} onChange={setAccountRole} />
        <p>The change counts from their next click.</p>
      </DialogForm>
    </Dialog>
  );
}

function DeactivateDialog({
  colleague: { id, name, version },
  onClose,
}: OfColleague & { onClose: () => void }) {
  const deactivate = useAction(deactivateColleagueAction);
  const done = useDone(onClose);
  const submit = async () => {
    const result = await deactivate.run({ id, version });
    if (result.ok) done(`${name} is deactivated`);
  };
  return (
    <Dialog title={`Deactivate ${name}`} onClose={onClose}>
      <DialogForm
        verb="Deactivate"
        danger
        pending={deactivate.pending}
        failure={deactivate.failure}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>
          {name} is signed out everywhere at once. What they ordered stays, and you can activate them again.
        </p>
      </DialogForm>
    </Dialog>
  );
}

function Activate({ colleague: { id, name, version } }: OfColleague) {
  const router = useRouter();
  const { run, pending } = useAction(activateColleagueAction);
  const activate = async () => {
    const result = await run({ id, version });
    if (result.ok) notify(`${name} can sign in again`);
    else notifyFailure(result);
    router.refresh();
  };
  return (
    <PendingButton
      size="compact-sm"
      variant="default"
      pending={pending}
      aria-label={`Activate ${name}`}
      onClick={activate}
    >
      Activate
    </PendingButton>
  );
}

function NewLink({ colleague: { id, name }, mailIsSent }: OfColleague & { mailIsSent: boolean }) {
  const [link, setLink] = useState<string | null>(null);
  const { run, pending } = useAction(sendColleagueLinkAction);
  const verb = mailIsSent ? "Send a new link" : "Make a new link";
  const give = async () => {
    const result = await run({ id });
    if (!result.ok) return notifyFailure(result);
    if (result.value.link === null) notify(`We email a link to ${name}`);
    else setLink(result.value.link);
  };
  return (
    <>
      <PendingButton
        size="compact-sm"
        variant="default"
        pending={pending}
        aria-label={`${verb} for ${name}`}
        onClick={give}
      >
        {verb}
      </PendingButton>
      {link !== null && <LinkDialog name={name} link={link} onClose={() => setLink(null)} />}
    </>
  );
}

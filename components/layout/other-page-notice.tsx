"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { SignedInNow } from "@/lib/schemas/page-of";
import { notifyProblem } from "../feedback/notify";
import { PendingButton } from "../feedback/pending-button";
import { isStillOwn } from "../page-owner/page-owner";
import { switchTo } from "../page-owner/switch-to";
import classes from "./other-page-notice.module.css";

/** Says that the page belongs to another organization than the one in which the person is now. What is typed stays. */
export function OtherPageNotice({ other }: { other: SignedInNow }) {
  const [pending, setPending] = useState(false);
  const { returnTo, organization } = other;

  const goBack = async (organizationId: string) => {
    setPending(true);
    const result = await switchTo(organizationId, { leaves: false });
    if (!result.ok) notifyProblem(result.message);
    await isStillOwn();
    setPending(false);
  };
  return (
    <div role="alert" className={classes.notice}>
      <p>{other.other}</p>
      <div className={classes.buttons}>
        {returnTo && (
          <PendingButton size="compact-sm" pending={pending} onClick={() => goBack(returnTo.id)}>
            Go back to {returnTo.name}
          </PendingButton>
        )}
        <Button size="compact-sm" variant="default" component="a" href="/">
          Open {organization}
        </Button>
      </div>
    </div>
  );
}

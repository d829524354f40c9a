"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify, notifyProblem } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { approveOrderAction } from "../approvals/actions";
import classes from "./decide.module.css";

const DeclineDialog = dynamic(() => import("./decline-dialog").then((module) => module.DeclineDialog), {
  ssr: false,
});

/** Approve or cancel a customer's order, in the queue and on its page. */
export function Decide({ code }: { code: string }) {
  const router = useRouter();
  const approving = useAction(approveOrderAction);
  const [declining, setDeclining] = useState<"never" | "open" | "closed">("never");

  const approve = async () => {
    const result = await approving.run({ code });
    if (!result.ok) notifyProblem(result.message);
    else if (result.value.heldBy.length === 0) notify(`Order ${code} approved and carried out`);
    else notify(`Order ${code} approved. It waits for something else, which its page tells`);
    router.refresh();
  };

  return (
    <div className={classes.buttons}>
      <Button loading={approving.pending} onClick={approve} aria-describedby={`order-${code}`}>
        Approve
      </Button>
      <Button variant="default" onClick={() => setDeclining("open")} aria-describedby={`order-${code}`}>
        Cancel
      </Button>
      <span id={`order-${code}`} hidden>
        Order {code}
      </span>
      {declining !== "never" && (
        <DeclineDialog code={code} opened={declining === "open"} onClose={() => setDeclining("closed")} />
      )}
    </div>
  );
}

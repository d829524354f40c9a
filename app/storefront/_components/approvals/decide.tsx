"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import classes from "./decide.module.css";
import type { Decision, Seen } from "./decide-dialog";

const DecideDialog = dynamic(() => import("./decide-dialog").then((module) => module.DecideDialog), {
  ssr: false,
});

/** Lets a reseller approve or cancel a customer's order, in the queue and on its page. */
export function Decide({ code, ...seen }: { code: string } & Seen) {
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <div className={classes.buttons}>
      <Button onClick={() => setDecision("approve")} aria-describedby={`order-${code}`}>
        Approve
      </Button>
      <Button variant="default" onClick={() => setDecision("cancel")} aria-describedby={`order-${code}`}>
        Cancel
      </Button>
      <span id={`order-${code}`} hidden>
        Order {code}
      </span>
      {decision && (
        <DecideDialog code={code} seen={seen} decision={decision} onClose={() => setDecision(null)} />
      )}
    </div>
  );
}

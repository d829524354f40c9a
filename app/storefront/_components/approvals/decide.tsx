"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import classes from "./decide.module.css";
import type { Decision, Seen } from "./decide-dialog";

const DecideDialog = dynamic(() => import("./decide-dialog").then((module) => module.DecideDialog), {
  ssr: false,
});

/** Approve or cancel a customer's order, in the queue and on its page. */
export function Decide({ code, ...seen }: { code: string } & Seen) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [opened, setOpened] = useState(false);
  const [times, setTimes] = useState(0);
  const ask = (about: Decision) => {
    setDecision(about);
    setOpened(true);
    setTimes(times + 1);
  };

  return (
    <div className={classes.buttons}>
      <Button onClick={() => ask("approve")} aria-describedby={`order-${code}`}>
        Approve
      </Button>
      <Button variant="default" onClick={() => ask("cancel")} aria-describedby={`order-${code}`}>
        Cancel
      </Button>
      <span id={`order-${code}`} hidden>
        Order {code}
      </span>
      {decision && (
        <DecideDialog
          key={`${decision} ${times}`}
          code={code}
          seen={seen}
          decision={decision}
          opened={opened}
          onClose={() => setOpened(false)}
        />
      )}
    </div>
  );
}

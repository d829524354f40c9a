"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";

// Few people replay events, and the page weighs less without the dialog.
const ReplayDialog = dynamic(() => import("./replay-dialog").then((module) => module.ReplayDialog), {
  ssr: false,
});

/** Delivers the events of some time again. */
export function Replay({ webhook }: { webhook: WebhookRow }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Replay events
      </Button>
      {asking && <ReplayDialog webhook={webhook} onClose={() => setAsking(false)} />}
    </>
  );
}

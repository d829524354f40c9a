"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import classes from "../../../_components/form/form.module.css";

const RevokeKeyDialog = dynamic(
  () => import("./revoke-key-dialog").then((module) => module.RevokeKeyDialog),
  { ssr: false },
);

export function RevokeKey({ apiKey }: { apiKey: ApiKeyRow }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.form}>
      <p>A revoked key stops working at once and for good. What it did stays in the history.</p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Revoke key
        </Button>
      </div>
      {asking && <RevokeKeyDialog apiKey={apiKey} onClose={() => setAsking(false)} />}
    </div>
  );
}

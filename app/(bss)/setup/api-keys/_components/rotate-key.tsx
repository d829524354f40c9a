"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import classes from "../../../_components/form/form.module.css";

const Secret = dynamic(() => import("../../../../_components/secret").then((module) => module.Secret), {
  ssr: false,
});
const RotateKeyDialog = dynamic(
  () => import("./rotate-key-dialog").then((module) => module.RotateKeyDialog),
  { ssr: false },
);

/** Replaces the secret of a key, and shows the new one once. */
export function RotateKey({ apiKey }: { apiKey: ApiKeyRow }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  const rotated = (made: string | null) => {
    setAsking(false);
    setSecret(made);
    router.refresh();
  };
  return (
    <div className={classes.form}>
      {secret ? (
        <Secret key={secret} secret={secret} label="API key" />
      ) : (
        <p>
          The secret begins with {apiKey.prefix}. It was shown when it was made, and we can't show it again.
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          Rotate key
        </Button>
      </div>
      {asking && <RotateKeyDialog apiKey={apiKey} onRotated={rotated} onClose={() => setAsking(false)} />}
    </div>
  );
}

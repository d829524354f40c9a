"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { ProblemText } from "@/components/feedback/problem-text";
import { useAction } from "@/components/form/use-action";
import { logoLimits, logoTypes } from "@/lib/domain/values/logo";
import type { Company } from "@/lib/server/organizations/queries/get-company";
import { saveLogoAction } from "../actions";
import classes from "./logo-form.module.css";

/** Shows the logo and replaces it. A chosen picture is saved at once, since there is nothing else to save. */
export function LogoForm({ logo, name }: { logo: Company["logo"]; name: string }) {
  const router = useRouter();
  const file = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const save = useAction(saveLogoAction);
  const send = async (picture: string | null, done: string) => {
    const result = await save.run({ picture, replaces: logo?.id ?? null });
    if (result.ok) notify(done);
    if (result.ok || result.reason === "conflict") router.refresh();
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = currentTarget.files?.[0];
    // People can choose the same file again after they have mended it.
    currentTarget.value = "";
    if (!chosen) return;
    setTooLarge(chosen.size > logoLimits.bytes);
    if (chosen.size <= logoLimits.bytes) await send(await base64Of(chosen), "Logo saved");
  };

  return (
    <div className={classes.panel}>
      <div className={classes.frame}>
        {logo ? (
          // biome-ignore lint/performance/noImgElement: its bytes are the database's, and it is small
          <img src={`/logo/${logo.id}`} alt={`Logo of ${name}`} className={classes.logo} />
        ) : (
          <span className={classes.none}>{name}</span>
        )}
      </div>
      <div className={classes.side}>
        <p className={classes.hint}>
          PNG or JPEG, at most 256 KB. The Storefront, emails and documents show it. Without a logo they show
          the name.
        </p>
        <div className={classes.buttons}>
          <input
            ref={file}
            type="file"
            accept={logoTypes.join(",")}
            aria-label="Logo file"
            tabIndex={-1}
            className={classes.file}
            onChange={choose}
          />
          <PendingButton variant="default" pending={save.pending} onClick={() => file.current?.click()}>
            {logo ? "Replace logo" : "Choose logo"}
          </PendingButton>
          {logo && (
            <Button variant="default" disabled={save.pending} onClick={() => send(null, "Logo removed")}>
              Remove logo
            </Button>
          )}
        </div>
        {tooLarge ? (
          <ProblemText>This picture is larger than 256 KB. Choose a smaller one.</ProblemText>
        ) : (
          <FailureAlert failure={save.failure} />
        )}
      </div>
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

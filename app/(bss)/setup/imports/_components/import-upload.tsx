"use client";

import { NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { DownloadButton } from "@/components/layout/download-button";
import { type ImportSubject, importSubjects } from "@/lib/domain/import-subject";
import { formatOfName, uploadType } from "@/lib/domain/imports/import";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import classes from "./imports.module.css";
import { subjectLabels } from "./words";

/** Takes a file by button or by drop, and leads to its check. */
export function ImportUpload() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const holds = useRef<HTMLSelectElement>(null);
  const [subject, setSubject] = useState<ImportSubject>("accounts");
  const [over, setOver] = useState(false);
  const upload = useAction(send);
  const take = async (file: File | undefined) => {
    if (!file) return;
    // What the list shows counts. The state can be a render behind it, above all while the page's scripts start.
    const result = await upload.run(subjectNamed(holds.current?.value) ?? subject, file);
    if (result.ok) router.push(`/setup/imports/${result.value.importId}`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!upload.pending) void take(event.dataTransfer.files[0]);
  };

  return (
    <section className={classes.upload} aria-label="New import">
      <NativeSelect
        ref={holds}
        label="The file holds"
        description="Import accounts and products before the orders and opening balances that name them."
        data={importSubjects.map((value) => ({ value, label: subjectLabels[value] }))}
        value={subject}
        onChange={({ currentTarget: { value } }) => setSubject(subjectNamed(value) ?? subject)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop a CSV or NDJSON file here, or choose one. We check it before anything is imported.</p>
        <div className={classes.buttons}>
          <input
            ref={input}
            type="file"
            accept=".csv,.ndjson,.jsonl"
            aria-label="Import file"
            tabIndex={-1}
            className={classes.file}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // People can choose the same file again after they have corrected it.
              currentTarget.value = "";
              void take(file);
            }}
          />
          <PendingButton pending={upload.pending} onClick={() => input.current?.click()}>
            Choose file
          </PendingButton>
          <DownloadButton href={`/setup/imports/samples/${subject}`}>Download sample</DownloadButton>
        </div>
        <FailureAlert failure={upload.failure}>{upload.failure && wordsOf(upload.failure)}</FailureAlert>
      </div>
    </section>
  );
}

function subjectNamed(name: string | undefined): ImportSubject | undefined {
  return importSubjects.find((one) => one === name);
}

/** Prefers what is wrong with the file to saying that something is. */
function wordsOf({ message, problems }: ActionFailure): string {
  return problems.map((problem) => problem.message).join(" ") || message;
}

async function send(subject: ImportSubject, file: File): Promise<ActionResult<{ importId: string }>> {
  if (!formatOfName(file.name))
    return failed("The name of the file must end with .csv, .ndjson or .jsonl. Choose such a file.");
  const address = `/setup/imports/upload?${new URLSearchParams({ subject, name: file.name })}`;
  const response = await fetch(address, {
    method: "POST",
    body: file,
    headers: { "content-type": uploadType },
  });
  return response.ok ? response.json() : failed(await response.text());
}

function failed(message: string): ActionFailure {
  return { ok: false, reason: "refused", message, problems: [] };
}

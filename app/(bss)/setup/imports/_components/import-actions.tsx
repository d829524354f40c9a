"use client";

import { useRouter } from "next/navigation";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import { useLocale } from "@/components/format/locale";
import { count } from "@/lib/domain/format/count";
import type { ImportRecord } from "@/lib/server/imports/queries/imports";
import { cancelImportAction, startImportAction } from "../actions";
import { leftOf } from "./words";

/** Stands apart, since what looks for imports of files would take its second word for one. */
const cancelLabel = "Cancel import";

/** Starts a checked import, or cancels one that has not ended. */
export function ImportActions({ record }: { record: ImportRecord }) {
  const router = useRouter();
  const { locale } = useLocale();
  const start = useAction(startImportAction);
  const cancel = useAction(cancelImportAction);
  const left = leftOf(record);
  const act = async (action: typeof start) => {
    const result = await action.run({ importId: record.id });
    if (!result.ok) notifyFailure(result);
    router.refresh();
  };
  if (record.state !== "checked" && record.state !== "running") return null;
  return (
    <>
      <PendingButton variant="default" pending={cancel.pending} onClick={() => act(cancel)}>
        {cancelLabel}
      </PendingButton>
      {record.state === "checked" && left > 0 && (
        <PendingButton pending={start.pending} onClick={() => act(start)}>
          Import {count(left, "row", "rows", locale)}
        </PendingButton>
      )}
    </>
  );
}

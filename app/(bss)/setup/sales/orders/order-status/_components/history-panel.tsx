"use client";

import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { SidePanel } from "@/components/dialog/side-panel";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { useAction } from "@/components/form/use-action";
import { RelativeTime } from "@/components/format/relative-time";
import type { ListedStatus } from "@/lib/domain/order-status/list/list";
import { editTowards, listDifferences } from "@/lib/domain/order-status/list/versions";
import type { StatusVersion } from "@/lib/server/order-statuses/queries/status-versions";
import { getStatusVersionAction, listStatusVersionsAction } from "../actions";
import { fromCells } from "../rows";
import { countDifferences, Differences } from "./differences";
import type { PanelProps } from "./panel";
import classes from "./panels.module.css";

/**
 * Lists every save with its person, time and changes. It compares them with now, and restores one by way of the edit.
 */
export default function HistoryPanel({ grid, onClose }: PanelProps) {
  const { run: list, pending, failure } = useAction(listStatusVersionsAction);
  const { run: get, failure: failureToGet } = useAction(getStatusVersionAction);
  const [versions, setVersions] = useState<StatusVersion[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [compared, setCompared] = useState<{ version: number; statuses: ListedStatus[] } | null>(null);

  const more = useCallback(
    async (before?: number) => {
      const result = await list(before ? { before } : {});
      if (!result.ok) return;
      setVersions((known) => (before ? [...known, ...result.value.versions] : result.value.versions));
      setNext(result.value.next);
    },
    [list],
  );
  const { base } = grid;
  useEffect(() => {
    // The list is read again when somebody saves meanwhile.
    if (base) more();
  }, [more, base]);

  const now = base.flatMap(({ info }) => info ?? []);
  const compare = async (version: number) => {
    const result = await get(version);
    if (result.ok) setCompared({ version, statuses: result.value });
  };
  const restore = async (version: number) => {
    const result = await get(version);
    if (!result.ok) return;
    const { changed, added, deleted } = editTowards(now, result.value);
    const edit = {
      afresh: true,
      changed: changed.map(({ id, cells }) => ({ rowId: id, cells: fromCells(cells) })),
      added: added.map(({ id, cells }) => ({ id, cells: fromCells(cells) })),
      deleted,
    };
    onClose();
    grid.apply(edit, `Version ${version} is in your edit. Save to restore it.`);
  };

  return (
    <SidePanel title="History" onClose={onClose}>
      <FailureAlert failure={failure ?? failureToGet} />
      <p className={classes.note}>
        Restoring puts a version into your edit and replaces your unsaved changes. Nothing is saved until you
        press Save.
      </p>
      <ol className={classes.versions} aria-busy={pending}>
        {versions.map((one) => (
          <li key={one.version} className={classes.version}>
            <h3>
              Version {one.version}
              <span className={classes.by}>
                {one.actorName}, <RelativeTime value={one.at} />
              </span>
            </h3>
            {one.differences ? (
              <details>
                <summary>{countDifferences(one.differences)}</summary>
                <Differences differences={one.differences} />
              </details>
            ) : (
              <p className={classes.note}>This is the first version.</p>
            )}
            {one.version === versions[0]?.version ? (
              <p className={classes.note}>This is the list as it is now.</p>
            ) : (
              <p className={classes.actions}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Compare with now: version ${one.version}`}
                  onClick={() => compare(one.version)}
                >
                  Compare with now
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Restore version ${one.version}`}
                  onClick={() => restore(one.version)}
                >
                  Restore
                </Button>
              </p>
            )}
            <div aria-live="polite">
              {compared?.version === one.version && (
                <Compared version={one.version} found={listDifferences(compared.statuses, now)} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {next !== null && (
        <Button variant="default" onClick={() => more(next)}>
          Earlier versions
        </Button>
      )}
    </SidePanel>
  );
}

function Compared({ version, found }: { version: number; found: ReturnType<typeof listDifferences> }) {
  if (found.length === 0) return <p className={classes.note}>The list is the same as version {version}.</p>;
  return (
    <section className={classes.compared} aria-label={`From version ${version} to now`}>
      <p className={classes.note}>
        From version {version} to now: {countDifferences(found)}
      </p>
      <Differences differences={found} />
    </section>
  );
}

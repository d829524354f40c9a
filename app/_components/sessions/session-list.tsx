"use client";

import { useRouter } from "next/navigation";
import { FailureAlert } from "@/components/feedback/failure-alert";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { useAction } from "@/components/form/use-action";
import { RelativeTime } from "@/components/format/relative-time";
import { count } from "@/lib/domain/format/count";
import type { SessionRow } from "@/lib/server/sessions/queries/sessions";
import { endOtherSessionsAction, endOwnSessionAction } from "./actions";
import classes from "./session-list.module.css";

/** Shows where a person is signed in, and ends what they do not know. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const router = useRouter();
  const endOthers = useAction(endOtherSessionsAction);
  const several = new Set(sessions.map(({ organization }) => organization)).size > 1;
  const others = sessions.filter(({ current }) => !current).length;

  const end = async () => {
    const result = await endOthers.run({});
    if (!result.ok) return;
    notify(`${count(result.value.sessions, "session")} ended`);
    router.refresh();
  };
  return (
    <>
      <FailureAlert failure={endOthers.failure} />
      <div className={classes.head}>
        <p>
          {others === 0
            ? "You are signed in nowhere else."
            : "End a session that you do not know, and then change your password."}
        </p>
        {others > 0 && (
          <PendingButton variant="default" c="var(--danger)" pending={endOthers.pending} onClick={end}>
            End all other sessions
          </PendingButton>
        )}
      </div>
      <ul className={classes.list} aria-label="Sessions">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} several={several} />
        ))}
      </ul>
    </>
  );
}

function SessionItem({ session, several }: { session: SessionRow; several: boolean }) {
  const router = useRouter();
  const { id, organization, device, address, createdAt, lastUsedAt, current } = session;
  const endOne = useAction(endOwnSessionAction);

  const end = async () => {
    const result = await endOne.run({ id });
    if (!result.ok) return;
    notify(`The session in ${device} ended`);
    router.refresh();
  };
  return (
    <li className={classes.session}>
      <div>
        <div className={classes.name}>{device}</div>
        <div className={classes.facts}>
          {several && <span>{organization}</span>}
          <span>{address}</span>
          <span>
            Used <RelativeTime value={lastUsedAt} />
          </span>
          <span>
            Signed in <RelativeTime value={createdAt} />
          </span>
        </div>
      </div>
      {current ? (
        <span className={classes.current}>This session</span>
      ) : (
        <PendingButton
          variant="default"
          size="compact-sm"
          aria-label={`End session in ${device} at ${address}`}
          pending={endOne.pending}
          onClick={end}
        >
          End session
        </PendingButton>
      )}
      <FailureAlert failure={endOne.failure} />
    </li>
  );
}

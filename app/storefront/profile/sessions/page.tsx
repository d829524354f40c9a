import type { Metadata } from "next";
import { personOf } from "@/lib/server/profile/person";
import { listOwnSessions } from "@/lib/server/sessions/queries/sessions";
import { requireStorefrontSession } from "@/lib/server/sign-in/session/session";
import { SessionList } from "../../../_components/sessions/session-list";
import classes from "../../_components/billing/billing.module.css";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const sessions = await listOwnSessions(personOf(await requireStorefrontSession()));
  return (
    <>
      <h1 className={classes.title}>Sessions</h1>
      <SessionList sessions={sessions} />
    </>
  );
}

import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { personOf } from "@/lib/server/profile/person";
import { listOwnSessions } from "@/lib/server/sessions/queries/sessions";
import { requireSession } from "@/lib/server/sign-in/session/session";
import { SessionList } from "../../../_components/sessions/session-list";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const sessions = await listOwnSessions(personOf(await requireSession()));
  return (
    <>
      <PageHeader title="Sessions" meta="These browsers are signed in as you." />
      <SessionList sessions={sessions} />
    </>
  );
}

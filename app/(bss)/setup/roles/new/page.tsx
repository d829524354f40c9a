import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { found } from "../../../../_components/found";
import { findShownRole } from "../_components/find-shown-role";
import { NewRole } from "../_components/new-role";

export const metadata: Metadata = { title: "New role" };

/** Makes a role. `?from=ID` starts with the permissions of that one. */
export default async function NewRolePage({ searchParams }: PageProps<"/setup/roles/new">) {
  const ctx = await requireCtx("role:save");
  const { from } = await searchParams;
  const source = typeof from === "string" ? await found(findShownRole, ctx, from) : null;
  return (
    <>
      <PageHeader title="New role" meta={source && `It starts with the permissions of ${source.name}.`} />
      <NewRole source={source} />
    </>
  );
}

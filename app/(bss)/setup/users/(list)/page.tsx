import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { may } from "@/lib/server/kernel/ctx";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { roleChoices } from "@/lib/server/roles/queries/roles";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { listUsers } from "@/lib/server/users/queries/users";
import { UserTable } from "../_components/user-table";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: PageProps<"/setup/users">) {
  const ctx = await requireCtx("user:read");
  const [page, choices] = await Promise.all([listUsers(ctx, await searchParams), roleChoices(ctx)]);
  const mayInvite = may(ctx, "user:save");
  return (
    <>
      <PageHeader
        title="Users"
        primary={mayInvite && <LinkButton href="/setup/users/new">Invite user</LinkButton>}
      />
      <UserTable page={page} choices={choices} mayInvite={mayInvite} mailIsSent={maySendMail()} />
    </>
  );
}

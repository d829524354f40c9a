import type { Metadata } from "next";
import { LinkButton } from "@/components/layout/link-button";
import { PageHeader } from "@/components/layout/page-header";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { requireCtx } from "@/lib/server/sign-in/session";
import { listUsers } from "@/lib/server/users/queries/users";
import { UserTable } from "../_components/user-table";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: PageProps<"/setup/users">) {
  const ctx = await requireCtx("user:read");
  const page = await listUsers(ctx, await searchParams);
  return (
    <>
      <PageHeader title="Users" primary={<LinkButton href="/setup/users/new">Invite user</LinkButton>} />
      <UserTable page={page} mailIsSent={maySendMail()} />
    </>
  );
}

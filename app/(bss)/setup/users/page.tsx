import { Button } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/page-header";
import { requireCtx } from "@/lib/server/session";
import { listUsers } from "@/lib/server/users/queries";
import { UserTable } from "./_components/user-table";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: PageProps<"/setup/users">) {
  const ctx = await requireCtx("user:read");
  const page = await listUsers(ctx, await searchParams);
  return (
    <>
      <PageHeader
        title="Users"
        primary={
          <Button component={Link} href="/setup/users/new">
            New user
          </Button>
        }
      />
      <UserTable page={page} />
    </>
  );
}

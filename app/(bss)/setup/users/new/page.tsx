import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireCtx } from "@/lib/server/sign-in/session";
import { NewUserForm } from "../_components/new-user-form";

export const metadata: Metadata = { title: "New user" };

export default async function NewUserPage() {
  await requireCtx("user:save");
  return (
    <>
      <PageHeader title="New user" />
      <NewUserForm />
    </>
  );
}

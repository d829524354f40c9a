import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { maySendMail } from "@/lib/server/messages/queries/messages";
import { roleChoices } from "@/lib/server/roles/queries/roles";
import { requireCtx } from "@/lib/server/sign-in/session/session";
import { NewUserForm } from "../_components/new-user-form";

export const metadata: Metadata = { title: "Invite user" };

export default async function NewUserPage() {
  const ctx = await requireCtx("user:save");
  const choices = await roleChoices(ctx);
  return (
    <>
      <PageHeader title="Invite user" />
      <NewUserForm mailIsSent={maySendMail()} choices={choices} />
    </>
  );
}

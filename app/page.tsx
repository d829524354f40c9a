import { redirect } from "next/navigation";
import { isStaff } from "@/lib/domain/permissions";
import { currentSession } from "@/lib/server/sign-in/session/session";
import { startOf } from "./(bss)/_components/frame/navigation";

export default async function StartPage(): Promise<never> {
  const session = await currentSession();
  if (!session) redirect("/login");
  const { user, ctx } = session;
  redirect(isStaff(user.role) ? startOf(ctx.actor.permissions).href : "/storefront");
}

import { redirect } from "next/navigation";
import { currentSession, homePath } from "@/lib/server/sign-in/session";

export default async function StartPage(): Promise<never> {
  const session = await currentSession();
  redirect(session ? homePath(session.user.role) : "/login");
}

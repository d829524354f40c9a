import type { ReactNode } from "react";
import { requireCtx } from "@/lib/server/sign-in/session";

/** BSS Setup is the administrators'. */
export default async function SetupLayout({ children }: { children: ReactNode }) {
  await requireCtx("order-status:save");
  return children;
}

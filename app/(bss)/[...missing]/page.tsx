import { notFound } from "next/navigation";
import { requireCtx } from "@/lib/server/sign-in/session/session";

/** Answers an address without a page inside the shell, and only to people who are signed in. */
export default async function MissingPage(): Promise<never> {
  await requireCtx();
  notFound();
}

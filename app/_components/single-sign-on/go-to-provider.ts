import { forIdentityStep } from "@/lib/schemas/sign-in";

/** Leads the browser to the identity provider for the step that has just begun, and from there back to a page. */
export async function goToProvider(callbackUrl: string): Promise<void> {
  const { signIn } = await import("next-auth/react");
  await signIn("oidc", { callbackUrl, [forIdentityStep]: "yes" });
}

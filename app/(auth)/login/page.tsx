import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Logo } from "@/components/layout/logo";
import { leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { config } from "@/lib/server/kernel/config";
import { anySession, homePath } from "@/lib/server/sign-in/session/session";
import classes from "../_components/auth.module.css";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: "Sign in" };

/** Says why nobody was signed in. It says the same of every account that nobody has linked, so that its email tells nothing. */
function errorWords(error: string, provider: string): string {
  const invitationStays = "Your invitation is still good: open its link again.";
  const errors: Record<string, string> = {
    step_over: "This sign-in is over, because it was finished or took too long. Begin again.",
    not_linked: `Your account at ${provider} signs nobody in here. If you are invited, open the link of your invitation. If you have a password, sign in with it and link the account in your profile.`,
    linking_over: "This took too long, or was done already. Begin again.",
    identity_taken: `Your account at ${provider} is linked to somebody else already. ${invitationStays}`,
    sign_in_to_join: `You already sign in here in another way. Sign in as you do, and open the link of your invitation again.`,
    identity_linked: "You have linked another account already. Sign in with that one.",
    factor_guards:
      "You have a second factor, so a link alone links no account. Ask an administrator to reset your second factor first.",
    prove_email_first:
      "We have never reached you at your address. Ask for a new password by “Forgot your password?”, choose it, and open the link of your invitation again.",
    link_over: "Your link was used, has ended or was replaced. An administrator can send you a new one.",
  };
  return errors[error] ?? "We could not sign you in. Try again.";
}

const news: Record<string, string> = {
  password: "Your password is set. Sign in with it.",
};

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next, error, done } = await searchParams;
  const session = await anySession();
  const path = safeNextPath(next);
  if (session?.lacksFactor) redirect(leadingOn("/second-factor", path));
  if (session) redirect(path ?? homePath(session.user.role));

  const { oidc } = config();
  return (
    <main className={classes.page}>
      <div className={classes.panel}>
        <Logo />
        <h1>Sign in</h1>
        {typeof done === "string" && news[done] && (
          <p role="status" className={classes.done}>
            {news[done]}
          </p>
        )}
        <LoginForm
          next={path}
          problem={typeof error === "string" ? errorWords(error, oidc?.name ?? "the provider") : null}
          singleSignOn={oidc?.name ?? null}
        />
      </div>
    </main>
  );
}

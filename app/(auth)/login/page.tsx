import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Logo } from "@/components/layout/logo";
import { leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { config } from "@/lib/server/kernel/config";
import { anySession, homePath } from "@/lib/server/sign-in/session";
import classes from "../_components/auth.module.css";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: "Sign in" };

const errors: Record<string, string> = {
  step_over: "This sign-in is over, because it was finished or took too long. Begin again.",
  no_user:
    "You were signed in elsewhere, but no active user here has your verified email. Ask an administrator.",
};

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
          problem={
            typeof error === "string" ? (errors[error] ?? "We could not sign you in. Try again.") : null
          }
          singleSignOn={oidc?.name ?? null}
        />
      </div>
    </main>
  );
}

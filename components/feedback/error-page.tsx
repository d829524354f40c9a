"use client";

import { ProblemPage } from "./problem-page";

export interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
  /** Is where the other button leads. */
  home: string;
}

/** Shows what an error boundary caught. The digest finds the error in the server's log. */
export function ErrorPage({ error, retry, home }: ErrorPageProps) {
  return (
    <ProblemPage
      title="This page could not be shown"
      reference={error.digest}
      actions={[
        { label: "Try again", run: retry },
        { label: "Go to the start page", href: home },
      ]}
    >
      <p>
        Something failed on our side while the page was made. What was saved before is safe, and a form keeps
        what was typed.
      </p>
      <p>Try again. If it fails again, tell your administrator the reference below.</p>
    </ProblemPage>
  );
}

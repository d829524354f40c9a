"use client";

import { ErrorPage } from "@/components/feedback/error-page";

export default function RootError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main>
      <ErrorPage error={error} retry={retry} home="/" />
    </main>
  );
}

"use client";

import { ErrorPage } from "@/components/feedback/error-page";

export default function BssError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <ErrorPage error={error} retry={retry} home="/" />;
}

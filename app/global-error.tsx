"use client";

/** Stands on its own, since even the root layout has failed and nothing of ours is there. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body style={{ maxWidth: 520, margin: "12vh auto", padding: 16, fontFamily: "system-ui, sans-serif" }}>
        <main>
          <title>Order Desk</title>
          <h1 style={{ fontSize: 20 }}>Order Desk could not be shown</h1>
          <p>Something failed on our side. What was saved before is safe.</p>
          <p>
            Try again in a moment. If it fails again, tell your administrator the reference{" "}
            {error.digest ?? "none"}.
          </p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}

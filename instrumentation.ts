/** Is called by Next.js before the web server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startTelemetry } = await import("./lib/server/telemetry/start");
  startTelemetry("web");
}

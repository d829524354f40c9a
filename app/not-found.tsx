import type { Metadata } from "next";
import { ProblemPage } from "@/components/feedback/problem-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <ProblemPage title="There is no such page" actions={[{ label: "Go to the start page", href: "/" }]}>
        <p>The address may be mistyped, or what it led to is no longer here.</p>
      </ProblemPage>
    </main>
  );
}

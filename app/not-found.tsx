import type { Metadata } from "next";
import { ProblemPage } from "@/components/feedback/problem-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <ProblemPage title="There is no such page" actions={[{ label: "Go to the start page", href: "/" }]}>
        <p>You may have mistyped the address, or the page no longer exists.</p>
      </ProblemPage>
    </main>
  );
}

"use client";

import { ProblemPage } from "@/components/feedback/problem-page";
import { useStart } from "./_components/frame/use-start";

export default function BssNotFound() {
  return (
    <ProblemPage title="There is nothing at this address" actions={[useStart()]}>
      <p>
        You may have mistyped it, or it belongs to another organization. Press Ctrl+K or ⌘K to find an order
        by its code.
      </p>
    </ProblemPage>
  );
}

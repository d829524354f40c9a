import { ProblemPage } from "@/components/feedback/problem-page";

export default function BssNotFound() {
  return (
    <ProblemPage
      title="There is nothing at this address"
      actions={[{ label: "Go to the dashboard", href: "/dashboard" }]}
    >
      <p>
        You may have mistyped it, or it belongs to another organization. Press Ctrl+K or ⌘K to find an order
        by its code.
      </p>
    </ProblemPage>
  );
}

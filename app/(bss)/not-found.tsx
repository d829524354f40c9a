import { ProblemPage } from "@/components/feedback/problem-page";

export default function BssNotFound() {
  return (
    <ProblemPage
      title="There is nothing at this address"
      actions={[{ label: "Go to the dashboard", href: "/dashboard" }]}
    >
      <p>
        It may be mistyped, or belong to another organization. Search with Ctrl or ⌘ and K finds orders by
        their code.
      </p>
    </ProblemPage>
  );
}

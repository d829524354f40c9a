import { ProblemPage } from "@/components/feedback/problem-page";

export default function BssForbidden() {
  return (
    <ProblemPage
      title="Your role does not include this page"
      actions={[{ label: "Go to the dashboard", href: "/dashboard" }]}
    >
      <p>Nothing was changed. An administrator of your organization can give you another role.</p>
    </ProblemPage>
  );
}

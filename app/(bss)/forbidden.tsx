import { Button } from "@mantine/core";
import { ProblemPage } from "@/components/problem-page";

export default function BssForbidden() {
  return (
    <ProblemPage
      title="Your role does not include this page"
      actions={
        <Button component="a" href="/dashboard">
          Go to the dashboard
        </Button>
      }
    >
      <p>Nothing was changed. An administrator of your organization can give you another role.</p>
    </ProblemPage>
  );
}

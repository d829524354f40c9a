"use client";

import { ProblemPage } from "@/components/feedback/problem-page";
import { useStart } from "./_components/frame/use-start";

export default function BssForbidden() {
  return (
    <ProblemPage title="Your role does not include this page" actions={[useStart()]}>
      <p>Nothing was changed. An administrator of your organization can give you another role.</p>
    </ProblemPage>
  );
}

"use client";

import { TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import { changeNameAction } from "./actions";
import { Part } from "./part";

export function NamePart({ name: initial }: { name: string }) {
  const router = useRouter();
  const [name, setName] = useState(initial);
  const { run, ...change } = useAction(changeNameAction);

  const save = async () => {
    const result = await run({ name });
    if (!result.ok) return;
    setName(result.value.name);
    notify("Your name is saved");
    router.refresh();
  };
  return (
    <Part title="Name" verb="Save name" fields={["name"]} onSubmit={save} {...change}>
      <TextInput
        label="Name"
        description="Colleagues see it in histories and messages. What is already there keeps the old name."
        autoComplete="name"
        value={name}
        error={change.problems.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Part>
  );
}

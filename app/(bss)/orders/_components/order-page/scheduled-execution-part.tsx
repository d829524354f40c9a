"use client";

import dynamic from "next/dynamic";

/** Loads the part about the scheduled execution with the orders alone that have one. */
export const ScheduledExecution = dynamic(() =>
  import("./scheduled-execution").then((module) => module.ScheduledExecution),
);

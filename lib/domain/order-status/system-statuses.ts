import type { Combination } from "./combination";

export type SystemStatus = Combination & {
  no: number;
  description: string;
  color: string;
};

/** Every organization has these eight rows from the start: docs/domain.md, section 1. */
export const systemStatuses: readonly SystemStatus[] = [
  {
    no: 1,
    description: "Draft",
    type: "in_progress",
    storefrontType: "draft",
    color: "#868e96",
  },
  {
    no: 2,
    description: "Submitted",
    type: "in_progress",
    storefrontType: "viewable",
    color: "#1c7ed6",
  },
  {
    no: 3,
    description: "Executed",
    type: "automatic_execute",
    storefrontType: "submitted",
    color: "#2f9e44",
  },
  {
    no: 4,
    description: "Canceled",
    type: "cancelled",
    storefrontType: "viewable",
    color: "#e03131",
  },
  {
    no: 5,
    description: "Pending Reseller Approval",
    type: "in_progress",
    storefrontType: "pending_approval",
    color: "#f08c00",
  },
  {
    no: 6,
    description: "Canceled by Reseller",
    type: "cancelled",
    storefrontType: "pending_approval",
    color: "#c2255c",
  },
  {
    no: 7,
    description: "Executing",
    type: "executing",
    storefrontType: "viewable",
    color: "#0c8599",
  },
  {
    no: 8,
    description: "Scheduled",
    type: "scheduled",
    storefrontType: "viewable",
    color: "#7048e8",
  },
];

/** The system sets a status by itself at these combinations. */
export const systemCombinations = {
  draft: { type: "in_progress", storefrontType: "draft" },
  submitted: { type: "in_progress", storefrontType: "viewable" },
  executed: { type: "automatic_execute", storefrontType: "submitted" },
  canceled: { type: "cancelled", storefrontType: "viewable" },
  pendingApproval: { type: "in_progress", storefrontType: "pending_approval" },
  canceledByReseller: { type: "cancelled", storefrontType: "pending_approval" },
  executing: { type: "executing", storefrontType: "viewable" },
  scheduled: { type: "scheduled", storefrontType: "viewable" },
} as const satisfies Record<string, Combination>;
export type SystemCombination = keyof typeof systemCombinations;

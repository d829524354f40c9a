"use client";

import dynamic from "next/dynamic";

/** Loads the timeline and all its words with the history alone. */
export const HistoryList = dynamic(() => import("./history-list").then((module) => module.HistoryList));

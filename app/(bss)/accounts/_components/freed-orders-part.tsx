"use client";

import dynamic from "next/dynamic";

/** Loads what a payment has freed with the accounts alone that have such orders. */
export const FreedOrders = dynamic(() => import("./freed-orders").then((module) => module.FreedOrders));

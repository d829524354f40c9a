"use client";

import dynamic from "next/dynamic";

/** Loads the grid in which people choose what to deliver with the products alone. */
export const ProductsPanel = dynamic(() => import("./products-panel").then((module) => module.ProductsPanel));

"use server";

import type { CreateProductInput, EditProductInput } from "@/lib/schemas/products";
import { runAction } from "@/lib/server/doors/action";
import { createProduct } from "@/lib/server/products/create";
import { editProduct } from "@/lib/server/products/edit";

export async function createProductAction(input: CreateProductInput) {
  return runAction((ctx) => createProduct(ctx, input));
}

export async function editProductAction(input: EditProductInput) {
  return runAction((ctx) => editProduct(ctx, input));
}

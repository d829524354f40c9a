# docs/operations.md, "In a container", says how to build this and run it. compose.yaml does both for one machine.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run container -- --to image

FROM ${NODE_IMAGE}
# glibc would keep memory back for each of its threads.
ENV NODE_ENV=production MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /build/image ./
# The account "node" of the official images, by its number: Kubernetes then knows that it is not root.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["node", "programs/order-desk.mjs", "health"]
ENTRYPOINT ["node", "programs/order-desk.mjs"]
CMD ["web"]

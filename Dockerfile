# syntax=docker/dockerfile:1
# The same Node as in package.json: change both together.
ARG NODE=24.21.0

# The app, built. On Debian: the tools of the build bring programs for glibc.
FROM node:${NODE}-trixie-slim AS app
WORKDIR /cuppa
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# What the hub itself needs. Nothing in it is compiled, so it may be brought to another system.
FROM node:${NODE}-alpine AS packages
WORKDIR /cuppa
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --omit=peer --ignore-scripts --no-audit --no-fund

FROM node:${NODE}-alpine
WORKDIR /cuppa
# Everything but /data belongs to root: the hub cannot change its own program.
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY --from=packages /cuppa/node_modules node_modules
COPY --from=app /cuppa/dist dist
COPY src src
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600 CUPPA_DATA=/data
USER node
VOLUME /data
EXPOSE 4600
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://localhost:4600/healthz').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# As process 1, so that the stop signal reaches the hub itself and what was begun is finished.
CMD ["node", "src/hub/serve.ts"]

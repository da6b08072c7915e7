# The server without a database: it needs NEO4J_URI (docker-compose.yml brings a Neo4j beside it).
# Node runs the TypeScript sources itself; only the page is built. The first stages leave npm's traces behind.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
# Another npm registry than the default: docker build --build-arg NPM_CONFIG_REGISTRY=…
ARG NPM_CONFIG_REGISTRY
COPY package.json package-lock.json ./
# No dependency needs its install script here: Node itself, which is one of them, is in the image. pdf.js would draw with
# @napi-rs/canvas; we only read.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/.bin/node node_modules/@napi-rs

FROM dependencies AS page
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY index.html tsconfig.json vite.config.ts vite.embed.config.ts ./
COPY src src
RUN npm run build:web

FROM node:24-bookworm-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin cancu
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY . .
COPY --from=page /app/public public
ENV NODE_ENV=production HOST=0.0.0.0
USER cancu
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server.ts"]

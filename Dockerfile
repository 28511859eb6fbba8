FROM --platform=$BUILDPLATFORM node:24-slim AS build
WORKDIR /wxpay-live
COPY . .
RUN npm ci \
  && npm run --silent generate \
  && mkdir /packages \
  && npm pack --silent --pack-destination /packages \
    -w packages/client -w packages/openapi -w packages/sandbox -w packages/wxpay-sandbox

FROM node:24-slim
RUN --mount=type=bind,from=build,source=/packages,target=/packages \
  npm install --global --no-audit --no-fund /packages/*.tgz && npm cache clean --force
USER 1000
WORKDIR /home/node
EXPOSE 8787
HEALTHCHECK --interval=10s --start-period=30s --start-interval=1s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/_sandbox/clock').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["wxpay-sandbox", "--host", "0.0.0.0"]

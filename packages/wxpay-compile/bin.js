#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('@wxpay-live/cli')
} else {
  process.stderr.write(`wxpay-compile: needs Node 22.18 or later, this is ${process.versions.node}\n`)
  process.exitCode = 1
}

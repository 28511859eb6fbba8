import { spawn } from 'node:child_process'
import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** In dev, compiles the pages anew when one changes, so that the sandbox answers as the page now says. Problems only warn. */
export function catalog(docs: string): Plugin {
  return {
    name: 'wxpay-live:catalog',
    apply: 'serve',
    configureServer({ watcher }) {
      watcher.on('change', (file) => {
        const page = relative(docs, file)
        if (page.startsWith('..') || !page.endsWith('.md')) return
        spawn('wxpay-compile', ['export', docs, '--out', 'packages/openapi'], { stdio: 'inherit' })
      })
    },
  }
}

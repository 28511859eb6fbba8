import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'tsdown'

/** How tsdown builds a package: each module of `src` becomes one of `dist`, with its types. */
export function buildPackage(options: UserConfig = {}) {
  return defineConfig({
    entry: ['src/**/*.ts', '!src/**/*.d.ts'],
    root: 'src',
    // Has the types of Node and of browsers, like the sources of a package.
    tsconfig: fileURLToPath(new URL('../tsconfig.test.json', import.meta.url)),
    unbundle: true,
    dts: true,
    target: 'es2022',
    fixedExtension: false,
    // Resolved where the package is installed: they differ between Node and browsers.
    deps: { neverBundle: [/^#/] },
    inputOptions: { checks: { pluginTimings: false } },
    logLevel: 'warn',
    ...options,
  })
}

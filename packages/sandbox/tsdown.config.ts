import { buildPackage } from '../../scripts/build-package.ts'

export default buildPackage({
  entry: ['src/**/*.ts', '!src/identity/generate.ts'],
  // The compiler's types, which it borrows, are built into the package.
  dts: {
    eager: true,
    tsconfigRaw: { include: ['packages/sandbox/src', 'packages/compiler/src/model'] },
  },
})

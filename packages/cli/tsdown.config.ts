import { buildPackage } from '../../scripts/build-package.ts'

export default buildPackage({ entry: 'src/cli.ts', dts: false })

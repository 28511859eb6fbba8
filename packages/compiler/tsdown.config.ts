import { buildPackage } from '../../scripts/build-package.ts'

export default buildPackage()

import { buildPackage } from '../../scripts/build-package.ts'

// Only for Node: the site bundles the browser's workers from their sources.
export default buildPackage({
  entry: ['src/index.ts', 'src/{php,typescript}/node*.ts', 'src/php/platform/node.ts'],
  copy: { from: 'src/php/prelude', to: 'dist/php' },
})

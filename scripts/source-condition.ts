import { defaultClientConditions, defaultServerConditions } from 'vite'

/** The condition in each package's `exports` under which its sources are; `.npmrc` and `tsconfig.json` name it too. */
const source = 'wxpay-live:source'

/** Makes Vite resolve packages of this repository to their sources. */
export const fromSources = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
}

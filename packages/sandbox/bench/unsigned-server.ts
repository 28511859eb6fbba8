import { readFileSync } from 'node:fs'
import type { Catalog } from '@wxpay-live/compiler/model'
import { identityFolder } from '../src/cli/identity-folder.ts'
import { createSandbox } from '../src/index.ts'
import { serve } from '../src/server/index.ts'

// The sandbox as the command serves it, but without signatures, to measure the rest. Arguments: catalog, port.
const [catalogFile = '', port = ''] = process.argv.slice(2)
const catalog = JSON.parse(readFileSync(catalogFile, 'utf8')) as Catalog
const { identity } = await identityFolder('identity')
const sandbox = createSandbox({ catalog, identity, strict: true, signatures: false })
await serve({ sandbox, port: Number(port), overrideGlobalObjects: true })

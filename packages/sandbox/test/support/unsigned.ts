import type { JsonValue } from '@wxpay-live/compiler/model'
import { createSandbox } from '../../src/index.ts'
import { assertDocumented } from './documented.ts'
import { flowCatalog } from './flow-catalog.ts'
import { identity, now } from './identity.ts'

const open = () => createSandbox({ catalog: flowCatalog, identity, now, strict: true, signatures: false })

/** Opens a strict sandbox without signatures, which is fast enough for thousands of requests. */
export function openUnsigned() {
  const { fetch, control } = open()
  return {
    control,
    fetch,
    async send(method: string, target: string, json?: unknown, headers: Record<string, string> = {}) {
      const body = json === undefined ? null : JSON.stringify(json)
      const response = await fetch(new Request(`https://api.mch.weixin.qq.com${target}`, { method, body, headers }))
      const text = await response.text()
      const read = (text ? JSON.parse(text) : {}) as Record<string, JsonValue>
      if (response.status >= 400) assertDocumented(method, target, response.status, read.code)
      return { status: response.status, body: read }
    },
  }
}

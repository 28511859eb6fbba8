declare module 'virtual:catalog' {
  import type { Catalog } from '@wxpay-live/compiler/model'

  /** The first segments after `/v3/` of all paths. */
  export const partNames: string[]

  /** Loads the operations that share a part with this path, or the notifications if the path names no part. */
  export const loadPart: (path: string) => Promise<Catalog>
}

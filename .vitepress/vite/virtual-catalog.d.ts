declare module 'virtual:catalog' {
  import type { Catalog } from '@wxpay-live/compiler/model'

  /** The operations whose paths begin as this one does; without a path, the notifications. */
  export const loadPart: (path: string) => Promise<Catalog>
}

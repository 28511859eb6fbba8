declare module 'virtual:catalog' {
  import type { Catalog } from '@wxpay-live/compiler/model'

  /** The operations whose paths begin as this one does; none where there are none. */
  export const loadPart: (path: string) => Promise<Catalog>
}

declare module 'virtual:php-wasm' {
  export const url: string
  /** In bytes. */
  export const size: number
}

/** The step of a chain for one segment of a path. */
export type StepOf<Segment extends string>
  = Segment extends '' ? '_empty_'
    : Segment extends `{${infer Variable}}` ? `_${Variable}_`
      : CamelCase<Segment>

/** `smartretail-orders` → `smartretailOrders` */
type CamelCase<Segment extends string>
  = Segment extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Segment

/** The first segment after a prefix, of all paths that have the prefix. */
export type SegmentsAfter<Path extends string, Prefix extends string>
  = Path extends `${Prefix}/${infer Rest}` ? Rest extends `${infer Segment}/${string}` ? Segment : Rest : never

/** The rest after a prefix, of all paths that have the prefix. */
export type RestsAfter<Path extends string, Prefix extends string> = Path extends `${Prefix}/${infer Rest}` ? Rest : never

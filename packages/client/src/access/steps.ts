/** The step of a chain that stands for one segment of a path. */
export type StepOf<Segment extends string>
  = Segment extends '' ? '_empty_'
    : Segment extends `{${infer Variable}}` ? `_${Variable}_`
      : CamelCase<Segment>

/** `smartretail-orders` → `smartretailOrders` */
type CamelCase<Segment extends string>
  = Segment extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Segment

/** The first segments of what follows a prefix in some paths. */
export type SegmentsAfter<Path extends string, Prefix extends string>
  = Path extends `${Prefix}/${infer Rest}` ? Rest extends `${infer Segment}/${string}` ? Segment : Rest : never

/** What follows a prefix in some paths. */
export type RestsAfter<Path extends string, Prefix extends string> = Path extends `${Prefix}/${infer Rest}` ? Rest : never

import type { Verbs } from './operation.ts'
import type { RestsAfter, SegmentsAfter, StepOf } from './steps.ts'

/** A chain that knows the operations of a path map: what can follow, what is to be sent, what is answered. */
export type TypedWxpay<Paths> = Node<Paths, ''> & {
  [Path in keyof Paths & string as RestsAfter<Path, ''>]: Verbs<Paths[Path]>
}

type Node<Paths, Prefix extends string> = {
  [Segment in SegmentsAfter<keyof Paths & string, Prefix> as StepOf<Segment>]: Node<Paths, `${Prefix}/${Segment}`>
} & VerbsAt<Paths, Prefix> & {
  /** Goes down the rest of a path at once. */
  chain: <Rest extends RestsAfter<keyof Paths & string, Prefix>>(path: Rest | `/${Rest}`) => VerbsAt<Paths, `${Prefix}/${Rest}`>
}

type VerbsAt<Paths, Path> = Path extends keyof Paths ? Verbs<Paths[Path]> : unknown

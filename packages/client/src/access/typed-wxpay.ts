import type { Verbs } from './operation.ts'
import type { RestsAfter, SegmentsAfter, StepOf } from './steps.ts'

/** A chain that is typed by a path map: its next steps, and the request and response of each operation. */
export type TypedWxpay<Paths> = Node<Paths, ''> & {
  [Path in keyof Paths & string as RestsAfter<Path, ''>]: Verbs<Paths[Path]>
}

type Node<Paths, Prefix extends string> = {
  [Segment in SegmentsAfter<keyof Paths & string, Prefix> as StepOf<Segment>]: Node<Paths, `${Prefix}/${Segment}`>
} & VerbsAt<Paths, Prefix> & {
  /** Takes the rest of a path in one step. */
  chain: <Rest extends RestsAfter<keyof Paths & string, Prefix>>(path: Rest | `/${Rest}`) => VerbsAt<Paths, `${Prefix}/${Rest}`>
}

type VerbsAt<Paths, Path> = Path extends keyof Paths ? Verbs<Paths[Path]> : unknown

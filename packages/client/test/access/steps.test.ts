import { expectTypeOf, it } from 'vitest'
import type { RestsAfter, SegmentsAfter, StepOf } from '../../src/access/steps.ts'

it('converts a segment to its step', () => {
  expectTypeOf<StepOf<'v3'>>().toEqualTypeOf<'v3'>()
  expectTypeOf<StepOf<'smartretail-orders'>>().toEqualTypeOf<'smartretailOrders'>()
  expectTypeOf<StepOf<'a-b-c'>>().toEqualTypeOf<'aBC'>()
  expectTypeOf<StepOf<'complaints-v2'>>().toEqualTypeOf<'complaintsV2'>()
  expectTypeOf<StepOf<'video_upload'>>().toEqualTypeOf<'video_upload'>()
  expectTypeOf<StepOf<'{out_order_no}'>>().toEqualTypeOf<'_out_order_no_'>()
  expectTypeOf<StepOf<''>>().toEqualTypeOf<'_empty_'>()
})

it('lists what can follow a prefix', () => {
  type Path = '/v3/a/b' | '/v3/a/c/' | '/v3/d' | '/v2/e'
  expectTypeOf<SegmentsAfter<Path, ''>>().toEqualTypeOf<'v3' | 'v2'>()
  expectTypeOf<SegmentsAfter<Path, '/v3'>>().toEqualTypeOf<'a' | 'd'>()
  expectTypeOf<SegmentsAfter<Path, '/v3/a/c'>>().toEqualTypeOf<''>()
  expectTypeOf<RestsAfter<Path, '/v3/a'>>().toEqualTypeOf<'b' | 'c/'>()
})

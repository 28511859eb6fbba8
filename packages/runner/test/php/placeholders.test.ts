import { expect, it } from 'vitest'
import { fillPlaceholders } from '../../src/php/placeholders.ts'

const template = '/v3/payscore/smartretail-orders/{out_order_no}/items/{id}'

it('takes only the variables of the path', () => {
  expect(fillPlaceholders(template, { out_order_no: '1', id: '2', timeout: '3' }, {}, () => {})).toEqual({ out_order_no: '1', id: '2' })
})

it('replaces empty and missing variables and reports each', () => {
  const told: string[] = []
  const values = fillPlaceholders(template, { out_order_no: '' }, { out_order_no: '2304', id: '7', other: '9' }, (name, value) => told.push(`${name}=${value}`))
  expect(values).toEqual({ out_order_no: '2304', id: '7' })
  expect(told).toEqual(['out_order_no=2304', 'id=7'])
})

it('leaves a variable without a sample empty', () => {
  expect(fillPlaceholders('/v3/{id}', {}, {}, () => {})).toEqual({ id: '' })
})

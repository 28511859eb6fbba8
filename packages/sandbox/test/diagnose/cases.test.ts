import { expect, test } from 'vitest'
import { diagnose } from '../../src/diagnose/index.ts'
import { judge, pastedCases } from '../support/pasted.ts'

const kinds = { request: 'request', notification: 'message', phone: 'phone' }

test.each(pastedCases)('names what is wrong with $id, $form, and nothing else', async ({ kind, text, given, expected }) => {
  const diagnosis = await diagnose(text, given)
  const { verdict, mistake } = expected
  expect({ kind: diagnosis.kind, ...judge(diagnosis, expected) })
    .toEqual({ kind: kinds[kind], verdict, mistakes: mistake === null ? [] : [mistake] })
})

import { expect, test } from 'vitest'
import { proseOf } from '../../figures/prose.ts'

const textsOf = (file: string, text: string) => proseOf(file, text).map(({ line, text }) => `${line}: ${text}`)

test('reads comments and sentences of a script', () => {
  expect(textsOf('a.ts', [
    '/** Adds `a + b`. */',
    'import x from \'./some/long/path.ts\' // imports it',
    'const re = /[`\'"] not a comment/',
    'test(\'adds two numbers\', () => {',
    '  // One comment',
    '  // of two lines.',
    '  throw new Error(`cannot add ${x} to a number`)',
    '})',
    'run(\'const answer = 6 is code\', \'这是中文\', \'two words\')',
  ].join('\n'))).toEqual([
    '1: Adds `…`.',
    '2: imports it',
    '5: One comment of two lines.',
    '4: adds two numbers',
    '7: cannot add … to a number',
  ])
})

test('reads the scripts of a component at their lines', () => {
  const component = '<script setup lang="ts">\n\n// Says why.\n</script>\n\n<template><p>text</p></template>\n'
  expect(textsOf('A.vue', component)).toEqual(['3: Says why.'])
})

test('reads a guide without its code and Chinese', () => {
  expect(textsOf('README.md', 'Install `x`.\n\n```sh\nnpm start\n```\n微信支付\n')).toEqual(['1: Install `…`.'])
})

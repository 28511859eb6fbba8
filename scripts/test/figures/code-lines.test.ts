import { expect, test } from 'vitest'
import { countCodeLines, summarize } from '../../figures/code-lines.ts'

test('counts lines without comments and blank lines', () => {
  expect(countCodeLines('a.ts', '/** A\n * comment. */\nexport const a = 1 // one\n\n// Why.\nexport const b = `\n// text\n`\n')).toBe(4)
})

test('counts markup and scripts of a component', () => {
  expect(countCodeLines('A.vue', '<script setup lang="ts">\n// Why.\nconst a = 1\n</script>\n\n<!-- note -->\n<template>\n</template>\n')).toBe(5)
})

test('sums up the files of a package', () => {
  expect(summarize([['a', 300], ['b', 10], ['c', 20]])).toEqual({ files: 3, median: 20, longest: 300, longestFile: 'a', over200: 1 })
})

import { splitFrontMatter } from '@wxpay-live/compiler'

/** Front matter is data, read as the compiler reads it: the library would run a block that begins with `---js`. */
export const grayMatterOptions = {
  language: 'yaml',
  engines: {
    yaml: (text: string) => splitFrontMatter(`---\n${text}\n---\n`, () => {}).frontmatter,
    javascript: () => ({}),
    json: () => ({}),
  },
}

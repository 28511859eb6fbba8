import { tokenize } from './tokenize.ts'

/** What a reader looks for. */
export interface Query {
  words: string[]
  /** Neighbouring words as one, the longest first. */
  compounds: string[]
  /** Words of the pages for the same: a section must have all words of one line. */
  synonyms: string[][]
}

/** Reads lines such as `企业付款：商家转账，发起转账`. */
export function readSynonyms(file: string): Map<string, string[]> {
  const lines = file.split('\n').filter(line => line && !line.startsWith('#'))
  return new Map(lines.map((line) => {
    const [said = '', written = ''] = line.split('：')
    return [plain(said), written.split('，')]
  }))
}

/** Splits a query into words. Neighbours may be one word: `out trade no` finds `out_trade_no`. */
export function readQuery(text: string, synonyms: Map<string, string[]>): Query {
  const words = tokenize(text)
  const names = words.filter(isName)
  const pairs = names.slice(1).map((word, index) => names[index] + word)
  const said = [...synonyms].filter(([phrase]) => plain(text).includes(phrase))
  // The longest says most: 支付通知 is not any 通知.
  const isPart = (phrase: string) => said.some(([other]) => other !== phrase && other.includes(phrase))
  const longest = said.filter(([phrase]) => !isPart(phrase))
  return {
    words: [...new Set(words)],
    compounds: [...names.length > 2 ? [names.join('')] : [], ...pairs],
    synonyms: longest.flatMap(([, written]) => written.map(tokenize)),
  }
}

/** Whether a word is a name, which the search completes and corrects, and not Chinese. */
export const isName = (word: string): boolean => /^[a-z0-9]+$/.test(word)

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '')

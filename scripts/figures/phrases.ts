import type { Prose } from './prose.ts'

/** A pattern of English that reads like a translation, and the plain form. */
interface Phrase { pattern: RegExp, plain: string }

/** Phrases that are rare in well-kept English code (shiki, ky, msw), most common among translators first. */
const phrases: Phrase[] = [
  {
    pattern: /\bwhere (?:its?|they|there|the|an?|this|that|these|those|we|one|two|some|any|all|each|every)\b/gi,
    plain: '“if” or “when” for a condition',
  },
  {
    pattern: /\bwhere (?:no|none|nobody|nothing|neither)\b/gi,
    plain: '“if there is no X”, “without X”',
  },
  {
    pattern: /\bwhat (?:is|its?|was|has|are|were|they|stands|comes|belongs|does|follows|looks|no|one|nobody)\b/gi,
    plain: 'name the thing',
  },
  { pattern: /(?<=^|[.;:,(] ?)what (?:an?|the|we)\b/gi, plain: 'name the thing' },
  {
    pattern: /\b(?<!there )(?:is|are|was|were) (?:no|nothing|nobody)\b(?! longer)/gi,
    plain: '“is not a”, “is missing”, “is invalid”',
  },
  { pattern: /\bnone\b(?! of)/gi, plain: '“no” with its noun, “missing”, “invalid”' },
  {
    pattern: /\b(?:and|or|but|than|by|of|with|says?|costs?|changes?|has|have) nothing\b/gi,
    plain: '“does not …”, “empty”, “no X”',
  },
  { pattern: /(?<=^|[.;:,(] ?)who\b|\b(?:whoever|whatever|whichever)\b/gi, plain: 'name the person or thing' },
  {
    pattern: /\b(?:he|one|those|all|anyone|everybody|somebody|nobody) (?:who|that)\b/gi,
    plain: 'name the person or thing',
  },
  {
    pattern: /\b(?:he|him|his|himself|nobody|somebody|everybody)\b(?! (?:who|that)\b)/gi,
    plain: '“the merchant”, “the caller”, “no request”',
  },
  { pattern: /\bof (?:its|their|his|her|our) own\b/gi, plain: '“its own X”' },
  { pattern: /\b(?:stands?|stood|standing)\b(?![- ]?alone)/gi, plain: '“is”; “represents” for “stands for”' },
  { pattern: /\b(?:lies|lay|lying)\b/gi, plain: '“is”' },
  { pattern: /\b(?:told|tells)\b/gi, plain: '“reported”, “returned”, “says”' },
  { pattern: /\banswer(?:s|ed|ing)?\b/gi, plain: '“returns” for a function; “responds”, “response”, “reply”' },
  { pattern: /\bso many\b|\banew\b|\bthe like\b|\bas often as\b/gi, plain: '“N”, “again”, “such as”' },
  { pattern: /\b(?:by|of|for) (?:itself|themselves)\b/gi, plain: '“automatically”, “alone”, or leave it out' },
  { pattern: /\b(?:that|those) of\b|\bthe ones?\b(?! hand)/gi, plain: 'repeat the noun' },
  { pattern: /\bbeside\b|\bin (?:the )?place of\b/gi, plain: '“next to”, “with”, “instead of”' },
  { pattern: /\b(?:neither|nor)\b/gi, plain: '“not … or”, or two sentences' },
]

/** A phrase found, with the prose around it. */
export interface Finding { file: string, line: number, phrase: string, text: string, plain: string }

/** Finds the phrases of a text that read like a translation. */
export function findPhrases({ file, line, text }: Prose): Finding[] {
  return phrases.flatMap(({ pattern, plain }) =>
    (text.match(pattern) ?? []).map(phrase => ({ file, line, phrase: phrase.toLowerCase(), text, plain })))
}

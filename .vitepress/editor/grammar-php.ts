import { continuedIndent, delimitedIndent, indentNodeProp, LRLanguage } from '@codemirror/language'
import { styleTags, tags } from '@lezer/highlight'
import { parser } from '@lezer/php'
import type { MemberSyntax } from './completions.ts'
import { languageData } from './language-data.ts'

const { constant, function: fn, operator, propertyName, variableName } = tags

/** How PHP writes members. */
export const syntax: MemberSyntax = { name: name => `'${name}'`, sign: ' => ', object: ['[', ']'] }

/** PHP without `<?php`, with the colours of Shiki's grammar where Lezer's sees something else. */
export const language = LRLanguage.define({
  name: 'php',
  languageData,
  parser: parser.configure({
    top: 'Program',
    props: [
      styleTags({
        '=> -> ?-> :: "..."': operator,
        'echo': constant(variableName),
        'ArgList/Name BinaryExpression/Name SequenceExpression/Name': constant(variableName),
        'ScopedExpression/Name QualifiedName/Name': constant(variableName),
        'CallExpression/Name': constant(variableName),
        'CallExpression/MemberExpression/Name': fn(propertyName),
        'NewExpression/QualifiedName/...': tags.namespace,
        'CastExpression/NamedType/Name': tags.typeOperator,
      }),
      indentNodeProp.add({
        'ArrayExpression': delimitedIndent({ closing: ']' }),
        'ArgList ParamList ParenthesizedExpression': delimitedIndent({ closing: ')' }),
        'Block': delimitedIndent({ closing: '}' }),
        'ExpressionStatement': continuedIndent(),
      }),
    ],
  }),
})

import { continuedIndent, delimitedIndent, indentNodeProp, LRLanguage } from '@codemirror/language'
import { styleTags, tags } from '@lezer/highlight'
import { parser } from '@lezer/javascript'
import type { MemberSyntax } from './completions.ts'
import { languageData } from './language-data.ts'

const { definition, function: fn, local, operator, propertyName, string, variableName } = tags

/** How TypeScript writes members. */
export const syntax: MemberSyntax = {
  name: name => /^[\w$]+$/.test(name) ? name : `'${name}'`,
  sign: ': ',
  object: ['{', '}'],
}

/** TypeScript, with the colours of Shiki's grammar where Lezer's sees something else. */
export const language = LRLanguage.define({
  name: 'typescript',
  languageData,
  parser: parser.configure({
    dialect: 'ts',
    props: [
      styleTags({
        'Equals Arrow Spread Optional TypeAnnotation/":"': operator,
        '.': tags.punctuation,
        'InterpolationStart InterpolationEnd': string,
        'Escape': operator,
        'ImportGroup/VariableDefinition': variableName,
        'ParamList/VariableDefinition': local(variableName),
        'PatternProperty/PropertyName': local(propertyName),
        'FunctionDeclaration/VariableDefinition': fn(definition(variableName)),
      }),
      indentNodeProp.add({
        'ObjectExpression ObjectPattern Block ClassBody': delimitedIndent({ closing: '}' }),
        'ArrayExpression ArrayPattern': delimitedIndent({ closing: ']' }),
        'ArgList ParamList ParenthesizedExpression': delimitedIndent({ closing: ')' }),
        'VariableDeclaration ExpressionStatement': continuedIndent(),
      }),
    ],
  }),
})

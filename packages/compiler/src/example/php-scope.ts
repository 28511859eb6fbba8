import { walk, type PhpNode } from './php-ast.ts'

/** The values of a program's variables and constants; the last assignment wins. */
export interface PhpScope {
  variables: Map<string, PhpNode>
  constants: Map<string, PhpNode>
}

/** Collects `$name = …`, `const NAME = …` and `define('NAME', …)`. */
export function scopeOf(program: PhpNode): PhpScope {
  const variables = new Map<string, PhpNode>()
  const constants = new Map<string, PhpNode>()
  for (const node of walk(program)) {
    if (node.kind === 'assign' && node.operator === '=' && node.left.kind === 'variable') {
      variables.set(node.left.name, node.right)
    } else if (node.kind === 'constant') {
      constants.set(node.name.name, node.value)
    } else if (node.kind === 'call' && node.what.kind === 'name' && node.what.name === 'define') {
      const [name, value] = node.arguments
      if (name?.kind === 'string' && value) constants.set(name.value, value)
    }
  }
  return { variables, constants }
}

import { globSync } from 'node:fs'
import ts from 'typescript'

/** An expression, and what the parameters of the functions around it stand for. */
interface Bound {
  node: ts.Node
  scope: Scope
}

type Scope = ReadonlyMap<ts.Symbol, Bound>

const empty: Scope = new Map()

/**
 * Reads from the sources of the flows which codes each operation can refuse a request with, whether or not a test makes
 * it. It follows calls and mentioned functions, and takes every branch, except those that invent records: only a lenient
 * sandbox does so, and such records are always right.
 */
export function readRefusals(): Map<string, Set<string>> {
  const program = ts.createProgram(globSync('packages/sandbox/src/flows/**/*.ts'), {
    allowImportingTsExtensions: true, noEmit: true, noLib: true, types: [],
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  })
  const checker = program.getTypeChecker()
  const placeOf = (node: ts.Node) => `${node.getSourceFile().fileName}:${node.pos}`
  const unreadable = (what: string, node: ts.Node) =>
    new Error(`cannot read the ${what} ${node.getText()} at ${placeOf(node)}`)
  const isOurs = (node: ts.Node) => node.getSourceFile().fileName.includes('/packages/sandbox/src/flows/')

  /** Returns what a name stands for: a parameter's argument, a function, or the value of a constant. */
  function valueOf(name: ts.Node, scope: Scope): Bound | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name)
    if (!symbol) return undefined
    const found = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const bound = scope.get(found)
    const declaration = found.valueDeclaration
    if (bound || !declaration || !isOurs(declaration)) return bound
    if (ts.isFunctionDeclaration(declaration)) return { node: declaration, scope: empty }
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined
    // A constant within a function may use the function's parameters.
    const isTopLevel = ts.isSourceFile(declaration.parent.parent.parent)
    return { node: declaration.initializer, scope: isTopLevel ? empty : scope }
  }

  /** Follows names, members and calls to the expression that they stand for. */
  function resolve({ node, scope }: Bound): Bound {
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
      return resolve({ node: node.expression, scope })
    }
    if (ts.isIdentifier(node)) {
      const value = valueOf(node, scope)
      return value ? resolve(value) : { node, scope }
    }
    if (ts.isPropertyAccessExpression(node)) {
      const value = memberOf(resolve({ node: node.expression, scope }), node.name.text)
      return value ? resolve(value) : { node, scope }
    }
    if (ts.isCallExpression(node)) {
      const called = resolve({ node: node.expression, scope })
      if (ts.isArrowFunction(called.node) && !ts.isBlock(called.node.body)) {
        return resolve({ node: called.node.body, scope: bind(called, node, scope) })
      }
    }
    return { node, scope }
  }

  /** Returns a member of an object literal, its own or one of an object that it spreads, maybe in parts. */
  function memberOf({ node, scope }: Bound, name: string): Bound | undefined {
    if (!ts.isObjectLiteralExpression(node)) return undefined
    const own = node.properties.filter(ts.isPropertyAssignment).find(member => member.name.getText() === name)
    if (own) return { node: own.initializer, scope }
    for (const { expression } of node.properties.filter(ts.isSpreadAssignment)) {
      const isPick = ts.isCallExpression(expression) && expression.expression.getText() === 'pick'
      const found = memberOf(resolve({ node: isPick ? expression.arguments[0]! : expression, scope }), name)
      if (found) return found
    }
    return undefined
  }

  /** Returns the scope of a called function. */
  function bind({ node, scope }: Bound, call: ts.CallExpression, from: Scope): Scope {
    if (!ts.isFunctionLike(node)) return scope
    const bound = node.parameters.flatMap((parameter, index) => {
      const symbol = ts.isIdentifier(parameter.name) && checker.getSymbolAtLocation(parameter.name)
      const argument = call.arguments[index]
      return symbol && argument ? [[symbol, { node: argument, scope: from }] as const] : []
    })
    return new Map([...scope, ...bound])
  }

  const texts = ({ node }: Bound) => ts.isArrayLiteralExpression(node)
    ? node.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)
    : []

  /** Returns the code of a reason, or those of both branches. */
  function codesOf(reason: Bound): string[] {
    const { node, scope } = resolve(reason)
    if (ts.isConditionalExpression(node)) {
      return [node.whenTrue, node.whenFalse].flatMap(node => codesOf({ node, scope }))
    }
    const [code] = texts({ node, scope })
    if (code === undefined) throw unreadable('reason', node)
    return [code]
  }

  const ofMember = (record: Bound, name: string) => codesOf(memberOf(resolve(record), name) ?? record)

  /** Returns the codes of the states in which a machine does not allow an event. */
  function codesOfStates(machine: Bound, event: Bound): string[] {
    const { node, scope } = resolve(event)
    if (ts.isConditionalExpression(node)) {
      return [node.whenTrue, node.whenFalse].flatMap(node => codesOfStates(machine, { node, scope }))
    }
    const table = resolve(machine)
    if (!ts.isObjectLiteralExpression(table.node)) throw unreadable('machine', table.node)
    const refusals = memberOf(table, 'refusals')
    if (!refusals) return []
    const transitions = resolve(memberOf(table, 'transitions')!)
    const transition = ts.isStringLiteralLike(node) ? memberOf(transitions, node.text) : undefined
    // An event that is not written out may be any.
    const from = transition ? texts(resolve(memberOf(resolve(transition), 'from')!)) : []
    const states = resolve(refusals)
    if (!ts.isObjectLiteralExpression(states.node)) throw unreadable('refusals', states.node)
    return states.node.properties.filter(ts.isPropertyAssignment)
      .filter(({ name }) => !from.includes(name.getText()))
      .flatMap(({ initializer }) => codesOf({ node: initializer, scope: states.scope }))
  }

  /** Returns the codes that a call of our own state leads to; `undefined` for other functions. */
  function codesOfCall(call: ts.CallExpression, scope: Scope): string[] | undefined {
    const [first, second, third] = call.arguments.map(node => ({ node, scope }))
    switch (call.expression.getText()) {
      case 'refusal': return codesOf(first!)
      case 'move': return codesOfStates(first!, third!)
      case 'unknown': return ofMember(second!, 'missing')
      case 'world.create': return ofMember(first!, 'used')
      default: return undefined
    }
  }

  function walk({ node, scope }: Bound, codes: Set<string>, seen: Set<string>): void {
    if (ts.isTypeNode(node)) return
    if (ts.isFunctionDeclaration(node)) return node.body && walk({ node: node.body, scope }, codes, seen)
    const refused = ts.isCallExpression(node) && codesOfCall(node, scope)
    if (refused) {
      for (const code of refused) codes.add(code)
      // The last argument of `unknown` invents a record.
      const given = node.expression.getText() === 'unknown' ? node.arguments.slice(0, 2) : node.arguments
      return given.forEach(node => walk({ node, scope }, codes, seen))
    }
    if (ts.isIdentifier(node) && !/^invent/.test(node.text)) {
      const value = valueOf(node, scope)
      const target = value && resolve(value)
      const { parent } = node
      const isCalled = ts.isCallExpression(parent) && parent.expression === node
      const inner = target && (isCalled ? bind(target, parent, scope) : target.scope)
      if (target && inner) visitOnce({ node: target.node, scope: inner }, codes, seen)
    }
    node.forEachChild(child => walk({ node: child, scope }, codes, seen))
  }

  /** A function is read once for the same arguments. */
  function visitOnce(bound: Bound, codes: Set<string>, seen: Set<string>): void {
    const key = [bound.node, ...Array.from(bound.scope.values(), ({ node }) => node)].map(placeOf).join()
    if (seen.has(key)) return
    seen.add(key)
    walk(bound, codes, seen)
  }

  const nameOf = (name: ts.PropertyName): string => {
    if (!ts.isComputedPropertyName(name)) return ts.isStringLiteralLike(name) ? name.text : name.getText()
    const text = (node: ts.Node): string => {
      const found = resolve({ node, scope: empty }).node
      if (ts.isStringLiteralLike(found)) return found.text
      return ts.isTemplateExpression(found)
        ? found.head.text + found.templateSpans.map(({ expression, literal }) => text(expression) + literal.text).join('')
        : ''
    }
    return text(name.expression)
  }

  const found = new Map<string, Set<string>>()
  const visit = (node: ts.Node): void => {
    const isTable = ts.isPropertyAssignment(node) && /^(actions|responders)$/.test(node.name.getText())
      && ts.isObjectLiteralExpression(node.initializer)
    if (!isTable) return node.forEachChild(visit)
    for (const property of node.initializer.properties) {
      if (!ts.isPropertyAssignment(property)) throw unreadable('operation', property)
      const codes = new Set<string>()
      walk({ node: property.initializer, scope: empty }, codes, new Set())
      found.set(nameOf(property.name), codes)
    }
  }
  program.getSourceFiles().filter(isOurs).forEach(visit)
  return found
}

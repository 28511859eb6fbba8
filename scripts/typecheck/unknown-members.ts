import ts from 'typescript'

const { Any, Unknown, TypeParameter, NonPrimitive } = ts.TypeFlags

/** The kinds of types whose values may have any member. */
const anyMember = Any | Unknown | TypeParameter | NonPrimitive

/**
 * Returns the members of object literals that the type expected there does not have, as “file:line: message”.
 *
 * The compiler reports such members itself, except in what an inline function returns: there it compares
 * the types of two functions, and a type may have members that another lacks.
 */
export function unknownMembers(program: ts.Program, isChecked: (file: string) => boolean): string[] {
  const checker = program.getTypeChecker()
  const found: string[] = []

  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && isChecked(file.fileName)) visit(file)
  }
  return found

  function visit(node: ts.Node): void {
    if (ts.isObjectLiteralExpression(node)) checkLiteral(node)
    ts.forEachChild(node, visit)
  }

  function checkLiteral(literal: ts.ObjectLiteralExpression): void {
    const expected = expectedTypes(literal)
    if (!expected.length || expected.some(isOpen)) return
    for (const { name } of literal.properties) {
      if (!name || ts.isComputedPropertyName(name)) continue
      if (!expected.some(type => checker.getPropertyOfType(type, name.text))) report(name)
    }
  }

  function expectedTypes(literal: ts.ObjectLiteralExpression): ts.Type[] {
    const type = checker.getContextualType(literal)
    if (!type) return []
    const some = checker.getNonNullableType(type)
    return some.isUnion() ? some.types : [some]
  }

  /** Whether a value of the type may have any member. */
  function isOpen(type: ts.Type): boolean {
    return (type.flags & anyMember) !== 0
      || checker.getIndexInfosOfType(type).length > 0
      || checker.getPropertiesOfType(type).length === 0
  }

  function report(name: ts.PropertyName): void {
    const file = name.getSourceFile()
    const { line } = file.getLineAndCharacterOfPosition(name.getStart())
    found.push(`${file.fileName}:${line + 1}: the member “${name.getText()}” is not in the expected type`)
  }
}

/** Creates a function that turns field names into program names and numbers duplicates. */
export function uniqueNames(toName: (field: string) => string): (field: string) => string {
  const taken = new Set<string>()
  return (field) => {
    const name = toName(field).replace(/\W/g, '_')
    let unique = name
    for (let count = 2; taken.has(unique); count++) unique = `${name}${count}`
    taken.add(unique)
    return unique
  }
}

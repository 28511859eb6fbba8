/** Makes names of a program out of names of fields; each one is another. */
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

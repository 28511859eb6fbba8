/** Returns the values of a template's variables, with the page's samples for empty ones. */
export function fillPlaceholders(
  template: string,
  variables: Record<string, string>,
  samples: Record<string, string>,
  onSample: (name: string, value: string) => void,
): Record<string, string> {
  const names = Array.from(template.matchAll(/\{([^{}/]+)\}/g), ([, name = '']) => name)
  return Object.fromEntries(names.map((name) => {
    const own = variables[name] ?? ''
    const sample = samples[name]
    if (own !== '' || sample === undefined) return [name, own]
    onSample(name, sample)
    return [name, sample]
  }))
}

import type { Field } from '@wxpay-live/compiler/model'

/** Returns the Chinese name of a field: its description up to the first punctuation mark; without one, its name. */
export const labelOf = ({ name, description }: Pick<Field, 'name' | 'description'>) =>
  /^[^，。：；、（(,:;`\s]+/.exec(description)?.[0] ?? name

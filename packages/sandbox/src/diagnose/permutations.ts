/** Returns the items in every order: n! lists. */
export const permutations = <Item>(items: Item[]): Item[][] => items.length < 2
  ? [items]
  : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(others => [item, ...others]))

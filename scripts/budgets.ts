/** Upper bound of each measure, in the order in which `npm run bench` prints them. Sizes in bytes. */
export const budgets = {
  'HTML of the seed page': 80 * 1024,
  'HTML of the seed page, gzip': 14 * 1024,
  'DOM nodes of that page': 2_000,
  'JS before the first click on Run, gzip': 120 * 1024,
  'JS for the first edit beyond that, gzip': 200 * 1024,
  'JS for the first TypeScript run beyond that, gzip': 120 * 1024,
  'JS for the first run of the product with most flows, gzip': 120 * 1024,
  'client in an asynchronous program, min+gzip': 10 * 1024,
  'client in all its chunks, min+gzip': 22 * 1024,
}

export type Measure = keyof typeof budgets

import { compileFolder, type CompiledOperation, type Field, fieldsOf, withMembers } from '@wxpay-live/compiler'

/** What tells pages apart when some are chosen to stand for all. */
export interface PageFeatures {
  /** The built file, such as `guide/index.html`. */
  file: string
  product?: string
  /** Everything that the page's template does differently because of it, such as `POST` or `notification, 2 forms`. */
  kinds: string[]
  /** Measures of which the page with the greatest is of interest. */
  sizes: Record<'rows' | 'nesting' | 'operations' | 'forms' | 'programs', number>
}

/** Reads the features of every page of a folder. */
export async function readFeatures(folder: string): Promise<PageFeatures[]> {
  const { catalog: { notifications = [] }, compiled, pages } = await compileFolder(folder)
  return pages.map(({ page, frontmatter }, index) => {
    const { operations, programs } = compiled[index]!
    const notification = notifications.find(notification => notification.page === page)
    const forms = notification ? [notification.resource, ...notification.alternatives ?? []] : []
    const trees = [...operations.map(({ operation }) => fieldsOf(operation)), ...forms]
    const { product } = frontmatter
    return {
      file: `${page}.html`,
      ...typeof product === 'string' && { product },
      kinds: [
        page.includes('/') ? page.split('/')[0]! : page,
        ...operations.flatMap(kindsOf),
        ...forms.length > 1 ? ['several forms'] : [],
        ...notification?.answer ? ['answer'] : [],
        ...programs.length ? ['program'] : [],
      ],
      sizes: {
        rows: trees.reduce((sum, fields) => sum + withMembers(fields).length, 0),
        nesting: Math.max(0, ...trees.map(depthOf)),
        operations: operations.length,
        forms: forms.length,
        programs: programs.length,
      },
    }
  })
}

function kindsOf({ operation, example }: CompiledOperation): string[] {
  const { method, path, request, accepts, returns, status, baseUri } = operation
  const fields = withMembers(fieldsOf(operation))
  return [
    method,
    `request ${accepts ?? (request.json ? 'json' : request.query.length ? 'query' : 'bare')}`,
    `response ${returns ?? 'json'} ${status ?? ''}`.trim(),
    ...example?.tabs.length ? ['tabs by hand'] : [],
    ...path.startsWith('/') ? [] : ['no path'],
    ...baseUri ? [`at ${baseUri}`] : [],
    ...fields.flatMap(({ encrypted, encoded, alt }) => [
      ...encrypted ? [`encrypted ${encrypted}`] : [], ...encoded ? [`encoded ${encoded}`] : [], ...alt ? ['twins'] : [],
    ]),
  ]
}

function depthOf(fields: Field[]): number {
  return Math.max(0, ...fields.map(({ children = [] }) => 1 + depthOf(children)))
}

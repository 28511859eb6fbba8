/** Whether a path in the docs folder is a reference page: an operation, a notification, what a phone opens or a product's overview. */
export const isReference = (path: string): boolean => /^(?:invoke|openapi|product|webhook)\//.test(path)

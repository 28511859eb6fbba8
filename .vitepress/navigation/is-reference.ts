/** Whether a path in the docs folder is a reference page: an operation, a notification or a product's overview. */
export const isReference = (path: string): boolean => /^(?:openapi|product|webhook)\//.test(path)

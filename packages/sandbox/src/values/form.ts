/** Whether a body is a form, as libraries send it that do not write JSON. */
export const isForm = (body: string) => /^[\w.[\]%-]+=[^\s{"]*$/.test(body)

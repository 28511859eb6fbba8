import type { Notification } from '../model/index.ts'
import { headerParameters, jsonContent } from './operation-object.ts'
import { objectSchema, type Schema } from './schema.ts'

/**
 * Writes a notification as a path item. OpenAPI cannot describe the content of an encrypted value, so `x-resource` is the
 * schema of the decrypted resource.
 */
export function webhookObject(notification: Notification): Schema {
  const { event, title, headers, body, references: [url] } = notification
  const { resource, alternatives = [], forms: names = [], answer = [] } = notification
  const parameters = headerParameters(headers)
  const forms = [resource, ...alternatives].map((fields, index): Schema => {
    const name = names[index]
    return { ...(name && { title: name }), ...objectSchema(fields) }
  })
  const responseFields = answer.find(({ name }) => name === 'body')?.children
  return {
    post: {
      'operationId': event,
      'summary': title,
      ...(url && { externalDocs: { url } }),
      'security': [],
      ...(parameters.length && { parameters }),
      'requestBody': { required: true, content: jsonContent(body) },
      'responses': {
        200: { description: '已收到', ...(responseFields && { content: jsonContent(responseFields) }) },
        default: { $ref: '#/components/responses/Error' },
      },
      'x-resource': forms.length > 1 ? { oneOf: forms } : forms[0]!,
    },
  }
}

export { type Authorization, formatAuthorization, parseAuthorization } from './authorization.ts'
export {
  requestMessage, type RequestMessageParts, responseMessage, type ResponseMessageParts,
} from './message.ts'

/** Escapes text for the content of an element and for an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&"<>]/g, char => `&#${char.charCodeAt(0)};`)
}

/** The list of products in the bar of every page. */
const list = /(<div class="VPMenu"[^>]*><ul class="items"[^>]*)>[^]*?<\/ul>/

/**
 * Empties the list of products, so that a page does not grow with their number. The browser fills it when the reader comes to it;
 * without scripts the list would not open, and the home page has it.
 */
export function withoutProducts(html: string): string {
  return html.replace(list, '$1 data-allow-mismatch="children"></ul>')
}

import { createApp, createSSRApp, type App } from 'vue'
import RunnableExample from '../components/RunnableExample.vue'
import type { ExampleOutline } from '../example.ts'
import type { ExampleCode } from '../example-code.ts'
import { inTurn } from './in-turn.ts'

const attribute = 'data-example'

/** Makes the element of an example. */
export function exampleHtml(outline: ExampleOutline, content = ''): string {
  const json = JSON.stringify(outline).replaceAll('&', '&amp;').replaceAll('\'', '&apos;')
  return `<div ${attribute}='${json}'>${content}</div>`
}

/**
 * Creates the app of an example; ids in it begin with its position.
 * @param first the code of the first tab, if the server renders it or has rendered it
 * @param create `createSSRApp` adopts the server's HTML, `createApp` renders from scratch
 */
export function createExample(
  outline: ExampleOutline, first: ExampleCode | undefined, create: typeof createApp = createSSRApp,
): App {
  const app = create(RunnableExample, { outline, first })
  app.config.idPrefix = `example-${outline.index}`
  return app
}

/**
 * Brings the examples of a body to life; returns what ends them.
 * @param isFirst whether the browser loaded the page as a document. In a later one the reader may have chosen another tab
 * than the server rendered.
 */
export function mountExamples(body: Element, isFirst: boolean): () => void {
  const ends = Array.from(body.querySelectorAll<HTMLElement>(`[${attribute}]`), element => isFirst
    ? mountInTurn(element)
    : mountExample(element, createApp))
  return () => { for (const end of ends) end() }
}

function mountExample(element: HTMLElement, create: typeof createApp): () => void {
  const outline: ExampleOutline = JSON.parse(element.getAttribute(attribute)!)
  const app = createExample(outline, codeIn(element), create)
  app.mount(element)
  return () => app.unmount()
}

/** Hydrates an example, or renders one of which the server rendered the code only, in a separate task. */
function mountInTurn(element: HTMLElement): () => void {
  const create = element.querySelector('.example-outline') ? createApp : createSSRApp
  let end = inTurn(() => { end = mountExample(element, create) })
  return () => end()
}

/** The code that the server rendered; undefined if it rendered nothing. */
function codeIn(element: Element): ExampleCode | undefined {
  const code = element.querySelector('code')
  return code ? { text: code.textContent, html: code.innerHTML } : undefined
}

import { createApp, createSSRApp, type App } from 'vue'
import RunnableExample from '../components/RunnableExample.vue'
import { escapeHtml } from '../escape-html.ts'
import type { ExampleOutline } from '../example.ts'
import type { ExampleCode } from '../example-code.ts'

const attribute = 'data-example'

/** Makes the element of an example. */
export function exampleHtml(outline: ExampleOutline, content = ''): string {
  return `<div ${attribute}="${escapeHtml(JSON.stringify(outline))}">${content}</div>`
}

/**
 * Creates the app of an example; ids in it begin with its position.
 * @param first the code of the first tab, if the server renders it or has rendered it
 */
export function createExample(outline: ExampleOutline, first: ExampleCode | undefined): App {
  const app = (first ? createSSRApp : createApp)(RunnableExample, { outline, first })
  app.config.idPrefix = `example-${outline.index}`
  return app
}

/** Brings the examples of a body to life; returns what ends them. */
export function mountExamples(body: Element): () => void {
  const apps = Array.from(body.querySelectorAll<HTMLElement>(`[${attribute}]`), (element) => {
    const app = createExample(JSON.parse(element.getAttribute(attribute)!), codeIn(element))
    app.mount(element)
    return app
  })
  return () => { for (const app of apps) app.unmount() }
}

/** The code that the server rendered; undefined if it rendered nothing. */
function codeIn(element: Element): ExampleCode | undefined {
  const code = element.querySelector('code')
  return code ? { text: code.textContent, html: code.innerHTML } : undefined
}

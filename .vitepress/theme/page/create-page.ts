import { defineComponent, h, onBeforeUnmount, onMounted, useTemplateRef, type Component } from 'vue'
import type { BodyPart } from '../../page/body-part.ts'
import { withStyleClasses } from '../../page/style-classes.ts'
import { bodyAttribute, takeBody } from './body.ts'
import { mountClinicIn } from './clinic.ts'
import { exampleHtml, mountExamples } from './examples.ts'
import { showLateCode } from './late-code.ts'
import { renderExample } from './render-example.ts'
import { watchExamples } from './run-operations.ts'

/**
 * Creates the component of a page: static HTML, in which the examples come to life.
 * @param body undefined in the browser once the site is built: there it is in the document, or was fetched with one
 */
export function createPage(body: BodyPart[] = []): Component {
  return defineComponent({ setup: import.meta.env.SSR ? () => onServer(body) : () => inBrowser(body) })
}

async function onServer(body: BodyPart[]) {
  const html = await Promise.all(body.map(part => typeof part === 'string' ? part : renderExample(part)))
  return () => h('div', { [bodyAttribute]: '', innerHTML: withStyleClasses(html.join('')) })
}

function inBrowser(body: BodyPart[]) {
  const html = import.meta.env.DEV
    ? body.map(part => typeof part === 'string' ? part : exampleHtml(part.outline)).join('')
    : takeBody()
  const root = useTemplateRef<HTMLElement>('root')
  let ends: (() => void)[] = []
  onMounted(() => {
    const body = root.value!
    const isFirst = html === undefined
    ends = [mountExamples(body, isFirst), mountClinicIn(body), watchExamples(body), showLateCode(body)]
  })
  onBeforeUnmount(() => { for (const end of ends) end() })
  // While Vue takes over what the server rendered, it leaves the content of an element without children alone.
  return () => h('div', { ref: 'root', [bodyAttribute]: '', innerHTML: html })
}

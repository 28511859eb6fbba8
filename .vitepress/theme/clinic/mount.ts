import { createApp } from 'vue'
import SignatureClinic from '../components/SignatureClinic.vue'

/** Puts the clinic into an element; returns what ends it. */
export function mountClinic(element: Element): () => void {
  const app = createApp(SignatureClinic)
  app.config.idPrefix = 'clinic'
  app.mount(element)
  return () => app.unmount()
}

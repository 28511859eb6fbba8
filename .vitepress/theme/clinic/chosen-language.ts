import { ref } from 'vue'
import type { Language } from './causes/cause.ts'

/** The language in which the clinic shows code. */
export const chosenLanguage = ref<Language>('Node')

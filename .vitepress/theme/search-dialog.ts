import { ref } from 'vue'

/** Whether the search is open. */
export const searchIsOpen = ref(false)

/** Whether Vue has mounted the page and its examples: until then they are only HTML. Runs in the page. */
export const isAlive = () => [document.querySelector('#app')!, ...document.querySelectorAll('[data-example]')]
  .every(element => '__vue_app__' in element)

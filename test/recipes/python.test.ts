import { testRecipe } from '../support/run-recipe.ts'

testRecipe('python')

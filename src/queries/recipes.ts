/** Saved lists of analyses, as a file says them: the page and the command line read the same. */
export {
  type Recipe,
  type RecipeGroups,
  type RecipeSetup,
  type RecipeStep,
  readRecipe,
  recipeFrom,
} from '#analysis/studies/index';

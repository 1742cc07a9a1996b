/** Saved lists of analyses, as a file says them: the page and the command line read the same. */
export {
  MOST_ANALYSES,
  type Recipe,
  type RecipeGroups,
  type RecipeScreen,
  type RecipeSetup,
  type RecipeStep,
  readRecipe,
  recipeFrom,
  screensOf,
} from '#analysis/studies/index';

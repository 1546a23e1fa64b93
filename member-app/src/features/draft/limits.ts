/** The most that any committee may allow; its own limits come with the draft from the server. */
export const longestTitle = 120;
export const longestText = 10_000;
export const mostSuggestions = 20;

/** The most that any committee may allow; its own limit comes with the draft from the server. */
export const longestTitle = 120;

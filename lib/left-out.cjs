/** Replaces a package that no code of the bundle calls (`function-bundle.ts`). */
module.exports = {};

/** Stands in a bundle for a package that nothing in it calls (`function-bundle.ts`). */
module.exports = {};

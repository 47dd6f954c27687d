// Plain JavaScript, because this file must run on the old Node that it warns about.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Wireroom needs Node 24 and this is Node ${process.versions.node}. The dev dependency "node" brings it: ` +
      'run `npm ci` with install scripts allowed (without --ignore-scripts), or put Node 24 on your PATH.',
  );
  process.exit(1);
}

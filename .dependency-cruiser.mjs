// Imports run one way (docs/architecture.md). Each package may reach what its line names, and itself.
const arrows = {
  procedure: [],
  ui: [],
  jobs: ['procedure'],
  db: ['procedure'],
  auth: ['db', 'procedure'],
  usecases: ['db', 'jobs', 'procedure'],
  adapters: ['usecases', 'procedure'],
  api: ['usecases', 'auth', 'procedure'],
  site: ['adapters', 'api', 'auth', 'ui', 'usecases', 'procedure'],
}
const apps = ['site', 'api', 'usecases', 'jobs', 'auth', 'adapters', 'ui', 'procedure']

const inPackages = (names) => `^packages/(${names.join('|')})/`
// Tests may also use testkit, which may use anything but the apps. The access matrix is a test in many files.
const notTests = String.raw`(\.test\.tsx?|/api/src/access/[\w/-]+\.ts)$`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(arrows).map(([name, allowed]) => ({
      name: `${name}-reaches-only-${allowed.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: notTests },
      to: { path: '^(packages|apps)/', pathNot: inPackages([name, ...allowed]) },
    })),
    {
      name: 'tests-of-packages-stay-in-packages',
      severity: 'error',
      from: { path: `^packages/.*${notTests}` },
      to: { path: '^apps/' },
    },
    {
      name: 'ports-are-types',
      comment: 'adapters know use cases only by the types of their ports',
      severity: 'error',
      from: { path: '^packages/adapters/', pathNot: notTests },
      to: { path: '^packages/usecases/', pathNot: '^packages/usecases/src/ports/' },
    },
    {
      name: 'apps-never-reach-the-database',
      severity: 'error',
      from: { path: '^apps/', pathNot: notTests },
      to: { path: ['^packages/(?!(' + apps.join('|') + ')/)', 'node_modules/(@prisma|prisma|pg)/'] },
    },
    {
      name: 'apps-do-not-reach-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-reaches-the-benches',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'the-engine-is-pure',
      severity: 'error',
      from: {
        path: '^packages/procedure/src/',
        pathNot: [notTests, '^packages/procedure/src/cli/', String.raw`\.node\.ts$`],
      },
      to: {
        path: '^(node:)?(fs|fs/promises|http|https|net|child_process|os|worker_threads)$',
        dependencyTypes: ['core'],
      },
    },
    {
      name: 'the-checker-counts-for-itself',
      comment:
        'proofs of periods are checked by code that shares the reading of requests with the counting, and nothing else',
      severity: 'error',
      from: { path: '^packages/procedure/src/period/check[/-]', pathNot: notTests },
      to: {
        path: '^packages/procedure/src/(period|calendar)/',
        pathNot: String.raw`/(check/[\w-]+|model|words|read-[\w-]+|court-calendar|define-calendar|input-error|zone)\.ts$`,
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/generated/' },
    },
    {
      name: 'no-tests-in-products',
      severity: 'error',
      from: { pathNot: [notTests, '^packages/testkit/', '^e2e/', '^bench/', '/test/'] },
      to: { path: [notTests, '^packages/testkit/', 'node_modules/(vitest|@playwright/test)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^bench/peers/', '/\\.next/', '/generated/', 'next-env\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}

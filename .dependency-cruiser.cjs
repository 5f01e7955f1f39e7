const NOT_SHIPPED = '\\.(spec|story|browser)\\.ts$|^apps/web/src/test-setup\\.ts$|^apps/web/jest';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'libs/domain says what is true: no framework, no clock, no I/O. Only dates/ may use the calendar library.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/|^node_modules/@internationalized/date/' },
    },
    {
      name: 'calendar-only-in-dates',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '^libs/domain/src/dates/|\\.spec\\.ts$' },
      to: { path: '^node_modules/@internationalized/' },
    },
    {
      name: 'contracts-import-domain-and-validation',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/(contracts|domain)/|^node_modules/(class-validator|class-transformer)/' },
    },
    {
      name: 'sealed-packages-run-anywhere',
      comment: 'What seals on the server and opens in a browser knows neither: the platform that both have, and two libraries.',
      severity: 'error',
      from: { path: '^libs/sealed-packages/', pathNot: '\\.spec(-help)?\\.ts$' },
      to: { pathNot: '^libs/sealed-packages/|^node_modules/(hpke|@noble/hashes)/' },
    },
    { name: 'libs-not-to-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'api-not-to-web', severity: 'error', from: { path: '^apps/api/' }, to: { path: '^apps/web/|^node_modules/@angular/' } },
    {
      name: 'web-not-to-api',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/api|migrations|libs/embedded-postgres)/|^node_modules/(@nestjs|typeorm|pg)/' },
    },
    {
      name: 'capability-through-its-door',
      comment: 'Of another capability the API takes its .module, .records, .entity, .view or .job and nothing else.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/|openapi/|demo/)([^/]+)/', pathNot: '\\.(spec|story)\\.ts$' },
      to: { path: '^apps/api/src/(?!platform/|openapi/)[^/]+/', pathNot: '^apps/api/src/$1/|\\.(module|records|entity|view|job)\\.ts$' },
    },
    {
      name: 'platform-knows-no-capability',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: '\\.(spec|story)\\.ts$' },
      to: { path: '^apps/api/src/(?!platform/|openapi/)[^/]+/' },
    },
    {
      name: 'web-platform-knows-no-capability',
      severity: 'error',
      from: { path: '^apps/web/src/app/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/web/src/app/(?!platform/)[^/]+/' },
    },
    {
      name: 'web-capability-through-its-parts',
      comment: 'A page places what another capability offers for placing: its <x>.part.ts, and nothing else of it.',
      severity: 'error',
      from: { path: '^apps/web/src/app/(?!platform/)([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/web/src/app/(?!platform/)[^/]+/', pathNot: '^apps/web/src/app/$1/|\\.part\\.ts$' },
    },
    {
      name: 'nothing-shipped-needs-a-dev-package',
      severity: 'error',
      from: { path: '^(apps/api|libs|migrations)/', pathNot: NOT_SHIPPED },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'nothing-shipped-needs-a-test',
      severity: 'error',
      from: { pathNot: `${NOT_SHIPPED}|^test/` },
      to: { path: '^test/|\\.(spec|story)\\.ts$' },
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true, dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/|openapi/metadata\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};

'use strict';

const slices = 'figures|inspections|register|scrutiny';
const foundations = 'ledger|read-model|pages|identity|provenance|sheets|due-dates|notation';

/** The borders of the house (docs/ARCHITECTURE.md, "Who may import whom"), checked by test/borders.spec.ts. */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'apps-are-imported-by-nobody',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'libraries-only-through-their-index',
      severity: 'error',
      from: { path: '^(?:libs|apps|test)/([^/]+)/', pathNot: '(\\.spec\\.ts|/testing/)' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'foundations-know-no-slice',
      severity: 'error',
      from: { path: `^libs/(${foundations})/` },
      to: { path: `^libs/(${slices}|runtime|sample-kent)/` },
    },
    {
      name: 'slices-share-types-only',
      severity: 'error',
      from: { path: `^libs/(${slices})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${slices}|runtime)/`, pathNot: '^libs/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'deciders-are-pure',
      severity: 'error',
      from: { path: '\\.(decider|events|view)\\.ts$' },
      to: { path: '(^node:|^(fs|path|crypto)$|node_modules/(@nestjs|libsql|rxjs|fastify)/)' },
    },
    {
      name: 'pages-go-through-the-buses',
      severity: 'error',
      from: { path: '\\.page\\.ts$' },
      to: { path: '(\\.decider\\.ts|libs/ledger/src/store/|libs/read-model/|libsql)' },
    },
    {
      name: 'one-file-opens-the-event-database',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot:
          '(^libs/ledger/src/(store/(embedded-log|log-file)|sealing/sqlite-key-store|drafts/sqlite-drafts)\\.ts$|^libs/read-model/|^libs/runtime/src/data-directory\\.ts$|session-store\\.ts$|\\.spec\\.ts$|/testing/)',
      },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'one-file-speaks-to-the-cluster',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/ledger/src/kurrent/cluster\\.ts$' },
      to: { path: 'node_modules/(@eventstore|@grpc|google-protobuf)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
  },
};

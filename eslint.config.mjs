import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Files that must stay pure: what they need of the world arrives in the envelope. */
const pure = [
  '**/*.events.ts',
  '**/*.decider.ts',
  '**/*.view.ts',
  'libs/figures/src/*.ts',
  'libs/inspections/src/*.ts',
  'libs/scrutiny/src/*.ts',
  'libs/scrutiny/src/*/*-state.ts',
  'libs/due-dates/src/*.ts',
  'libs/notation/src/*.ts',
];
const impure = [
  'libs/figures/src/write-book.ts',
  'libs/figures/src/body.ts',
  'libs/figures/src/*.module.ts',
  'libs/inspections/src/write-book.ts',
  'libs/inspections/src/body.ts',
  'libs/inspections/src/*.module.ts',
  'libs/scrutiny/src/write-book.ts',
  'libs/scrutiny/src/body.ts',
  'libs/scrutiny/src/*.module.ts',
  '**/*.spec.ts',
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'bench-results/**', 'data/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ports are asynchronous also where an adapter has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Nest reads constructor parameter types at run time: there an import must stay a value.
    files: [
      'apps/**/*.ts',
      'libs/runtime/**/*.ts',
      '**/*.command.ts',
      '**/*.query.ts',
      '**/*.page.ts',
      '**/*.module.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: pure,
    ignores: impure,
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@nestjs/*', 'node:*', 'libsql', 'rxjs', 'fastify'] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time arrives in the context.' },
        { object: 'Math', property: 'random', message: 'Nothing random in a pure file.' },
      ],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'fetch'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The time arrives in the context.',
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        setImmediate: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    // What runs in a browser.
    files: ['libs/pages/src/scripts/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        window: 'readonly',
        document: 'readonly',
        location: 'readonly',
        EventSource: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
);

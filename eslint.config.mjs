import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const generated = ['**/generated/**', '**/.next/**', '**/next-env.d.ts', '.data/**', 'test-results/**']

export default defineConfig(
  globalIgnores([...generated, '**/node_modules/**']),
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 500 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    // Environment is read in one validated place per app. NODE_ENV and NEXT_RUNTIME are replaced by the bundler and may be asked anywhere.
    files: ['packages/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'],
    // main.ts hands process.env to env.ts as it is; tests and command lines stand outside.
    ignores: [
      '**/env.ts',
      '**/main.ts',
      '**/*.test.{ts,tsx}',
      'packages/*/src/cli/**',
      'packages/db/src/migrate.ts',
      'packages/testkit/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name="process"][property.name="env"]:not(MemberExpression[property.name=/^(NODE_ENV|NEXT_RUNTIME)$/] > MemberExpression)',
          message: 'Read the environment in env.ts of the app; packages receive values.',
        },
      ],
    },
  },
  {
    // The engine is pure: no clock, no chance, no input or output.
    files: ['packages/procedure/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/procedure/src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The engine gets `now` as a parameter.' },
        { object: 'Math', property: 'random', message: 'The engine gets chance as a seed.' },
      ],
    },
  },
)

function nodeGlobals() {
  const names = [
    'process',
    'console',
    'Buffer',
    'URL',
    'URLSearchParams',
    'fetch',
    'AbortSignal',
    'AbortController',
    'performance',
  ]
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask']
  const web = [
    'TextEncoder',
    'TextDecoder',
    'structuredClone',
    'crypto',
    'document',
    'window',
    'WebAssembly',
    'globalThis',
  ]
  return Object.fromEntries([...names, ...timers, ...web].map((name) => [name, 'readonly']))
}

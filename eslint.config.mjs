import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*.story.ts', '**/*.browser.ts', 'test/**/*.ts'];
/** The rooms that may know TypeORM's ways to the tables: the platform, and the records of each capability. */
const KEEPERS_OF_TABLES = ['apps/api/src/platform/**/*.ts', '**/*.records.ts', 'migrations/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'];

const NO_SAVE = {
  selector: "CallExpression[callee.property.name='save'][callee.object.property.name=/(repository|repo|entityManager|manager)$/i]",
  message: 'No save(): it writes over rows that somebody else changed. Write an insert or an update with its version in the records.',
};
const NO_PARAMETER_FLAGS = {
  selector: 'TSParameterProperty > AssignmentPattern > Literal[raw=/^(true|false)$/]',
  message: 'No boolean arguments: give the two acts two names.',
};
const TABLES_THROUGH_RECORDS = {
  paths: [
    {
      name: 'typeorm',
      importNames: ['DataSource', 'EntityManager', 'Repository', 'QueryRunner', 'SelectQueryBuilder', 'In', 'Like', 'Raw'],
      message: 'Tables are reached only through Records.',
    },
    {
      name: '@nestjs/typeorm',
      importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'],
      message: 'Tables are reached only through Records.',
    },
    { name: 'pg', message: 'Tables are reached only through Records.' },
  ],
};

export default defineConfig(
  {
    ignores: [
      'dist',
      '.data',
      '.angular',
      'coverage',
      'node_modules',
      'apps/api/src/openapi/metadata.ts',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off', // a promise may be what an interface asks for
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 7 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', NO_SAVE, NO_PARAMETER_FLAGS],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    ignores: [...KEEPERS_OF_TABLES, ...TESTS],
    rules: { 'no-restricted-imports': ['error', TABLES_THROUGH_RECORDS] },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/embedded-postgres/**', 'apps/api/src/platform/**', 'apps/*/src/main.ts', ...TESTS],
    rules: { 'no-console': 'error' },
  },
  {
    // migrations, code lists, drawings and demo data are long because the world is, not because the file does too much
    files: [
      'migrations/**',
      'libs/domain/src/vocabulary/**',
      'libs/domain/src/names/*-names.ts',
      'libs/domain/src/access/**',
      'apps/api/src/**/demo/**',
      ...TESTS,
    ],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@typescript-eslint/unbound-method': 'off', // Validators.required is a plain function
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'app', style: 'camelCase' }],
    },
  },
  { files: ['apps/web/**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  {
    files: TESTS,
    rules: {
      ...Object.fromEntries(
        ['member-access', 'assignment', 'argument', 'call', 'return'].map((rule) => [`@typescript-eslint/no-unsafe-${rule}`, 'off']),
      ),
    },
  },
);

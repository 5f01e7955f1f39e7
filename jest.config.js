const { existsSync } = require('node:fs');
const path = require('node:path');

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];

/** @type {import('jest').Config} */
const node = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'json'],
  moduleNameMapper: { '^@panah/(domain|contracts|embedded-postgres|sealed-packages)/(.*)$': '<rootDir>/libs/$1/src/$2' },
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.NIGHT ? [] : ['\\.night\\.'])],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  transform: { '^.+\\.ts$': swc },
};

const webConfig = path.join(__dirname, 'apps/web/jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/test/*.spec.ts'],
    },
    {
      ...node,
      displayName: 'api',
      testMatch: ['<rootDir>/test/**/*.story.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
    ...(existsSync(webConfig) ? ['<rootDir>/apps/web'] : []),
  ],
};

const { createCjsPreset } = require('jest-preset-angular/presets');
/** Runs under `node --experimental-vm-modules` (the API projects need it): Angular's .mjs files are then loaded natively through require(esm), not transformed.
 * @type {import('jest').Config} */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json', testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env' }),
  displayName: 'web',
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@panah/domain/(.*)$': '<rootDir>/../../libs/domain/src/$1',
    '^@panah/contracts/(.*)$': '<rootDir>/../../libs/contracts/src/$1',
    '^@panah/sealed-packages/(.*)$': '<rootDir>/../../libs/sealed-packages/src/$1',
  },
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
};

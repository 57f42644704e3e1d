'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const swc = JSON.parse(readFileSync(join(__dirname, '.swcrc.json'), 'utf8'));
delete swc.$schema;

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { ...swc, swcrc: false, configFile: false }] },
  transformIgnorePatterns: ['/node_modules/(?!(?:jose|d3-[a-z-]+|internmap)/)'],
  moduleNameMapper: {
    '^@daybook/([\\w-]+)$': '<rootDir>/libs/$1/src',
    '^@daybook/([\\w-]+)/(.+)$': '<rootDir>/libs/$1/src/$2',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  maxWorkers: 2,
  testTimeout: 60_000,
};

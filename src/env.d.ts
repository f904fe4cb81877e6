/// <reference types="vite/client" />

/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;
/** This very build: two builds of one version differ. */
declare const __BUILD__: string;

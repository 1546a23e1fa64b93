/// <reference types="vite/client" />

/** The server's shapes that this release was made for. */
declare const __FORM__: string;

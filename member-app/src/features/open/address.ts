/** Where anybody reads what a committee has opened: by its path, as it stands on the committee's own site, and not after the #. */
export type OpenAddress = { code: string; id: string | null };

export function openAddressAt(pathname: string): OpenAddress | null {
  const [, code, id] = /^\/m\/open\/([^/]+)(?:\/([^/]+))?\/?$/.exec(pathname) ?? [];
  return code ? { code, id: id ?? null } : null;
}

export function addressOf(code: string, id?: string): string {
  return `/m/open/${[code, id].filter(Boolean).join('/')}`;
}

import { useEffect, useState } from 'react';
import { isLasting } from './shelves';

/** False where this phone keeps nothing beyond the open page; that is said wherever "saved" would be. */
export function useLasting(): boolean {
  const [lasting, setLasting] = useState(true);
  useEffect(() => void isLasting().then(setLasting, () => setLasting(false)), []);
  return lasting;
}

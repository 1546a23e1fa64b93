import { type RefObject, useEffect, useRef, useState } from 'react';
import { isRecord } from '../../api/problem';
import { useSeat } from '../../session/session';
import { keep, take } from '../../store/db';
import { t } from '../../text/t';
import { bytesOf } from './papers';
import { useAddress } from './useAddress';

/** A picture by its file, fetched when it comes near the screen; pressed it opens, where it can. */
export function Picture({
  of,
  id,
  name,
  onOpen,
}: {
  /** What it belongs to, with which it goes. */
  of: string;
  id: string;
  name: string;
  onOpen?: () => void;
}) {
  const place = useRef<HTMLButtonElement>(null);
  const { bytes, failed, again } = useBytes(of, id, useSeen(place));
  const address = useAddress(bytes);
  return (
    <button type="button" ref={place} className="picture" onClick={failed ? again : onOpen}>
      {address ? <img src={address} alt={name} /> : <span>{t(failed ? 'picture.failed' : 'picture.coming')}</span>}
      {!address && <span className="vh">{name}</span>}
    </button>
  );
}

/** From this phone where it was seen before, else from the server: a file never changes. What is `of` nothing may not stay, and is fetched each time. */
export function useBytes(of: string | undefined, fileId: string, wanted: boolean) {
  const { seat } = useSeat();
  const [bytes, setBytes] = useState<Blob | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another look
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    setFailed(false);
    (of ? seenOrFetched(seat.id, of, fileId) : bytesOf(seat.id, fileId))
      .then((found) => !left && setBytes(found))
      .catch((error: unknown) => !left && setFailed(Boolean(error)));
    return () => {
      left = true;
    };
  }, [seat.id, of, fileId, wanted, tries]);
  useEffect(() => {
    if (!failed) return;
    const again = () => setTries((now) => now + 1);
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, [failed]);
  return { bytes, failed, again: () => setTries((now) => now + 1) };
}

async function seenOrFetched(seatId: string, of: string, fileId: string): Promise<Blob> {
  const key = `${seatId}/file/${of}/${fileId}`;
  const seen = await take('seen', key);
  if (isRecord(seen) && seen.bytes instanceof Blob) return seen.bytes;
  const bytes = await bytesOf(seatId, fileId);
  await keep('seen', key, { bytes });
  return bytes;
}

/** True from the moment it first comes near the screen. */
function useSeen(place: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && setSeen(true), {
      rootMargin: '200px',
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return seen;
}

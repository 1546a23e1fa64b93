import { LockOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../ui/text';
import type { Auth, Ended } from './auth';
import { idleMinutes, isIdle, signOfLife } from './idle';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

/**
 * After twenty idle minutes, or when the same person has logged in at another desk, a curtain falls over the page. What was
 * typed stays where it is, behind it. A reload or another window is no way past it: log-in then asks for the password again.
 */
export function IdleLock({ auth, children }: { auth: Auth; children: ReactNode }) {
  const client = useQueryClient();
  const [why, setWhy] = useState<'idle' | Ended>();
  const locked = why !== undefined;
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (locked) return;
    const alive = () => signOfLife(Date.now());
    alive();
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true, capture: true });
    const timer = window.setInterval(() => {
      if (isIdle(Date.now())) setWhy('idle');
    }, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, alive, { capture: true });
      window.clearInterval(timer);
    };
  }, [locked]);

  useEffect(() => {
    auth.onEnded = setWhy;
    return () => {
      auth.onEnded = undefined;
    };
  }, [auth]);

  useEffect(() => {
    if (locked) auth.lock();
    else auth.unlocked();
  }, [locked, auth]);

  const open = async () => {
    const same = await auth.unlock().catch(() => false);
    setFailed(!same);
    if (!same) return;
    setWhy(undefined);
    // What was asked for in between was refused.
    if (why !== 'idle') void client.invalidateQueries();
  };

  useEffect(() => {
    document.body.classList.toggle('locked', locked);
  }, [locked]);

  return (
    <>
      {children}
      {why &&
        createPortal(<Curtain why={why} failed={failed} onOpen={open} onLeave={() => auth.logOut()} />, document.body)}
    </>
  );
}

interface CurtainProps {
  why: 'idle' | Ended;
  failed: boolean;
  onOpen: () => void;
  onLeave: () => void;
}

/** Hides and disables everything else on the page, dialogs too. */
function Curtain({ why, failed, onOpen, onLeave }: CurtainProps) {
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <div className="lock-box">
        <LockOutlined className="lock-icon" />
        <h1 id="lock-title">{t(why === 'idle' ? 'lock.title' : 'lock.endedTitle')}</h1>
        <p>{why === 'idle' ? t('lock.text', { minutes: idleMinutes }) : t(`lock.${why}Text`)}</p>
        {failed && <p className="overdue">{t('lock.failed')}</p>}
        <Button type="primary" size="large" onClick={onOpen} autoFocus>
          {t(why === 'idle' ? 'lock.open' : 'lock.logInAgain')}
        </Button>
        <Button type="link" onClick={onLeave}>
          {t('auth.signOut')}
        </Button>
      </div>
    </div>
  );
}

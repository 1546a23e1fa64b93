import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { api, credentials, read } from '../api/client';
import { ApiProblem, isRecord } from '../api/problem';
import { dropAllDrafts } from '../api/store';
import { isIdle, signOfLife } from './idle';

/** Keycloak did not answer, so nobody can log in now. */
const KEYCLOAK_AWAY = new ApiProblem(0, 'login.unavailable', '', [], undefined);
const base = `${window.location.origin}/console`;

/** Logged out or run out, or the same person has logged in at another console since. */
export type Ended = 'ended' | 'replaced';

/** Log-in by code flow with PKCE. Tokens live in this page's memory only; a reload asks Keycloak again. */
export class Auth {
  /** Who covers the page when its session has ended: nothing that was typed may be lost by leaving it. */
  onEnded: ((why: Ended) => void) | undefined;

  private constructor(private readonly manager: UserManager) {}

  static async start(): Promise<Auth> {
    const config = await read(api.GET('/api/client-config'));
    const manager = new UserManager({
      authority: config.issuer,
      client_id: config.consoleClientId,
      redirect_uri: `${base}/callback`,
      post_logout_redirect_uri: `${base}/`,
      scope: 'openid profile',
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
      automaticSilentRenew: true,
      popupWindowFeatures: { width: 520, height: 680 },
    });
    const auth = new Auth(manager);
    credentials.token = () => auth.token();
    credentials.onProblem = (problem) => auth.heed(problem);
    return auth;
  }

  async isLoggedIn(): Promise<boolean> {
    return (await this.token()) !== undefined;
  }

  /** Leaves for Keycloak and comes back to where the person was. */
  async logIn(acr?: '2'): Promise<never> {
    const prompt = isIdle(Date.now()) ? 'login' : undefined;
    await this.manager.signinRedirect({ state: { returnTo: here() }, acr_values: acr, prompt }).catch(() => {
      throw KEYCLOAK_AWAY;
    });
    return new Promise(() => {});
  }

  /** Keycloak sent the browser back: where was the person going? */
  async finish(): Promise<string> {
    if (window.opener) {
      // The lock's window: it hands the answer to the page that opened it, and closes.
      await this.manager.signinPopupCallback();
      return '/';
    }
    const user = await this.manager.signinCallback();
    signOfLife(Date.now());
    return returnTo(user);
  }

  /** The lock's key: the same person proves again who they are, by as many factors, beside the page, which stays as it is. */
  async unlock(): Promise<boolean> {
    const before = await this.manager.getUser();
    const acr_values = before ? levelOf(before.access_token) : undefined;
    const again = await this.manager.signinPopup({ prompt: 'login', acr_values });
    return again.profile.sub === before?.profile.sub;
  }

  lock(): void {
    this.manager.stopSilentRenew();
  }

  unlocked(): void {
    this.manager.startSilentRenew();
  }

  async logOut(): Promise<void> {
    dropAllDrafts();
    await this.manager.signoutRedirect();
  }

  private async token(): Promise<string | undefined> {
    const user = await this.manager.getUser();
    if (!user) return undefined;
    if (!user.expired) return user.access_token;
    const renewed = await this.manager.signinSilent().catch(() => null);
    return renewed?.access_token;
  }

  private heed(problem: ApiProblem): void {
    if (problem.code === 'auth.step-up-required') void this.logIn('2');
    else if (problem.status !== 401) return;
    else if (this.onEnded) this.onEnded(problem.code === 'auth.session-replaced' ? 'replaced' : 'ended');
    else void this.logIn();
  }
}

/** How strongly the bearer of this token has proved who he is. */
function levelOf(token: string): string | undefined {
  const [, claims = ''] = token.split('.');
  const said: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
  return isRecord(said) && typeof said.acr === 'string' ? said.acr : undefined;
}

function here(): string {
  return `${window.location.pathname}${window.location.search}`.replace(/^\/console/, '') || '/';
}

function returnTo(user: User | undefined): string {
  const state = user?.state;
  const path = isRecord(state) ? state.returnTo : undefined;
  return typeof path === 'string' && path.startsWith('/') && !path.startsWith('/callback') ? path : '/';
}

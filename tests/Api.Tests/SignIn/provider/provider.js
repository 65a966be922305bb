// The university, for the sign-in tests: oidc-provider, a certified OpenID provider, with its own sign-in pages.
// Whoever types a login is who the login says, as a query: subject=u1&email=a%40b.example&verified=true. A login may
// ask to be cheated: forge=… lets everything happen as usual and then changes one thing in the ID token. Every start
// makes new keys.
//
// Started as `node provider.js '{"port": 0, "clientId": …, "clientSecret": …, "redirectUri": …}'`; prints its
// address when it answers, and ends when its standard input does.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const settings = JSON.parse(process.argv[2]);
const algorithm = 'RS256';
const kid = randomUUID();
const ours = await generateKeyPair(algorithm, { extractable: true });
const strangers = await generateKeyPair(algorithm);
const now = () => Math.floor(Date.now() / 1000);
const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

const sign = (claims, key = ours.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' }).sign(key);

// Each changes one thing and leaves the rest as it was issued.
const forgeries = {
  nothing: sign,
  nonce: (claims) => sign({ ...claims, nonce: 'of another attempt' }),
  expired: (claims) => sign({ ...claims, iat: now() - 7200, exp: now() - 3600 }),
  endless: ({ exp, ...claims }) => sign(claims),
  early: (claims) => sign({ ...claims, nbf: now() + 3600 }),
  audience: (claims) => sign({ ...claims, aud: 'another-client' }),
  audiences: (claims) => sign({ ...claims, aud: [claims.aud, 'another-client'], azp: 'another-client' }),
  issuer: (claims) => sign({ ...claims, iss: 'https://elsewhere.example' }),
  nobody: ({ sub, ...claims }) => sign(claims),
  'other-key': (claims) => sign(claims, strangers.privateKey),
  unsigned: (claims) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
  'shared-secret': (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(settings.clientSecret)),
};

const account = (login) => {
  const fields = new URLSearchParams(login);
  return {
    accountId: login,
    claims: () => ({
      sub: fields.get('subject'),
      email: fields.get('email') ?? undefined,
      email_verified: fields.has('verified') ? fields.get('verified') === 'true' : undefined,
    }),
  };
};

const server = createServer();
await new Promise((listening) => server.listen(settings.port, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    redirect_uris: [settings.redirectUri],
    subject_type: 'pairwise',
  }],
  subjectTypes: ['pairwise'],
  pairwiseIdentifier: (_, login) => new URLSearchParams(login).get('subject'),
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
  findAccount: (_, login) => account(login),
  jwks: { keys: [{ ...await exportJWK(ours.privateKey), alg: algorithm, kid, use: 'sig' }] },
  cookies: { keys: [randomUUID()] },
  pkce: { required: () => true },
});

provider.use(async (ctx, next) => {
  if (ctx.path === '/mint') {
    // A token of this issuer for a script: what it says is in the address.
    const { forge = 'nothing', lives = '300', ...claims } = ctx.query;
    ctx.body = await forgeries[forge]({ iss: issuer, iat: now(), exp: now() + Number(lives), ...claims });
    return;
  }

  await next();
  if (ctx.oidc?.route !== 'token' || !ctx.body?.id_token) return;
  const login = new URLSearchParams(ctx.oidc.entities.Account.accountId);
  const claims = decodeJwt(ctx.body.id_token);
  if (login.has('told')) Object.assign(claims, { email: login.get('email'), email_verified: true });
  ctx.body.id_token = await forgeries[login.get('forge') ?? 'nothing'](claims);
});

server.on('request', provider.callback());
process.stdin.on('end', () => process.exit()).resume();
console.log(`answers at ${issuer}`);

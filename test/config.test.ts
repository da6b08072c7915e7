import { describe, expect, test } from 'vitest'
import { loadConfig } from '../src/config.ts'

describe('the configuration', () => {
  test('needs nothing to be set', () => {
    const config = loadConfig({ XDG_DATA_HOME: '' })
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4000, logLevel: 'info' })
    expect(config.neo4j).toEqual({ uri: null, username: 'neo4j', password: null, database: null })
  })

  test('counts an empty variable as unset', () => {
    expect(loadConfig({ PORT: '', NEO4J_PASSWORD: '' })).toEqual(loadConfig({}))
  })

  test('tells all faults together, in both languages', () => {
    const load = () => loadConfig({ PORT: 'x', LOG_LEVEL: 'loud', NEO4J_URI: 'http://graph' })
    expect(load).toThrow(/PORT: .*\n.*NEO4J_URI: .*\n.*LOG_LEVEL: /)
    expect(load).toThrow(/cần một số nguyên .* give a whole number/)
  })

  test.each(['70000', '-1', '4.5', 'http'])('refuses the port %s', (PORT) => {
    expect(() => loadConfig({ PORT })).toThrow('PORT')
  })

  test.each(['bolt://127.0.0.1:7687', 'bolt://localhost', 'neo4j://[::1]:7687'])(
    'lets %s go without a password',
    (uri) => {
      expect(loadConfig({ NEO4J_URI: uri }).neo4j).toMatchObject({ uri, password: null })
    },
  )

  test.each([undefined, 'neo4j', 'password'])('refuses the password %s beyond this machine', (password) => {
    const env = { NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD: password }
    expect(() => loadConfig(env)).toThrow('NEO4J_PASSWORD')
    expect(loadConfig({ ...env, NEO4J_PASSWORD: 'a word of its own' }).neo4j.password).toBe(
      'a word of its own',
    )
  })

  test.each(['bolt://127.0.0.1.example', 'bolt://localhost.example'])('is not fooled by %s', (NEO4J_URI) => {
    expect(() => loadConfig({ NEO4J_URI })).toThrow('NEO4J_PASSWORD')
  })

  test('tells faults of the API together with the others', () => {
    const env = {
      PORT: 'x',
      CANCU_RATE_LIMIT: '-1',
      CANCU_INTROSPECTION: 'yes',
      CANCU_CORS_ORIGINS: 'https://a.gov.vn, b.gov.vn',
      CANCU_FRAME_ANCESTORS: "https://a.gov.vn; script-src 'unsafe-inline'",
      CANCU_TRUSTED_PROXIES: '10.0.0.0/8,10.0.0.0/33',
      CANCU_ALLOWED_HOSTS: 'a.gov.vn/path',
      CANCU_QUERY_TIMEOUT: '0',
    }
    const told = () => loadConfig(env)
    for (const name of Object.keys(env)) expect(told).toThrow(new RegExp(`^ {2}${name}: `, 'm'))
  })
})

describe('the API', () => {
  const OPEN = { exposed: false, introspection: true, graphiql: true, anonymousReads: true, rateLimit: 0 }
  const SHUT = { exposed: true, introspection: false, graphiql: false, anonymousReads: false, rateLimit: 600 }

  test.each([{}, { HOST: 'localhost' }, { HOST: '::1' }, { HOST: '0.0.0.0', CANCU_LOCAL_ONLY: 'true' }])(
    'is open where only this machine reaches it: %j',
    (env: Record<string, string>) => {
      expect(loadConfig(env).api).toMatchObject(OPEN)
    },
  )

  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.2' },
    { HOST: 'localhost.example' },
    { CANCU_ALLOWED_HOSTS: 'cancu.gov.vn' },
  ])('is shut where others may: %j', (env: Record<string, string>) => {
    expect(loadConfig(env).api).toMatchObject(SHUT)
  })

  test('does as it is told', () => {
    const { api } = loadConfig({
      HOST: '0.0.0.0',
      CANCU_INTROSPECTION: 'true',
      CANCU_ANONYMOUS_READS: 'true',
      CANCU_RATE_LIMIT: '10',
      CANCU_CORS_ORIGINS: 'https://A.gov.vn/, http://b.gov.vn:8080',
      CANCU_FRAME_ANCESTORS: 'https://*.gov.vn',
    })
    expect(api).toMatchObject({ introspection: true, graphiql: false, anonymousReads: true, rateLimit: 10 })
    expect(api.frameAncestors).toEqual(['https://*.gov.vn'])
    expect(api.corsOrigins).toEqual(['https://a.gov.vn', 'http://b.gov.vn:8080'])
  })
})

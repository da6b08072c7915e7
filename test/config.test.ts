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
})

// Gives the tests a real, empty Neo4j: the one they are told of, else a container, else a managed one of their own.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Neo4jContainer } from '@testcontainers/neo4j'
import neo4j, { type Driver } from 'neo4j-driver'
import { type ContainerRuntimeClient, getContainerRuntimeClient, getReaper, ImageName } from 'testcontainers'
import type { TestProject } from 'vitest/node'
import { loadConfig } from '../../src/config.ts'
import { connectOrStartManaged } from '../../src/graph/managed/index.ts'
import { programFolder } from '../../src/graph/managed/program.ts'

const IMAGE = 'neo4j:5.26-community'
const HELP = `CANCU_TEST_NEO4J is "managed" or "testcontainers"; NEO4J_TEST_URI names an empty Neo4j to use instead.`

/** What tests get by `inject('neo4j')`. */
export interface TestNeo4j {
  readonly uri: string
  readonly username: string
  readonly password: string
}

interface Provided extends TestNeo4j {
  /** How it was come by, for the line that is printed. */
  readonly way: string
  end(): Promise<void>
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestNeo4j
  }
}

/** vitest's global setup: one Neo4j for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { way, end, ...address } = await provideNeo4j(process.env)
  console.log(`Neo4j for the tests: ${way} at ${address.uri}`)
  project.provide('neo4j', address)
  return end
}

async function provideNeo4j(env: NodeJS.ProcessEnv): Promise<Provided> {
  const way = env.CANCU_TEST_NEO4J || undefined
  if (way !== undefined && way !== 'managed' && way !== 'testcontainers') throw new Error(HELP)
  if (way === undefined && env.NEO4J_TEST_URI) return openNamed(env, env.NEO4J_TEST_URI)
  if (way === 'managed') return startManaged()
  if (way === 'testcontainers') return startContainer(await getContainerRuntimeClient())
  const engine = await getContainerRuntimeClient().catch(() => null)
  return engine !== null && (await hasImage(engine)) ? startContainer(engine) : startManaged()
}

/** Whatever is in it at the end, the tests made: it was empty when they began. */
async function openNamed(env: NodeJS.ProcessEnv, uri: string): Promise<Provided> {
  const { NEO4J_TEST_USERNAME: username = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = env
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  const nodes = await countNodes(driver).catch(async (error) => {
    await driver.close()
    throw error
  })
  if (nodes > 0) {
    await driver.close()
    throw new Error(
      `NEO4J_TEST_URI: ${uri} holds ${nodes} nodes. The tests write and delete: give them an empty Neo4j.`,
    )
  }
  const end = async () => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n')
    await driver.close()
  }
  return { uri, username, password, way: 'NEO4J_TEST_URI', end }
}

async function countNodes(driver: Driver): Promise<number> {
  const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes')
  return records[0]?.get('nodes')
}

async function hasImage({ image }: ContainerRuntimeClient): Promise<boolean> {
  const name = ImageName.fromString(IMAGE)
  if (await image.exists(name)) return true
  console.log(`Neo4j for the tests: pulling ${IMAGE}`)
  return image.pull(name).then(
    () => true,
    () => false,
  )
}

async function startContainer(engine: ContainerRuntimeClient): Promise<Provided> {
  await allowMissingReaper(engine)
  const container = await new Neo4jContainer(IMAGE).start()
  return {
    uri: container.getBoltUri(),
    username: container.getUsername(),
    password: container.getPassword(),
    way: `container ${IMAGE}`,
    end: async () => {
      await container.stop()
    },
  }
}

/** The reaper ends containers that a killed run leaves; where its image cannot be had, we go without. */
async function allowMissingReaper(engine: ContainerRuntimeClient): Promise<void> {
  await getReaper(engine).catch(() => {
    process.env.TESTCONTAINERS_RYUK_DISABLED = 'true'
  })
}

/** Shares the program with the user's own graph, and nothing else. */
async function startManaged(): Promise<Provided> {
  // Tests are over before compiling to the last would pay.
  process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1'
  const home = await mkdtemp(join(tmpdir(), 'cancu-test-'))
  const log = { info: () => {}, warn: console.warn }
  const onProgress = (progress: { en: string }) => process.stderr.write(`\r${progress.en}\x1b[K`)
  const managed = await connectOrStartManaged({ home, program: sharedProgram(), onProgress, log })
  process.stderr.write('\r\x1b[K')
  const end = async () => {
    await managed.stop()
    await rm(home, { recursive: true })
  }
  return { uri: managed.uri, username: managed.username, password: managed.password, way: 'managed', end }
}

/** The folder of the program in the home that the environment names; a copy, so that no .env file is read. */
export function sharedProgram(): string {
  return programFolder(
    loadConfig({ CANCU_HOME: process.env.CANCU_HOME, XDG_DATA_HOME: process.env.XDG_DATA_HOME }).home,
  )
}

// GraphiQL from our own files: it works without the Internet, and loads nothing from third parties.

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const require = createRequire(import.meta.url)

/** Served name → npm package and the file in it. */
const ASSETS: Readonly<Record<string, readonly [pkg: string, file: string]>> = {
  'react.js': ['react', 'umd/react.production.min.js'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js'],
  'graphiql.js': ['graphiql', 'graphiql.min.js'],
  'graphiql.css': ['graphiql', 'graphiql.min.css'],
}

const EXAMPLE = `# Căn Cứ: nhấn ▶ để hỏi. / Press ▶ to ask.
{
  search(text: "dân vận chính quyền Minh Sơn", first: 5) {
    edges { node { ... on Instrument { key title level } } }
  }
}
`

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Căn Cứ · GraphiQL</title>
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>body { margin: 0 } #graphiql { height: 100dvh }</style>
</head>
<body>
<div id="graphiql">Đang mở … / Loading …</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`

const START = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: ${JSON.stringify(EXAMPLE)},
    // A query that the page leads here with.
    query: new URLSearchParams(location.search).get('query') ?? undefined,
  }),
)
`

/** Adds the route /graphiql and the files it needs. */
export async function graphiql(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: packageFolder('graphiql'), serve: false })
  const open = { config: { open: true } }
  app.get('/graphiql', open, (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE))
  app.get('/graphiql/start.js', open, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  )
  for (const [name, [pkg, file]] of Object.entries(ASSETS)) {
    const folder = packageFolder(pkg)
    app.get(`/graphiql/${name}`, open, (_request, reply) => reply.sendFile(file, folder, { maxAge: '1d' }))
  }
}

function packageFolder(pkg: string): string {
  return dirname(require.resolve(`${pkg}/package.json`))
}

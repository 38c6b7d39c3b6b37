// The framework's own handler behind the plainest server: what a page costs when it does nothing.
import http from 'node:http';

process.env.PROTOCOL_HEADER = 'x-app-proto';
const { handler } = await import('./build/handler.js');
http
	.createServer((request, response) => {
		request.headers['x-app-proto'] = 'http';
		handler(request, response);
	})
	.listen(Number(process.env.PORT), '127.0.0.1');

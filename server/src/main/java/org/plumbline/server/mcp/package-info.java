/// What assistants may call, over the Model Context Protocol: one layer of [Tools], two ways to it,
/// standard input and output ([StdioServer]) and HTTP ([HttpServer]).
///
/// An assistant is tempted to shorten an answer to a yes. So each result is text that already holds
/// the headline, the provision and what is not known, and says that silence is not permission; the
/// same answer stands beside it as the JSON of the command line.
@NullMarked
package org.plumbline.server.mcp;

import org.jspecify.annotations.NullMarked;

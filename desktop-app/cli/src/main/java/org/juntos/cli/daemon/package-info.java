/// JSON-RPC 2.0, one object a line: the same verbs, and what happens as notifications.
@NullMarked
package org.juntos.cli.daemon;

import org.jspecify.annotations.NullMarked;
